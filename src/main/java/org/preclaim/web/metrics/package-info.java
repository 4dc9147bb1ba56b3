/**
 * What the service counts and measures about decisions, and what it says where traces are lost.
 * Nothing of an encounter becomes a tag.
 */
@NullMarked
package org.preclaim.web.metrics;

import org.jspecify.annotations.NullMarked;
