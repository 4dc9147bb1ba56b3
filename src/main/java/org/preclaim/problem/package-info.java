/**
 * What is wrong, where it stands, and how to put it right: the one shape in which every room
 * reports bad input. Imports no other room.
 */
@NullMarked
package org.preclaim.problem;

import org.jspecify.annotations.NullMarked;
