/**
 * The words that rules and table headers are written in: facts to match ({@link
 * org.preclaim.engine.language.BilledLine}, {@link org.preclaim.engine.language.Performed}, {@link
 * org.preclaim.engine.language.DeniedLine}), what official files say of them ({@link
 * org.preclaim.engine.language.Published}) and statements to insert. Immutable, without a rule
 * engine, a clock or I/O. Engineers who write rules need to know nothing else.
 */
@NullMarked
package org.preclaim.engine.language;

import org.jspecify.annotations.NullMarked;
