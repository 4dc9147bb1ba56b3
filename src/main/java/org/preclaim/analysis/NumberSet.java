package org.preclaim.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Numbers, or days counted from 1970-01-01, as spans that neither touch nor overlap.
 *
 * @param spans in rising order
 */
record NumberSet(List<Span> spans) implements ValueSet {

  /** All numbers that anybody writes lie within plus and minus this. */
  private static final BigDecimal BOUND = BigDecimal.TEN.pow(40);

  /** Every number. */
  static final NumberSet ALL =
      new NumberSet(List.of(new Span(new Cut(BOUND.negate(), false), new Cut(BOUND, true))));

  /** How a property is compared with a number. */
  enum Comparison {
    EQUAL("=="),
    OTHER("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** The comparison that is written so. */
    static Optional<Comparison> of(String sign) {
      for (Comparison comparison : values()) {
        if (comparison.sign.equals(sign)) {
          return Optional.of(comparison);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A place between numbers: just before or just after one.
   *
   * @param value the number
   * @param after on which side of it
   */
  record Cut(BigDecimal value, boolean after) implements Comparable<Cut> {

    /** Numbers that are equal are equal here, however many zeros they are written with. */
    Cut {
      value = value.stripTrailingZeros();
    }

    @Override
    public int compareTo(Cut other) {
      int byValue = value.compareTo(other.value);
      return byValue != 0 ? byValue : Boolean.compare(after, other.after);
    }
  }

  /**
   * The numbers between two cuts.
   *
   * @param from below all of them
   * @param to above all of them
   */
  record Span(Cut from, Cut to) {
    boolean isEmpty() {
      return from.compareTo(to) >= 0;
    }

    /** Whether there are numbers before it that anybody could write. */
    boolean isOpenBelow() {
      return from.value().compareTo(BOUND.negate()) <= 0;
    }

    boolean isOpenAbove() {
      return to.value().compareTo(BOUND) >= 0;
    }
  }

  /** Copies the list. */
  NumberSet {
    spans = List.copyOf(spans);
  }

  /**
   * The numbers that compare so with {@code value}.
   *
   * @param whole whether only whole numbers occur; equal sets are then equal objects
   */
  static NumberSet of(Comparison comparison, BigDecimal value, boolean whole) {
    Cut before = new Cut(value, false);
    Cut after = whole ? new Cut(value.add(BigDecimal.ONE), false) : new Cut(value, true);
    return switch (comparison) {
      case EQUAL -> of(List.of(new Span(before, after)));
      case OTHER -> below(before).or(above(after));
      case LESS -> below(before);
      case AT_MOST -> below(after);
      case MORE -> above(after);
      case AT_LEAST -> above(before);
    };
  }

  private static NumberSet below(Cut cut) {
    return of(List.of(new Span(ALL.spans.get(0).from(), cut)));
  }

  private static NumberSet above(Cut cut) {
    return of(List.of(new Span(cut, ALL.spans.get(0).to())));
  }

  /** These spans, in any order, touching or not. */
  private static NumberSet of(List<Span> parts) {
    List<Span> sorted = new ArrayList<>(parts);
    sorted.removeIf(Span::isEmpty);
    sorted.sort(Comparator.comparing(Span::from));
    List<Span> merged = new ArrayList<>(sorted.size());
    for (Span span : sorted) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || last.to().compareTo(span.from()) < 0) {
        merged.add(span);
      } else if (last.to().compareTo(span.to()) < 0) {
        merged.set(merged.size() - 1, new Span(last.from(), span.to()));
      }
    }
    return new NumberSet(merged);
  }

  @Override
  public boolean isEmpty() {
    return spans.isEmpty();
  }

  @Override
  public NumberSet and(ValueSet other) {
    List<Span> both = new ArrayList<>();
    for (Span span : spans) {
      for (Span that : ((NumberSet) other).spans) {
        Cut from = span.from().compareTo(that.from()) >= 0 ? span.from() : that.from();
        Cut to = span.to().compareTo(that.to()) <= 0 ? span.to() : that.to();
        both.add(new Span(from, to));
      }
    }
    return of(both);
  }

  /** The numbers that either accepts. */
  NumberSet or(NumberSet other) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(other.spans);
    return of(all);
  }

  @Override
  public NumberSet without(ValueSet other) {
    NumberSet left = this;
    for (Span span : ((NumberSet) other).spans) {
      left = left.and(below(span.from()).or(above(span.to())));
    }
    return left;
  }

  @Override
  public boolean containsAll(ValueSet other) {
    return ((NumberSet) other)
        .spans.stream()
            .allMatch(
                inner ->
                    spans.stream()
                        .anyMatch(
                            outer ->
                                outer.from().compareTo(inner.from()) <= 0
                                    && outer.to().compareTo(inner.to()) >= 0));
  }

  /** A number of this set: {@code wished} where it is one, else one near an end of a span. */
  BigDecimal pick(BigDecimal wished) {
    Span sought = new Span(new Cut(wished, false), new Cut(wished, true));
    if (containsAll(new NumberSet(List.of(sought)))) {
      return wished;
    }
    Span span = spans.get(spans.size() - 1);
    BigDecimal from = span.from().value();
    BigDecimal to = span.to().value();
    if (span.isOpenBelow()) {
      return span.to().after() ? to : to.subtract(BigDecimal.ONE);
    }
    if (!span.from().after()) {
      return from;
    }
    BigDecimal next = from.add(BigDecimal.ONE);
    boolean fits = span.to().compareTo(new Cut(next, true)) >= 0;
    return fits ? next : from.add(to).divide(BigDecimal.valueOf(2));
  }
}
