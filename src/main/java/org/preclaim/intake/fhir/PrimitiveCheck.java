package org.preclaim.intake.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.parser.DataFormatException;
import java.time.DateTimeException;
import java.util.Locale;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseBooleanDatatype;
import org.hl7.fhir.instance.model.api.IBaseDecimalDatatype;
import org.hl7.fhir.instance.model.api.IBaseIntegerDatatype;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.preclaim.problem.Quoted;
import tools.jackson.databind.JsonNode;

/** Holds single values to the types of their elements. */
final class PrimitiveCheck {

  private final Findings findings;

  PrimitiveCheck(Findings findings) {
    this.findings = findings;
  }

  /** Checks the value of a primitive element; null stands in a list where only an extension is. */
  void check(
      BaseRuntimeChildDefinition child,
      BaseRuntimeElementDefinition<?> type,
      JsonNode value,
      Spot spot) {
    if (value.isNull() && spot.path().endsWith("]")) {
      return;
    }
    Class<?> kind = type.getImplementingClass();
    boolean number =
        IBaseDecimalDatatype.class.isAssignableFrom(kind)
            || IBaseIntegerDatatype.class.isAssignableFrom(kind);
    boolean truth = IBaseBooleanDatatype.class.isAssignableFrom(kind);
    boolean fits = number ? value.isNumber() : truth ? value.isBoolean() : value.isString();
    if (!fits) {
      wrong(spot, number ? "a number" : truth ? "true or false" : "a text", value);
    } else if (!isValue(child, type, value.asString())) {
      findings.add(
          spot,
          FhirProblemCode.BAD_VALUE,
          Quoted.text(value.asString()) + " is not a value of the type `" + type.getName() + "`");
    }
  }

  /** Checks that there is a text, of whatever content. */
  void text(JsonNode value, Spot spot) {
    if (!value.isString()) {
      wrong(spot, "a text", value);
    }
  }

  private static boolean isValue(
      BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> type, String text) {
    if (text.isBlank()) {
      return false;
    }
    try {
      Object argument = child.getInstanceConstructorArguments();
      IBase made = argument == null ? type.newInstance() : type.newInstance(argument);
      if (made instanceof IPrimitiveType<?> primitive) {
        primitive.setValueAsString(text);
      }
      return isInRange(made);
    } catch (IllegalArgumentException | DataFormatException | DateTimeException none) {
      return false;
    }
  }

  /** HAPI takes any whole number for the types that are whole numbers of a range. */
  private static boolean isInRange(IBase made) {
    if (made instanceof PositiveIntType positive) {
      return positive.getValue() >= 1;
    }
    return !(made instanceof UnsignedIntType unsigned) || unsigned.getValue() >= 0;
  }

  private void wrong(Spot spot, String expected, JsonNode found) {
    findings.add(
        spot, FhirProblemCode.WRONG_TYPE, "expected " + expected + ", found " + inWords(found));
  }

  static String inWords(JsonNode found) {
    return found.isEmpty() && found.isArray()
        ? "an empty list"
        : "a value of the JSON type " + found.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
