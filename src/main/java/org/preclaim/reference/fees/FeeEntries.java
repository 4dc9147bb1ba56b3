package org.preclaim.reference.fees;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.preclaim.problem.Place;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.FeeScheduleEntry;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.TableDraft;
import org.preclaim.reference.pack.TableSpan;
import org.preclaim.reference.pack.TextKey;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.ReferenceProblemCode;

/** The entries of one release, checked field by field while they come in. */
final class FeeEntries {

  private final ImportLog log;
  private final Map<Long, Integer> indicators = new TreeMap<>();

  FeeEntries(ImportLog log) {
    this.log = log;
  }

  /** Adds the entry whose fields stand at {@code places}, or reports each field that is wrong. */
  void add(Map<FeeField, String> fields, Function<FeeField, Place> places) {
    boolean sound = true;
    for (Map.Entry<FeeField, String> each : fields.entrySet()) {
      FeeField field = each.getKey();
      if (!field.allows(each.getValue())) {
        sound = false;
        report(field, each.getValue(), places.apply(field));
      }
    }
    if (sound) {
      keep(entry(fields), places.apply(FeeField.CODE));
    }
  }

  private void report(FeeField field, String text, Place place) {
    String found =
        text.isEmpty()
            ? "there is no " + field.heading()
            : "`" + text + "` is no " + field.heading();
    boolean code = field == FeeField.CODE;
    log.problem(
        place,
        code ? ReferenceProblemCode.CODE : ReferenceProblemCode.INDICATOR,
        found + ", expected " + field.expected());
  }

  private void keep(FeeScheduleEntry entry, Place place) {
    long key = TextKey.of(entry.code() + entry.modifier());
    if (indicators.putIfAbsent(key, Indicators.of(entry)) != null) {
      String modifier = entry.modifier().isEmpty() ? "" : "-" + entry.modifier();
      log.problem(
          place,
          ReferenceProblemCode.DUPLICATE,
          "`" + entry.code() + modifier + "` has an entry already, expected one");
    }
  }

  private static FeeScheduleEntry entry(Map<FeeField, String> fields) {
    return new FeeScheduleEntry(
        text(fields, FeeField.CODE),
        text(fields, FeeField.MODIFIER),
        text(fields, FeeField.STATUS),
        digit(fields, FeeField.PC_TC),
        text(fields, FeeField.GLOBAL_DAYS),
        digit(fields, FeeField.MULTIPLE),
        digit(fields, FeeField.BILATERAL),
        digit(fields, FeeField.ASSISTANT),
        digit(fields, FeeField.CO_SURGEON),
        digit(fields, FeeField.TEAM));
  }

  private static String text(Map<FeeField, String> fields, FeeField field) {
    return fields.getOrDefault(field, "");
  }

  private static int digit(Map<FeeField, String> fields, FeeField field) {
    return Integer.parseInt(text(fields, field));
  }

  /** How many there are. */
  int size() {
    return indicators.size();
  }

  /** The entries as a table. */
  PackedTable pack(TableSpan span) {
    long[] codes = indicators.keySet().stream().mapToLong(Long::longValue).toArray();
    int[] bits = indicators.values().stream().mapToInt(Integer::intValue).toArray();
    return new TableDraft(Dataset.FEE_SCHEDULE, span, codes.length)
        .section(PackedFeeSchedule.CODES, codes)
        .section(PackedFeeSchedule.INDICATORS, bits)
        .build();
  }
}
