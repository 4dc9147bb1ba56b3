package org.preclaim.decision;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The policy that stated a finding, and where it is written: in a table's cell or on a line of a
 * rule file.
 *
 * @param id the policy id
 * @param file path below the policies folder, for instance {@code
 *     decision-tables/add-on-codes.xlsx}
 * @param cell sheet and cell of the row's id, for a table
 * @param line line of the rule, for a rule file
 * @param citation the source behind the policy
 */
public record PolicyRef(
    String id, String file, @Nullable String cell, OptionalInt line, String citation) {}
