package org.preclaim.intake.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.intake.json.JsonValue.NumberValue;
import org.preclaim.problem.Quoted;

/** Reads codes and identifiers. Their shape is checked here, whether they exist is not. */
final class Codes {

  private final Scalars scalars;
  private final Problems problems;

  Codes(Scalars scalars, Problems problems) {
    this.scalars = scalars;
    this.problems = problems;
  }

  @Nullable HcpcsCode procedure(JsonValue value) {
    return code(value, "a procedure code", "letters and digits such as `50431`", HcpcsCode::of);
  }

  @Nullable Icd10Code diagnosis(JsonValue value) {
    return code(value, "a diagnosis code", "a code such as `N13.5`", Icd10Code::of);
  }

  @Nullable Modifier modifier(JsonValue value) {
    return code(value, "a modifier", "two letters or digits such as `LT`", Modifier::of);
  }

  @Nullable PlaceOfService place(JsonValue value) {
    return code(value, "a place of service", "two digits such as `22`", PlaceOfService::new);
  }

  @Nullable Npi npi(JsonValue value) {
    return code(value, "an NPI", "ten digits", Npi::new);
  }

  private <T> @Nullable T code(
      JsonValue value, String what, String expected, Function<String, T> shape) {
    if (value instanceof NumberValue number) {
      problems.add(
          value.spot(),
          JsonProblemCode.CODE_NOT_TEXT,
          Quoted.text(number.digits())
              + " is a number: expected "
              + what
              + " as text, because a number loses its leading zeros",
          "put it in quotes");
      return null;
    }
    String text = scalars.text(value, what);
    if (text == null) {
      return null;
    }
    try {
      return shape.apply(text);
    } catch (IllegalArgumentException otherShape) {
      problems.add(
          value.spot(),
          JsonProblemCode.BAD_CODE,
          Quoted.text(text) + " is not " + what + ": expected " + expected);
      return null;
    }
  }
}
