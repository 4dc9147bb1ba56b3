/** What the service counts and measures about decisions. Nothing of an encounter becomes a tag. */
@NullMarked
package org.preclaim.web.metrics;

import org.jspecify.annotations.NullMarked;
