package org.preclaim.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An NCCI procedure-to-procedure edit: the column 2 code is denied beside the column 1 code.
 *
 * @param column1 the code that is paid
 * @param column2 the code that is denied
 * @param effective its first day
 * @param deletion its last day, on which it still applies; absent while it is in force
 * @param indicator the modifier indicator: 0 no modifier bypasses it, 1 an NCCI-associated one does
 * @param rationale why CMS has it, in our words
 */
public record PtpEdit(
    String column1,
    String column2,
    LocalDate effective,
    @Nullable LocalDate deletion,
    int indicator,
    String rationale) {}
