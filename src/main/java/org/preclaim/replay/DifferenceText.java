package org.preclaim.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.preclaim.replay.Report.Difference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that differs, in words: of a finding that changed only what is not the same, of one
 * that is new or gone only what it is about.
 */
final class DifferenceText {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NOTHING = "none";
  private static final int LINE_MAX = 76;

  private final Difference difference;
  private final List<String> lines = new ArrayList<>();

  private DifferenceText(Difference difference) {
    this.difference = difference;
  }

  /** The lines that tell it; those after the first begin with blanks. */
  static List<String> lines(Difference difference) {
    DifferenceText text = new DifferenceText(difference);
    text.tell();
    return text.lines;
  }

  private void tell() {
    String before = difference.before();
    String after = difference.after();
    if (before != null && after != null) {
      both(before, after);
    } else if (before != null) {
      oneSide(before);
    } else if (after != null) {
      oneSide(after);
    }
  }

  private void both(String before, String after) {
    if (isObject(before) && isObject(after)) {
      fields(JSON.readTree(before), JSON.readTree(after));
    } else {
      change("", difference.what(), before, after);
    }
  }

  private void oneSide(String told) {
    JsonNode node = isObject(told) ? JSON.readTree(told) : JSON.missingNode();
    lines.add(isObject(told) ? head(node) + ": " + summary(node) : head(node) + ": " + told);
  }

  private static boolean isObject(String told) {
    return told.startsWith("{");
  }

  private void fields(JsonNode before, JsonNode after) {
    String where = lineOf(before);
    lines.add(head(before) + (where.isEmpty() ? "" : ", " + where));
    Map<String, String> old = values(before);
    Map<String, String> now = values(after);
    TreeSet<String> others = new TreeSet<>(now.keySet());
    others.removeAll(old.keySet());
    List<String> names = new ArrayList<>(old.keySet());
    names.addAll(others);
    for (String name : names) {
      String was = old.getOrDefault(name, NOTHING);
      String is = now.getOrDefault(name, NOTHING);
      if (!was.equals(is)) {
        change("  ", name, was, is);
      }
    }
  }

  private void change(String indent, String name, String was, String is) {
    String line = indent + name + " " + was + " → " + is;
    if (line.length() <= LINE_MAX) {
      lines.add(line);
      return;
    }
    lines.add(indent + name);
    lines.add(indent + "  - " + was);
    lines.add(indent + "  + " + is);
  }

  /** What became of which finding, or which check it is. */
  private String head(JsonNode told) {
    String policy = difference.policy();
    if (policy != null) {
      return difference.what() + " " + policy;
    }
    String head = difference.what() + " " + told.path("family").asString("");
    if (difference.before() == null) {
      return head.strip() + " added";
    }
    return head.strip() + (difference.after() == null ? " gone" : "");
  }

  private static String summary(JsonNode told) {
    List<String> parts = new ArrayList<>();
    if (told.has("action")) {
      parts.add("suggestion " + told.path("action").asString("") + " " + value(told.path("code")));
    }
    for (String name : List.of("kind", "severity", "state")) {
      if (told.has(name)) {
        parts.add(value(told.path(name)));
      }
    }
    parts.add(lineOf(told));
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  private static String lineOf(JsonNode told) {
    if (told.has("line")) {
      return "line " + value(told.path("line"));
    }
    JsonNode numbers = told.path("lines");
    return switch (numbers.size()) {
      case 0 -> "";
      case 1 -> "line " + value(numbers);
      default -> "lines " + value(numbers);
    };
  }

  /** The fields by name, those of an object in it after its own name. */
  private static Map<String, String> values(JsonNode told) {
    Map<String, String> values = new LinkedHashMap<>();
    told.properties()
        .forEach(
            field -> {
              String name = inWords(field.getKey());
              if (field.getValue().isObject()) {
                values(field.getValue())
                    .forEach((inner, value) -> values.put(name + " " + inner, value));
              } else {
                values.put(name, value(field.getValue()));
              }
            });
    return values;
  }

  private static String value(JsonNode told) {
    if (!told.isArray()) {
      return told.isValueNode() ? told.asString() : told.toString();
    }
    return told.isEmpty()
        ? NOTHING
        : StreamSupport.stream(told.spliterator(), false)
            .map(DifferenceText::value)
            .collect(Collectors.joining(", "));
  }

  /** {@code chargeAtRisk} as {@code charge at risk}. */
  private static String inWords(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
