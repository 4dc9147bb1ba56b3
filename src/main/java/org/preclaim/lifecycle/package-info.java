/**
 * The lives of releases: drafted, verified, approved by somebody else, put in force, taken back.
 * What a release is at the moment follows from steps in the journal and from nothing else, so that
 * all services on one journal agree. Imports the rooms inside of the doors; knows neither a door
 * nor the desk.
 */
@NullMarked
package org.preclaim.lifecycle;

import org.jspecify.annotations.NullMarked;
