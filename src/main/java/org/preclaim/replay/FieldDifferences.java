package org.preclaim.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.replay.Report.Difference;
import org.preclaim.replay.Report.Field;
import org.preclaim.replay.Report.Fields;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields in which two JSON documents differ, in the order of the first one. */
final class FieldDifferences {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final int FIRST_MAX = 5;
  private static final int VALUE_MAX = 200;

  /** What is compared as a whole, and long. */
  private static final Set<String> DOCUMENTS = Set.of(Differences.SAID, Differences.TRACE);

  private final List<Field> first = new ArrayList<>();
  private long count;

  private FieldDifferences() {}

  /** The same with the fields that differ, where it is one of two long documents. */
  static Difference named(Difference difference) {
    String before = difference.before();
    String after = difference.after();
    if (!DOCUMENTS.contains(difference.what()) || before == null || after == null) {
      return difference;
    }
    FieldDifferences found = new FieldDifferences();
    found.compare("", JSON.readTree(before), JSON.readTree(after));
    // None where the same fields were only written in another way.
    Fields fields = found.count == 0 ? null : new Fields(found.count, found.first);
    return new Difference(difference.what(), difference.policy(), before, after, fields);
  }

  private void compare(String at, JsonNode before, JsonNode after) {
    if (before.isObject() && after.isObject()) {
      Set<String> names = new LinkedHashSet<>(before.propertyNames());
      names.addAll(after.propertyNames());
      for (String name : names) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        compare(at + "/" + escaped, before.path(name), after.path(name));
      }
    } else if (before.isArray() && after.isArray()) {
      for (int index = 0; index < Math.max(before.size(), after.size()); index++) {
        compare(at + "/" + index, before.path(index), after.path(index));
      }
    } else if (!before.toString().equals(after.toString())) {
      count++;
      if (first.size() < FIRST_MAX) {
        first.add(new Field(at, value(before), value(after)));
      }
    }
  }

  private static @Nullable String value(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    String json = node.toString();
    return json.length() > VALUE_MAX ? json.substring(0, VALUE_MAX) + "…" : json;
  }
}
