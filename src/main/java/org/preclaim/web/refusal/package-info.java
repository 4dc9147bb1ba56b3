/**
 * What is said to a request that is not answered, and in which form: one way for calls, filters and
 * the server itself.
 */
@NullMarked
package org.preclaim.web.refusal;

import org.jspecify.annotations.NullMarked;
