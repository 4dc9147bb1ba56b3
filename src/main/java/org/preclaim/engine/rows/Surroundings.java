package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Performed;

/** All facts of one encounter. Belongs to one evaluation, and is not shared between threads. */
final class Surroundings {

  private final List<BilledLine> lines;
  private final List<Performed> procedures;
  private final List<DeniedLine> denials;
  private @Nullable Map<String, List<BilledLine>> linesByCode;
  private @Nullable Map<String, List<Performed>> proceduresByKind;

  Surroundings(List<BilledLine> lines, List<Performed> procedures, List<DeniedLine> denials) {
    this.lines = lines;
    this.procedures = procedures;
    this.denials = denials;
  }

  List<BilledLine> lines() {
    return lines;
  }

  List<Performed> procedures() {
    return procedures;
  }

  List<DeniedLine> denials() {
    return denials;
  }

  /** The lines that report {@code code}. */
  List<BilledLine> lines(String code) {
    Map<String, List<BilledLine>> index = linesByCode;
    if (index == null) {
      index = new HashMap<>();
      for (BilledLine line : lines) {
        index.computeIfAbsent(line.code(), none -> new ArrayList<>(2)).add(line);
      }
      linesByCode = index;
    }
    return index.getOrDefault(code, List.of());
  }

  /** The procedures of this kind. */
  List<Performed> procedures(String kind) {
    Map<String, List<Performed>> index = proceduresByKind;
    if (index == null) {
      index = new HashMap<>();
      for (Performed procedure : procedures) {
        index.computeIfAbsent(procedure.kind(), none -> new ArrayList<>(2)).add(procedure);
      }
      proceduresByKind = index;
    }
    return index.getOrDefault(kind, List.of());
  }
}
