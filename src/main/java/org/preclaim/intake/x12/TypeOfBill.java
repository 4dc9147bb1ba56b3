package org.preclaim.intake.x12;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Setting;

/**
 * Reads what kind of bill an institutional claim is from CLM05: two digits for facility and care, a
 * qualifier, a frequency.
 */
final class TypeOfBill {

  /** The qualifier of CLM05 that says that its code is a facility's, and no place of service. */
  private static final String FACILITY = "A";

  private static final Pattern KIND = Pattern.compile("[0-9]{2}");
  private static final Pattern FREQUENCY = Pattern.compile("[0-9A-Z]");

  /**
   * Bills that the hospital tables of the NCCI edits apply to: outpatient departments and other
   * hospital services, critical access hospitals, and the outpatient bills of nursing facilities,
   * home health agencies, rehabilitation facilities and community mental health centres (CMS, NCCI
   * policy manual, introduction; MUE files for outpatient hospital services).
   */
  private static final Set<String> OUTPATIENT =
      Set.of("12", "13", "14", "22", "23", "34", "74", "75", "76", "83", "85");

  private TypeOfBill() {}

  /** The setting that {@code claim} is billed from; null where a problem says why there is none. */
  static @Nullable Setting setting(Segment claim, Findings problems) {
    if (claim.components(5).stream().allMatch(String::isBlank)) {
      // Already told as a missing element.
      return null;
    }
    String kind = claim.component(5, 1).strip();
    String qualifier = claim.component(5, 2).strip();
    String frequency = claim.component(5, 3).strip();
    if (!qualifier.equals(FACILITY)) {
      problems.add(
          claim.problem(
              X12Code.CODE_UNKNOWN,
              5,
              2,
              "`%s` does not qualify a type of bill; expected `%s`",
              qualifier,
              FACILITY));
      return null;
    }
    if (!FREQUENCY.matcher(frequency).matches()) {
      problems.add(
          claim.problem(
              X12Code.CODE_UNKNOWN,
              5,
              3,
              "`%s` is not a frequency of a bill; expected a digit or a capital",
              frequency));
    }
    if (KIND.matcher(kind).matches() && OUTPATIENT.contains(kind)) {
      return Setting.OUTPATIENT_HOSPITAL;
    }
    problems.add(
        claim.problem(
            X12Code.TYPE_OF_BILL,
            5,
            1,
            KIND.matcher(kind).matches()
                ? "type of bill `%sx` is not read; expected an outpatient bill that hospital edits"
                    + " apply to, for instance `13x` or `85x`"
                : "`%s` is not a type of bill; expected two digits",
            kind));
    return null;
  }
}
