package org.preclaim.intake.json;

import org.jspecify.annotations.Nullable;

/** Makes something of a value; where that fails it reports why and returns {@code null}. */
@FunctionalInterface
interface Reading<T> {

  @Nullable T read(JsonValue value);
}
