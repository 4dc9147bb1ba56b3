package org.preclaim.intake.x12;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.intake.x12.ClaimDraft.LineDraft;

/**
 * Reads the lines of an institutional claim, from SV2: a revenue code, and a procedure where one is
 * coded. Such lines point to no diagnosis: all diagnoses of the claim speak for each of them.
 */
final class InstitutionalLineReader implements LineReader {

  private static final String STATEMENT = "434";

  /** A rate code of a prospective payment system, which stands where a procedure could. */
  private static final String RATE_CODE = "HP";

  private static final Pattern REVENUE_CODE = Pattern.compile("[0-9]{3,4}");

  private final ClaimDraft draft;
  private final ServiceElements elements;
  private final List<Integer> diagnoses;
  private final @Nullable Provider claimRendering;

  /**
   * A reader for the lines of {@code draft}.
   *
   * @param diagnoses the sequences of the claim's diagnoses
   * @param claimRendering who rendered what no line names a provider for
   */
  InstitutionalLineReader(
      ClaimDraft draft, List<Integer> diagnoses, @Nullable Provider claimRendering) {
    this.draft = draft;
    this.elements = new ServiceElements(draft);
    this.diagnoses = diagnoses;
    this.claimRendering = claimRendering;
  }

  @Override
  public @Nullable ServiceLine read(LineDraft line, int number, @Nullable Character separator) {
    Segment sent = line.service;
    if (sent == null) {
      return null;
    }
    Segment service = separator == null ? sent : sent.divided(separator);
    checkRevenueCode(service);
    Money charge = elements.charge(service, 3);
    BigDecimal units = elements.typed().decimal(service, 5);
    if (uncoded(service)) {
      noticeUncoded(service, number);
      return null;
    }
    HcpcsCode code = elements.code(service, 2);
    List<Modifier> modifiers = elements.modifiers(service, 2);
    UnitBasis basis = elements.basis(service, 4);
    ServiceDates dates = dates(line);
    Provider own = ProviderReader.read(line.rendering, "rendering provider", draft.notices);
    if (code == null || units == null || dates == null) {
      return null;
    }
    return new ServiceLine(
        number,
        code,
        modifiers,
        units,
        basis,
        dates,
        diagnoses,
        charge,
        null,
        // A line's own provider without an NPI is not the claim's: it stays unknown.
        line.rendering == null ? claimRendering : own);
  }

  private void checkRevenueCode(Segment service) {
    String code = service.text(1).strip();
    if (!code.isEmpty() && !REVENUE_CODE.matcher(code).matches()) {
      draft.problems.add(
          service.problem(
              X12Code.REVENUE_CODE, 1, "`%s` is not a revenue code; expected four digits", code));
    }
  }

  private static boolean uncoded(Segment service) {
    return service.components(2).stream().allMatch(String::isBlank)
        || service.component(2, 1).equals(RATE_CODE);
  }

  /** The policies ask about procedures, so there is nothing that they could say about the line. */
  private void noticeUncoded(Segment service, int number) {
    draft.notices.add(
        service.problem(
            X12Code.LINE_UNCODED,
            2,
            "line %d has revenue code `%s` and no procedure code; it is not checked",
            number,
            service.text(1).strip()));
  }

  private @Nullable ServiceDates dates(LineDraft line) {
    Segment own = elements.date(line.dates, SERVICE);
    if (own != null) {
      return elements.typed().dates(own);
    }
    Segment statement = elements.date(draft.dates, STATEMENT);
    if (statement == null) {
      draft.problems.add(
          line.number.problem(
              X12Code.SEGMENT_MISSING,
              "neither the line nor the statement has a date; expected `DTP*472` or `DTP*434`"));
      return null;
    }
    ServiceDates covered = elements.typed().dates(statement);
    if (covered != null && !covered.from().equals(covered.to())) {
      draft.problems.add(
          line.number.problem(
              X12Code.SEGMENT_MISSING,
              "the line has no service date and the statement covers several days; expected"
                  + " `DTP*472`"));
      return null;
    }
    return covered;
  }
}
