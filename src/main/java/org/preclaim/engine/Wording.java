package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preclaim.engine.language.BilledLine;

/**
 * A text of a policy with placeholders, read once: {@code {line}}, {@code {code}}, {@code {date}},
 * {@code {units}}, {@code {modifiers}}, {@code {others}}, {@code {otherLines}}, {@code {missing}},
 * {@code {suggested}} and {@code {payer}}. Anything else in braces is the author's own text.
 * Immutable.
 */
final class Wording {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** What each placeholder stands for in a finding. */
  private static final Map<String, BiConsumer<Subject, Listing>> VALUES =
      Map.of(
          "line", (subject, to) -> numbers(subject.lines(), to),
          "code", Wording::codes,
          "date", (subject, to) -> subject.lines().forEach(line -> to.add(line.serviceDate())),
          "units", (subject, to) -> subject.lines().forEach(line -> to.add(units(line))),
          "modifiers",
              (subject, to) ->
                  subject.lines().forEach(line -> to.add(String.join("-", line.modifiers()))),
          "others", (subject, to) -> subject.others().forEach(line -> to.add(line.code())),
          "otherLines", (subject, to) -> numbers(subject.others(), to),
          "missing", (subject, to) -> subject.missing().forEach(to::add),
          "suggested", (subject, to) -> to.add(subject.suggested()),
          "payer", (subject, to) -> to.add(subject.payer()));

  private final List<BiConsumer<Subject, StringBuilder>> parts = new ArrayList<>();

  private Wording(String text) {
    Matcher found = PLACEHOLDER.matcher(text);
    int end = 0;
    while (found.find()) {
      BiConsumer<Subject, Listing> value = VALUES.get(found.group(1));
      if (value != null) {
        literal(text.substring(end, found.start()));
        parts.add((subject, out) -> Listing.write(value, subject, out));
        end = found.end();
      }
    }
    literal(text.substring(end));
  }

  private void literal(String text) {
    if (!text.isEmpty()) {
      parts.add((subject, out) -> out.append(text));
    }
  }

  /** The wording of {@code text}. */
  static Wording of(String text) {
    return new Wording(text);
  }

  /** The text for one finding; a placeholder that it has nothing for becomes a dash. */
  String about(Subject subject) {
    StringBuilder out = new StringBuilder(80);
    for (BiConsumer<Subject, StringBuilder> part : parts) {
      part.accept(subject, out);
    }
    return out.toString();
  }

  private static void numbers(List<BilledLine> lines, Listing to) {
    for (BilledLine line : lines) {
      to.add(line.number());
    }
  }

  private static void codes(Subject subject, Listing to) {
    subject.codes().forEach(to::add);
    if (subject.codes().isEmpty()) {
      subject.lines().forEach(line -> to.add(line.code()));
    }
  }

  private static String units(BilledLine line) {
    return line.units().stripTrailingZeros().toPlainString();
  }

  /** Items as they stand in a sentence, each once. */
  private static final class Listing {

    private final StringBuilder out;
    private final int start;
    private final List<Object> listed = new ArrayList<>(2);

    private Listing(StringBuilder out) {
      this.out = out;
      this.start = out.length();
    }

    static void write(BiConsumer<Subject, Listing> value, Subject subject, StringBuilder out) {
      Listing listing = new Listing(out);
      value.accept(subject, listing);
      if (out.length() == listing.start) {
        out.append('-');
      }
    }

    void add(Object item) {
      if (!listed.contains(item)) {
        out.append(listed.isEmpty() ? "" : ", ").append(item);
        listed.add(item);
      }
    }
  }
}
