package org.preclaim.release;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.table.Need;
import org.preclaim.table.Workbook;

/**
 * The policies that are decided together: a workbook, a rule file of the same name, or both.
 *
 * @param name for instance {@code add-on-codes}
 * @param workbook its rows, where it has any
 * @param rules its rules, where it has any
 */
public record Family(String name, @Nullable Workbook workbook, @Nullable RuleFile rules) {

  /** Whether an encounter for which the family could not be evaluated is incomplete. */
  public boolean required() {
    return workbook == null || workbook.about().required();
  }

  /** What an encounter must have been sent with. */
  public Set<Need> needs() {
    return workbook == null ? Set.of() : workbook.about().needs();
  }
}
