package org.preclaim.intake.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.UnitBasis;

/** Reads the parts of a service segment that professional and institutional lines share. */
final class ServiceElements {

  private final ClaimDraft draft;
  private final TypedElements elements;

  ServiceElements(ClaimDraft draft) {
    this.draft = draft;
    this.elements = new TypedElements(draft.problems);
  }

  /** Dates and numbers of the same claim. */
  TypedElements typed() {
    return elements;
  }

  /** The procedure code of the composite at {@code element}; null where a problem says why. */
  @Nullable HcpcsCode code(Segment service, int element) {
    String qualifier = service.component(element, 1);
    if (!qualifier.equals("HC")) {
      draft.problems.add(
          service.problem(
              X12Code.CODE_UNKNOWN,
              element,
              1,
              "`%s` is not a procedure qualifier that is read; expected `HC`",
              qualifier));
      return null;
    }
    String text = service.component(element, 2);
    try {
      return HcpcsCode.of(text);
    } catch (IllegalArgumentException noCode) {
      draft.problems.add(
          service.problem(
              X12Code.PROCEDURE,
              element,
              2,
              "`%s` is not a procedure code; expected letters and digits",
              text));
      return null;
    }
  }

  /** The modifiers of the composite at {@code element}. */
  List<Modifier> modifiers(Segment service, int element) {
    List<Modifier> modifiers = new ArrayList<>();
    for (int component = 3; component <= 6; component++) {
      String text = service.component(element, component);
      if (text.isBlank()) {
        continue;
      }
      try {
        modifiers.add(Modifier.of(text));
      } catch (IllegalArgumentException noModifier) {
        draft.problems.add(
            service.problem(
                X12Code.MODIFIER,
                element,
                component,
                "`%s` is not a modifier; expected two letters or digits",
                text));
      }
    }
    return modifiers;
  }

  /** The amount at {@code element}. */
  @Nullable Money charge(Segment service, int element) {
    BigDecimal amount = elements.decimal(service, element);
    try {
      return amount == null ? null : new Money(amount);
    } catch (IllegalArgumentException noMoney) {
      draft.problems.add(
          service.problem(
              X12Code.NUMBER,
              element,
              "`%s` is not an amount; expected whole cents",
              service.text(element)));
      return null;
    }
  }

  /** What the units count, from the code at {@code element}. */
  UnitBasis basis(Segment service, int element) {
    String code = service.text(element);
    if (!code.isBlank() && !code.equals("UN") && !code.equals("MJ")) {
      draft.problems.add(
          service.problem(
              X12Code.CODE_UNKNOWN,
              element,
              "`%s` is not a unit that is read; expected `UN` or `MJ`",
              code));
    }
    return code.equals("MJ") ? UnitBasis.MINUTES : UnitBasis.UNITS;
  }

  /** The date with {@code qualifier}, which may be there once; null where it is not. */
  @Nullable Segment date(List<Segment> dates, String qualifier) {
    Segment found = null;
    for (Segment date : dates) {
      if (date.text(1).equals(qualifier) && found == null) {
        found = date;
      } else if (date.text(1).equals(qualifier)) {
        draft.problems.add(
            date.problem(X12Code.SEGMENT_REPEATED, "a second service date; expected one"));
      }
    }
    return found;
  }
}
