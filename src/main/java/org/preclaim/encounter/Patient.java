package org.preclaim.encounter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The patient without any direct identifier.
 *
 * @param key a pseudonym, stable for one patient
 * @param birthDate absent where it was not sent
 * @param sex {@link Sex#UNKNOWN} where it was not sent
 */
public record Patient(String key, @Nullable LocalDate birthDate, Sex sex) {}
