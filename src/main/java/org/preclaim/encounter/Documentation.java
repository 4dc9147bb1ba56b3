package org.preclaim.encounter;

import org.jspecify.annotations.Nullable;

/**
 * One thing the medical record states.
 *
 * @param element a word of the list {@code element}
 * @param value what the record says, where it was sent
 */
public record Documentation(String element, @Nullable String value) {}
