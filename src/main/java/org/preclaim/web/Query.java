package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;

/**
 * The query of a call, read by name. What is wrong with it is collected until {@link #end}, which
 * refuses it all at once.
 */
final class Query {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Map<String, String[]> parameters;
  private final SortedSet<String> wrong = new TreeSet<>();

  private Query(Map<String, String[]> parameters) {
    this.parameters = parameters;
  }

  /** The query of a call that takes these parameters, at least one, and no other. */
  static Query of(HttpServletRequest request, String... known) {
    Query query = new Query(request.getParameterMap());
    Set<String> names = new TreeSet<>(Set.of(known));
    if (!names.containsAll(query.parameters.keySet())) {
      query.expect("only " + String.join(", ", names));
    }
    return query;
  }

  /** Refuses any query at all. */
  static void none(HttpServletRequest request) {
    if (!request.getParameterMap().isEmpty()) {
      throw new Refusal(HttpProblems.badRequest("unknown query, expected none"));
    }
  }

  /** Says what was expected instead of something in the query, beginning with its name. */
  void expect(String expected) {
    wrong.add(expected);
  }

  /** Refuses the query where something is wrong with it. */
  void end() {
    if (!wrong.isEmpty()) {
      throw new Refusal(HttpProblems.badRequest("expected " + String.join("; ", wrong)));
    }
  }

  /** A text, which may be blank; empty where it is left out. */
  String text(String name) {
    String[] values = parameters.getOrDefault(name, new String[] {""});
    if (values.length != 1) {
      expect(name + " once");
    }
    return values[0];
  }

  /** A value that is not blank; absent where it is left out. */
  @Nullable String value(String name) {
    String[] values = parameters.get(name);
    if (values == null) {
      return null;
    }
    if (values.length != 1 || values[0].isBlank()) {
      expect(name + " once, with a value");
      return null;
    }
    return values[0];
  }

  /**
   * A value that must be there; blank where it is not, which is wrong.
   *
   * @param what it is
   */
  String required(String name, String what) {
    String value = parameters.containsKey(name) ? text(name) : "";
    if (value.isBlank()) {
      expect(name + " once, with " + what);
    }
    return value;
  }

  /** A number; absent where it is left out. */
  @Nullable Long number(String name) {
    return read(
        name,
        "a whole number",
        value ->
            NUMBER.matcher(value).matches() ? Optional.of(Long.valueOf(value)) : Optional.empty());
  }

  /**
   * A value that is to be understood; absent where it is left out.
   *
   * @param expected how it is written
   * @param reader understands it, or does not
   */
  <T> @Nullable T read(String name, String expected, Function<String, Optional<T>> reader) {
    String value = value(name);
    if (value == null) {
      return null;
    }
    Optional<T> read = reader.apply(value);
    if (read.isEmpty()) {
      expect(name + " as " + expected);
    }
    return read.orElse(null);
  }
}
