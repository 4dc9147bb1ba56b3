package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.table.Column;

/** The patterns of a table that ask for a fact, numbered from 1 from left to right. */
final class Patterns {

  private static final Pattern PLAIN =
      Pattern.compile("(?:(?<name>\\$\\w+)\\s*:\\s*)?(?<type>[A-Z]\\w*)(?:\\s*\\(\\s*\\))?");

  private final Map<Integer, Integer> numberByStart = new LinkedHashMap<>();
  private final Map<String, Integer> numberByName = new LinkedHashMap<>();
  private final List<FactKind> kinds = new ArrayList<>();
  private int asked;

  Patterns(List<Column> columns) {
    int last = -1;
    for (Column column : columns) {
      String objectType = column.objectType();
      if (column.type() != Column.Type.CONDITION || column.patternStart() == last) {
        continue;
      }
      last = column.patternStart();
      asked++;
      Matcher plain = PLAIN.matcher(Objects.requireNonNullElse(objectType, "").strip());
      if (plain.matches()) {
        FactKind.of(plain.group("type"))
            .ifPresent(kind -> add(column.patternStart(), kind, plain.group("name")));
      }
    }
  }

  private void add(int start, FactKind kind, @Nullable String name) {
    kinds.add(kind);
    numberByStart.put(start, kinds.size());
    if (name != null) {
      numberByName.put(name, kinds.size());
    }
  }

  /** How many facts rows may ask for, those included that are not understood. */
  int count() {
    return asked;
  }

  /** The number of the pattern that {@code column} belongs to; 0 where it is none of these. */
  int numberOf(Column column) {
    return column.objectType() == null ? 0 : numberByStart.getOrDefault(column.patternStart(), 0);
  }

  /** The number of the pattern that binds {@code name}; 0 where none does. */
  int numberOf(String name) {
    return numberByName.getOrDefault(name, 0);
  }

  FactKind kind(int number) {
    return kinds.get(number - 1);
  }

  boolean areLines(int one, int other) {
    return kind(one) == FactKind.LINE && kind(other) == FactKind.LINE;
  }
}
