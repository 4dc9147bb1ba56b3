package org.preclaim.reference.ncci;

import static org.preclaim.reference.source.ReferenceProblemCode.DUPLICATE;
import static org.preclaim.reference.source.ReferenceProblemCode.HEADER;
import static org.preclaim.reference.source.ReferenceProblemCode.ROW;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.TableDraft;
import org.preclaim.reference.pack.TableSpan;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Importer.Job;
import org.preclaim.reference.source.NamedColumns;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.SourceLimits;
import org.preclaim.reference.source.SourceRow;
import org.preclaim.reference.source.SourceRows;

/** The rows of one table of medically unlikely edits on their way to be packed. */
final class MueRows {

  private static final int VALUE = 0;
  private static final int ADJUDICATION = 1;
  private static final int RATIONALE = 2;

  private record Limit(int units, int adjudication, int rationale, SourceRow row) {

    boolean says(Limit other) {
      return units == other.units
          && adjudication == other.adjudication
          && rationale == other.rationale;
    }
  }

  private final ImportLog log;
  private final NcciField fields;
  private final SortedMap<Integer, Limit> limits = new TreeMap<>();
  private @Nullable NamedColumns columns;
  private LastRow last = new LastRow();
  private boolean headed;

  MueRows(ImportLog log) {
    this.log = log;
    this.fields = new NcciField(log);
  }

  void read(OfficialFile file) throws IOException {
    columns = null;
    headed = false;
    last = new LastRow();
    boolean ended = SourceRows.read(file, SourceLimits.DEFAULT, this::accept);
    if (!headed) {
      log.problem(file.place(), HEADER, "no row begins with `HCPCS/CPT Code`, expected the heads");
    } else if (!ended) {
      last.requireWhole(MueImporter.heads().size() + 1, log);
    }
  }

  private void accept(SourceRow row) {
    if (!headed) {
      if (NamedColumns.isHeader(row, MueImporter.FIRST_HEAD)) {
        headed = true;
        columns = NamedColumns.in(row, MueImporter.heads(), log).orElse(null);
      }
    } else if (columns != null && !row.isBlank()) {
      last.see(row);
      add(columns, row);
    }
  }

  private void add(NamedColumns heads, SourceRow row) {
    if (row.sheet() == null && row.size() < MueImporter.heads().size() + 1) {
      log.problem(
          row.place(row.size()), ROW, "the row has " + row.size() + " fields, expected 4 or more");
      return;
    }
    long before = log.problemCount();
    int code = fields.code(row, 0);
    int units = fields.number(row, heads.get(VALUE));
    int adjudication = fields.indicator(row, heads.get(ADJUDICATION), "123", false);
    if (log.problemCount() > before) {
      return;
    }
    int rationale = MueRationale.of(row.field(heads.get(RATIONALE))).number();
    Limit limit = new Limit(units, adjudication, rationale, row);
    Limit other = limits.putIfAbsent(code, limit);
    boolean repeated = other != null && limit.says(other) && !other.row().file().equals(row.file());
    if (other != null && !repeated) {
      log.problem(
          row.place(0),
          DUPLICATE,
          "`" + row.field(0) + "` stands in " + other.row().place(0) + " already");
    }
  }

  PackedTable pack(Job job) {
    int size = limits.size();
    int[] codes = new int[size];
    int[] units = new int[size];
    byte[] adjudications = new byte[size];
    byte[] rationales = new byte[size];
    int at = 0;
    for (var each : limits.entrySet()) {
      codes[at] = each.getKey();
      units[at] = each.getValue().units();
      adjudications[at] = (byte) each.getValue().adjudication();
      rationales[at++] = (byte) each.getValue().rationale();
    }
    return new TableDraft(job.dataset(), TableSpan.quarter(job.effective()), size)
        .section(PackedMue.CODES, codes)
        .section(PackedMue.UNITS, units)
        .section(PackedMue.ADJUDICATIONS, adjudications)
        .section(PackedMue.ROW_RATIONALES, rationales)
        .section(PackedMue.RATIONALES, MueRationale.allWords())
        .build();
  }
}
