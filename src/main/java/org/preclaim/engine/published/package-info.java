/**
 * Asks the official files about an encounter, once for each topic, and states what they say as
 * facts: rules see no table. It also says what could not be asked: which file has no vintage for
 * which day, and what the encounter was not sent with. Imports {@code encounter}, {@code reference}
 * and the words of {@code engine.language}.
 */
@NullMarked
package org.preclaim.engine.published;

import org.jspecify.annotations.NullMarked;
