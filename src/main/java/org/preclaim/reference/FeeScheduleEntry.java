package org.preclaim.reference;

/**
 * The payment policy indicators of a code in the Medicare physician fee schedule. Amounts and
 * relative values are not kept.
 *
 * @param code the code
 * @param modifier {@code 26}, {@code TC}, {@code 53} or empty
 * @param status status code, for instance {@code A}
 * @param pcTc professional and technical component indicator, 0 to 9
 * @param globalDays {@code 000}, {@code 010} or {@code 090}, or three times one of the letters
 *     {@code M}, {@code X}, {@code Y}, {@code Z}
 * @param multiple multiple procedure indicator
 * @param bilateral bilateral indicator: 0, 1, 2, 3 or 9
 * @param assistant assistant surgeon indicator
 * @param coSurgeon co-surgeon indicator
 * @param team team surgeon indicator
 */
public record FeeScheduleEntry(
    String code,
    String modifier,
    String status,
    int pcTc,
    String globalDays,
    int multiple,
    int bilateral,
    int assistant,
    int coSurgeon,
    int team) {}
