package org.preclaim.analysis;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.preclaim.encounter.Setting;

/**
 * What conditions may compare of a fact.
 *
 * @param type how its values are written
 * @param ofEncounter whether all facts of an encounter share it
 * @param shape what a word must look like to occur at all
 */
record Property(Type type, boolean ofEncounter, Pattern shape) {

  private static final Pattern ANY = Pattern.compile("(?s).*");
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,48}");
  private static final Pattern PLACE = Pattern.compile("(?:[0-9]{2})?");
  private static final Pattern KIND = Pattern.compile("(?s).+");

  private static final List<String> SETTINGS =
      Arrays.stream(Setting.values()).map(Setting::word).toList();

  /** How values of a property are written. */
  enum Type {
    WORD,
    SETTING,
    TRUTH,
    DAY,
    UNITS,
    YEARS,
    /** The side that modifiers state. */
    SIDE_STATED,
    /** Whether a modifier states a distinct service. */
    DISTINCT,
    /** Whether a modifier states a repetition. */
    REPEATED
  }

  private static final Map<String, Property> OF_LINES =
      Map.of(
          "code",
          new Property(Type.WORD, false, CODE),
          "placeOfService",
          new Property(Type.WORD, false, PLACE),
          "setting",
          new Property(Type.SETTING, true, ANY),
          "payer",
          new Property(Type.WORD, true, ANY),
          Variable.SERVICE_DATE,
          new Property(Type.DAY, false, ANY),
          "units",
          new Property(Type.UNITS, false, ANY),
          "age",
          new Property(Type.YEARS, true, ANY),
          "side",
          new Property(Type.SIDE_STATED, false, ANY),
          "distinct",
          new Property(Type.DISTINCT, false, ANY),
          "repeated",
          new Property(Type.REPEATED, false, ANY));

  private static final Map<String, Property> OF_PROCEDURES =
      Map.of(
          "kind",
          new Property(Type.WORD, false, KIND),
          "access",
          new Property(Type.WORD, false, ANY),
          "approach",
          new Property(Type.WORD, false, ANY),
          "side",
          new Property(Type.WORD, false, ANY),
          "guided",
          new Property(Type.TRUTH, false, ANY),
          "payer",
          new Property(Type.WORD, true, ANY),
          Variable.SERVICE_DATE,
          new Property(Type.DAY, false, ANY));

  private static final NumberSet UNITS =
      NumberSet.of(NumberSet.Comparison.MORE, BigDecimal.ZERO, false);

  /** Years of age; -1 where the birth date was not sent. */
  private static final NumberSet YEARS =
      NumberSet.of(NumberSet.Comparison.AT_LEAST, BigDecimal.ONE.negate(), true);

  /** The property with this name. */
  static Optional<Property> of(FactKind fact, String name) {
    return Optional.ofNullable(
        switch (fact) {
          case LINE -> OF_LINES.get(name);
          case PROCEDURE -> OF_PROCEDURES.get(name);
        });
  }

  /** Every value that {@code variable} may have. */
  static ValueSet domain(Variable variable) {
    Property property =
        Stream.of(OF_LINES.get(variable.property()), OF_PROCEDURES.get(variable.property()))
            .filter(known -> known != null)
            .findFirst()
            .orElseThrow();
    return property.domain();
  }

  /** Every value that it may have. */
  ValueSet domain() {
    return switch (type) {
      case WORD, SIDE_STATED, DISTINCT, REPEATED -> WordSet.allBut(List.of());
      case SETTING -> WordSet.of(SETTINGS);
      case TRUTH -> WordSet.of(List.of("true", "false"));
      case DAY -> NumberSet.ALL;
      case UNITS -> UNITS;
      case YEARS -> YEARS;
    };
  }

  boolean isNumber() {
    return switch (type) {
      case DAY, UNITS, YEARS -> true;
      case WORD, SETTING, TRUTH, SIDE_STATED, DISTINCT, REPEATED -> false;
    };
  }

  /** Whether a value of it could be {@code word}. */
  boolean mayBe(String word) {
    return shape.matcher(word).matches();
  }
}
