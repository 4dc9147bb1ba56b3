package org.preclaim.engine.rows;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.util.StringUtils;

/** The type of a value that a cell gives to a rule. */
enum ValueType {
  TEXT("text", "a text"),
  WHOLE("whole", "a whole number such as `18`"),
  NUMBER("number", "a number such as `1` or `2.5`"),
  FRACTION("fraction", "a number such as `2.5`"),
  TRUTH("truth", "`true` or `false`"),
  /** Whether there is a cell or item at all. */
  PRESENT("blank", "anything"),
  DATE("date", "a date such as `2026-01-31`"),
  TEXTS("lists", "a list of quoted texts such as `\"A\", \"B\"`"),
  WHOLES("lists", "a list of whole numbers such as `1, 2`");

  private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9]\\d{0,8})");
  private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,18})?");
  private static final Map<Class<?>, ValueType> BY_PROPERTY =
      Map.of(
          String.class, TEXT,
          int.class, WHOLE,
          BigDecimal.class, NUMBER,
          boolean.class, TRUTH,
          LocalDate.class, DATE);

  private final String accessor;
  private final String expected;

  ValueType(String accessor, String expected) {
    this.accessor = accessor;
    this.expected = expected;
  }

  /** The type of values that a property compares with. */
  static Optional<ValueType> comparedWith(Method property) {
    return Optional.ofNullable(BY_PROPERTY.get(property.getReturnType()));
  }

  /** The method of {@link Row} that reads it. */
  String accessor() {
    return accessor;
  }

  /** What a cell must hold, in words. */
  String expected() {
    return expected;
  }

  /**
   * The value that Java would make of this literal. Throws {@link UnfitCell} where it would make
   * none, or something that is more than a value.
   *
   * @param literal a quoted text, or what stands outside quotes
   */
  Object read(String literal) throws UnfitCell {
    return switch (this) {
      case TEXT -> isQuoted(literal) ? unquoted(literal) : numberAsText(literal);
      case WHOLE -> Integer.valueOf(plain(literal, INTEGER));
      case NUMBER -> new BigDecimal(plain(literal, DECIMAL));
      case FRACTION -> Double.valueOf(plain(literal, DECIMAL));
      case TRUTH -> Boolean.valueOf(plain(literal, Pattern.compile("true|false")));
      case PRESENT -> true;
      case DATE -> date(unquoted(literal));
      case TEXTS, WHOLES -> readItems(split(literal));
    };
  }

  /** The list of the values that Java would make of these literals. */
  Object readItems(List<String> literals) throws UnfitCell {
    ValueType type = this == WHOLES ? WHOLE : TEXT;
    Set<Object> items = new LinkedHashSet<>();
    for (String literal : literals) {
      items.add(type.read(literal));
    }
    return Set.copyOf(items);
  }

  private static boolean isQuoted(String literal) {
    return literal.startsWith("\"") || literal.startsWith("'");
  }

  /** Stock reads a bare whole number beside a text property as that text. */
  private static String numberAsText(String literal) throws UnfitCell {
    if (!INTEGER.matcher(literal).matches()) {
      throw new UnfitCell("ROWS-VALUE", "expected a text in quotes, or a whole number");
    }
    return literal;
  }

  private String plain(String literal, Pattern shape) throws UnfitCell {
    String text = isQuoted(literal) ? unquoted(literal) : literal;
    if (!shape.matcher(text).matches()) {
      throw new UnfitCell("ROWS-VALUE", "expected " + expected);
    }
    return text;
  }

  private Object date(String text) throws UnfitCell {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDate) {
      throw new UnfitCell("ROWS-VALUE", "expected " + expected);
    }
  }

  /** The items of a list as Drools tells them apart: a comma inside quotes or brackets is none. */
  static List<String> split(String list) throws UnfitCell {
    List<String> items =
        StringUtils.splitConstraints(list, false).stream().map(String::trim).toList();
    if (items.isEmpty() || items.contains("") || items.contains("\"\"")) {
      throw new UnfitCell("ROWS-LIST", "an item of the list is empty");
    }
    return items;
  }

  private String unquoted(String literal) throws UnfitCell {
    if (!isQuoted(literal)) {
      throw new UnfitCell("ROWS-VALUE", "expected " + expected + " in quotes");
    }
    if (!Token.isQuotedText(literal)) {
      throw new UnfitCell("ROWS-QUOTE", "a quote or backslash ends the text too early");
    }
    String inner = literal.substring(1, literal.length() - 1);
    try {
      return inner.indexOf('\\') < 0 ? inner : inner.translateEscapes();
    } catch (IllegalArgumentException noEscape) {
      throw new UnfitCell("ROWS-ESCAPE", "a backslash must stand before `\\`, `\"`, `n` or `t`");
    }
  }

  /** Thrown where a cell cannot be the value that its column takes. */
  static final class UnfitCell extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String reason;

    UnfitCell(String code, String reason) {
      super(reason);
      this.code = code;
      this.reason = reason;
    }

    String code() {
      return code;
    }

    String reason() {
      return reason;
    }
  }
}
