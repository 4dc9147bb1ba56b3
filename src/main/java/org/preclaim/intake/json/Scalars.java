package org.preclaim.intake.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.intake.json.JsonValue.NumberValue;
import org.preclaim.intake.json.JsonValue.TextValue;
import org.preclaim.problem.Quoted;

/** Reads single values: texts, words, dates and numbers. */
final class Scalars {

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("(-?[0-9]+)(?:\\.([0-9]+))?");
  private static final int INTEGER_DIGITS = 12;
  private static final int UNIT_DECIMALS = 3;
  private static final int CENT_DECIMALS = 2;
  private static final int WORDS_LISTED = 20;

  private final Vocabulary vocabulary;
  private final JsonLimits limits;
  private final Problems problems;

  Scalars(Vocabulary vocabulary, JsonLimits limits, Problems problems) {
    this.vocabulary = vocabulary;
    this.limits = limits;
    this.problems = problems;
  }

  /** A text on one line that is not blank. */
  @Nullable String text(JsonValue value) {
    return text(value, "a text", "");
  }

  /** A text that is not blank and may have several lines. */
  @Nullable String prose(JsonValue value) {
    return text(value, "a text", "\n\r\t");
  }

  /** A text on one line where {@code expected} stands for what it should say. */
  @Nullable String text(JsonValue value, String expected) {
    return text(value, expected, "");
  }

  private @Nullable String text(JsonValue value, String expected, String controlsAllowed) {
    if (!(value instanceof TextValue given)) {
      Fields.wrongType(value, expected, problems);
      return null;
    }
    String text = given.text();
    if (text.length() > limits.textLength()) {
      bad(
          value,
          JsonProblemCode.TOO_LONG,
          "the text has " + text.length() + " characters: at most " + limits.textLength());
      return null;
    }
    if (text.isBlank()) {
      bad(value, JsonProblemCode.BAD_TEXT, "the text is blank: expected " + expected);
      return null;
    }
    if (text.codePoints().anyMatch(c -> isForbidden(c) && controlsAllowed.indexOf(c) < 0)) {
      bad(value, JsonProblemCode.BAD_TEXT, Quoted.text(text) + " has a control character");
      return null;
    }
    return text;
  }

  /** Control characters, and halves of a character that cannot be written as UTF-8. */
  private static boolean isForbidden(int character) {
    return Character.isISOControl(character)
        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
  }

  @Nullable LocalDate date(JsonValue value) {
    String expected = "a day such as `2026-03-03`";
    String text = text(value, expected);
    if (text == null) {
      return null;
    }
    if (!DAY.matcher(text).matches()) {
      bad(
          value,
          JsonProblemCode.BAD_DATE,
          Quoted.text(text) + " is not a date: expected " + expected);
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noSuchDay) {
      bad(value, JsonProblemCode.BAD_DATE, Quoted.text(text) + " is not in the calendar");
      return null;
    }
  }

  /** The number of a line or a diagnosis. */
  @Nullable Integer number(JsonValue value) {
    if (!(value instanceof NumberValue number)) {
      Fields.wrongType(value, "a whole number", problems);
      return null;
    }
    String digits = number.digits();
    if (WHOLE.matcher(digits).matches() && digits.length() <= INTEGER_DIGITS) {
      long whole = Long.parseLong(digits);
      if (whole >= 1 && whole <= ServiceLine.NUMBER_MAX) {
        return (int) whole;
      }
    }
    bad(
        value,
        JsonProblemCode.BAD_NUMBER,
        Quoted.text(digits) + " is not a whole number from 1 to " + ServiceLine.NUMBER_MAX);
    return null;
  }

  @Nullable BigDecimal units(JsonValue value) {
    BigDecimal units = decimal(value, "units such as `1`", UNIT_DECIMALS);
    if (units != null && units.signum() <= 0) {
      bad(
          value,
          JsonProblemCode.BAD_DECIMAL,
          Quoted.text(units.toPlainString()) + " is not a number of units: expected more than 0");
      return null;
    }
    return units;
  }

  @Nullable Money charge(JsonValue value) {
    BigDecimal charge = decimal(value, "a charge such as `1240.00`", CENT_DECIMALS);
    if (charge == null) {
      return null;
    }
    if (charge.signum() < 0) {
      bad(
          value,
          JsonProblemCode.BAD_DECIMAL,
          Quoted.text(charge.toPlainString()) + " is below zero: expected a charge");
      return null;
    }
    return new Money(charge);
  }

  private @Nullable BigDecimal decimal(JsonValue value, String expected, int decimalsMost) {
    if (value instanceof NumberValue number) {
      problems.add(
          value.spot(),
          JsonProblemCode.WRONG_TYPE,
          "expected " + expected + " as text, found a number",
          "put it in quotes: decimals are text, so that no program rounds " + number.digits());
      return null;
    }
    String text = text(value, expected + " as text");
    if (text == null) {
      return null;
    }
    var parts = DECIMAL.matcher(text);
    String fault = null;
    if (!parts.matches()) {
      fault = " is not a decimal number: expected " + expected;
    } else if (parts.group(1).length() > INTEGER_DIGITS) {
      fault = " is out of range: at most " + INTEGER_DIGITS + " digits before the point";
    } else if (parts.group(2) != null && parts.group(2).length() > decimalsMost) {
      fault = " has too many decimals: at most " + decimalsMost;
    }
    if (fault != null) {
      bad(value, JsonProblemCode.BAD_DECIMAL, Quoted.text(text) + fault);
      return null;
    }
    return new BigDecimal(text);
  }

  /** A word of one of the vocabulary's lists. */
  Reading<String> word(String list) {
    return value -> {
      Set<String> words = vocabulary.words(list);
      String word = text(value, "a word of the list `" + list + "`");
      return word == null || isOneOf(words, word, value, "in the list `" + list + "`")
          ? word
          : null;
    };
  }

  /** The one of {@code choices} whose word is given. */
  <E extends Enum<E>> Reading<E> choice(String what, List<E> choices, Function<E, String> wordOf) {
    return value -> {
      List<String> words = choices.stream().map(wordOf).toList();
      String word = text(value, "a " + what);
      return word != null && isOneOf(words, word, value, "a known " + what)
          ? choices.get(words.indexOf(word))
          : null;
    };
  }

  private boolean isOneOf(Collection<String> words, String word, JsonValue value, String where) {
    if (words.contains(word)) {
      return true;
    }
    String meant = problems.isFull() ? null : Meant.among(words, word);
    Stream<String> listed = words.stream().limit(WORDS_LISTED);
    String help = meant == null ? "known: " + String.join(", ", listed.toList()) : meant;
    problems.add(
        value.spot(),
        JsonProblemCode.UNKNOWN_WORD,
        Quoted.text(word) + " is not " + where,
        words.isEmpty() ? "the list is empty" : help);
    return false;
  }

  private void bad(JsonValue value, JsonProblemCode code, String message) {
    problems.add(value.spot(), code, message);
  }
}
