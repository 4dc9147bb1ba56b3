package org.preclaim.engine.rows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy row as the rule of its shape reads it: the values of its cells, typed and checked when
 * the release was compiled. Public for the compiled rules only.
 */
public final class Row {

  private final int number;
  private final String name;
  private final long shape;
  private final @Nullable Object[] values;

  Row(int number, String name, long shape, @Nullable Object[] values) {
    this.number = number;
    this.name = name;
    this.shape = shape;
    this.values = values;
  }

  /** Its place among all policies of its workbook, from 0. */
  public int number() {
    return number;
  }

  /** The same row in another place. */
  Row numbered(int place) {
    return new Row(place, name, shape, values);
  }

  /** The policy id, or where the row has none the name that Drools would give its rule. */
  public String name() {
    return name;
  }

  long shape() {
    return shape;
  }

  /** Whether the cell behind value {@code index} is blank. */
  public boolean blank(int index) {
    return values[index] == null;
  }

  /** A text. */
  public String text(int index) {
    return (String) value(index);
  }

  /** A whole number. */
  public int whole(int index) {
    return (Integer) value(index);
  }

  /** An exact number. */
  public BigDecimal number(int index) {
    return (BigDecimal) value(index);
  }

  /** A number with a fraction, for actions that take a {@code double}. */
  public double fraction(int index) {
    return (Double) value(index);
  }

  /** Yes or no. */
  public boolean truth(int index) {
    return (Boolean) value(index);
  }

  /** A day. */
  public LocalDate date(int index) {
    return (LocalDate) value(index);
  }

  /** Whether the list in value {@code index} holds {@code item}. */
  public boolean lists(int index, @Nullable Object item) {
    return ((Set<?>) value(index)).contains(item);
  }

  Object value(int index) {
    return Objects.requireNonNull(values[index], "the cell is blank");
  }

  /** The policy id. */
  @Override
  public String toString() {
    return name;
  }
}
