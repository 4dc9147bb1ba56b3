package org.preclaim.engine.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Performed;

/** A type of fact that the patterns of a table may match. */
enum FactType {
  LINE(BilledLine.class, "line", "lines", "code"),
  PROCEDURE(Performed.class, "procedure", "procedures", "kind"),
  DENIAL(DeniedLine.class, "denied", "denials", "");

  private final Class<?> javaType;
  private final String slot;
  private final String all;
  private final String key;

  /**
   * @param slot how {@link RowCase} names a fact of this type, without its position
   * @param all how {@link RowCase} names all of them
   * @param key the property by which rows are found; empty where there is none
   */
  FactType(Class<?> javaType, String slot, String all, String key) {
    this.javaType = javaType;
    this.slot = slot;
    this.all = all;
    this.key = key;
  }

  /** The type that a header names. */
  static Optional<FactType> named(String simpleName) {
    return Arrays.stream(values()).filter(type -> type.simpleName().equals(simpleName)).findFirst();
  }

  /** All names, for messages. */
  static String names() {
    return Arrays.stream(values()).map(FactType::simpleName).collect(Collectors.joining(", "));
  }

  Class<?> javaType() {
    return javaType;
  }

  String simpleName() {
    return javaType.getSimpleName();
  }

  /** The property of {@link RowCase} for the fact of the pattern at {@code position}, from 0. */
  String slot(int position) {
    return slot + (position + 1);
  }

  /** The property of {@link RowCase} for all facts of this type. */
  String all() {
    return all;
  }

  boolean isKey(String property) {
    return !key.isEmpty() && key.equals(property);
  }

  /** The facts of this type whose code or kind is {@code word}. */
  List<?> in(Surroundings surroundings, String word) {
    return switch (this) {
      case LINE -> surroundings.lines(word);
      case PROCEDURE -> surroundings.procedures(word);
      case DENIAL -> throw new IllegalStateException("denials have neither code nor kind");
    };
  }

  /** The facts of this type. */
  List<?> in(Surroundings surroundings) {
    return switch (this) {
      case LINE -> surroundings.lines();
      case PROCEDURE -> surroundings.procedures();
      case DENIAL -> surroundings.denials();
    };
  }
}
