package org.preclaim.reference.ncci;

import static org.preclaim.reference.source.ReferenceProblemCode.CUT_OFF;
import static org.preclaim.reference.source.ReferenceProblemCode.DUPLICATE;
import static org.preclaim.reference.source.ReferenceProblemCode.HEADER;
import static org.preclaim.reference.source.ReferenceProblemCode.ROW;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.pack.DateKey;
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

/** The rows of the add-on code edits on their way to be packed. */
final class AddOnRows {

  private static final List<String> HEADS =
      List.of(
          "aocedittype",
          "addoncode",
          "aocdeldt",
          "primarycode",
          "primarycodedeldt",
          "aocediteffdt",
          "aoceditdeldt");

  private static final int TYPE = 0;
  private static final int ADD_ON = 1;
  private static final int ADD_ON_LAST = 2;
  private static final int PRIMARY = 3;
  private static final int PRIMARY_LAST = 4;
  private static final int FIRST = 5;
  private static final int LAST = 6;
  private static final String CONTRACTORS_CHOICE = "CCCCC";

  /** Where the fields of the flat layout end, from 0. */
  private static final int[] FLAT_ENDS = {1, 6, 13, 18, 25, 32, 39};

  private static final NamedColumns FLAT_COLUMNS =
      new NamedColumns(List.of(TYPE, ADD_ON, ADD_ON_LAST, PRIMARY, PRIMARY_LAST, FIRST, LAST));

  private record Key(int addOn, int primary, int first) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byAddOn = Integer.compare(addOn, other.addOn);
      int byPrimary = Integer.compare(primary, other.primary);
      return byAddOn != 0
          ? byAddOn
          : byPrimary != 0 ? byPrimary : Integer.compare(first, other.first);
    }
  }

  private record Edit(int type, int last, OfficialFile file, Place place) {

    boolean says(Edit other) {
      return type == other.type && last == other.last;
    }
  }

  private final ImportLog log;
  private final NcciField fields;
  private final SortedMap<Key, Edit> edits = new TreeMap<>();
  private @Nullable NamedColumns columns;
  private LastRow last = new LastRow();
  private boolean headed;

  AddOnRows(ImportLog log) {
    this.log = log;
    this.fields = new NcciField(log);
  }

  void read(OfficialFile file) throws IOException {
    if (AddOnImporter.isFlat(file)) {
      readFlat(file);
      return;
    }
    columns = null;
    headed = false;
    last = new LastRow();
    boolean ended = SourceRows.read(file, SourceLimits.DEFAULT, this::accept);
    if (!ended) {
      last.requireWhole(HEADS.size() + 1, log);
    }
    if (!headed) {
      log.problem(file.place(), HEADER, "no row begins with `AOC_Edit_Type`, expected the heads");
    }
  }

  private void readFlat(OfficialFile file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file.open(), OfficialFile.CHARSET))) {
      int number = 1;
      for (String line = lines.readLine(), next; line != null; line = next, number++) {
        next = lines.readLine();
        if (AddOnImporter.FLAT.matcher(line).matches()) {
          add(FLAT_COLUMNS, flat(file, number, line));
        } else if (!line.isBlank()) {
          log.problem(
              file.place(number, 1),
              next == null ? CUT_OFF : ROW,
              "the line has not the shape of the others, expected a type and two codes with days");
        }
      }
    }
  }

  private static SourceRow flat(OfficialFile file, int number, String line) {
    List<String> cells = new ArrayList<>();
    List<Integer> begins = new ArrayList<>();
    int begin = 0;
    for (int end : FLAT_ENDS) {
      int cut = Math.min(end, line.length());
      cells.add(line.substring(Math.min(begin, cut), cut).strip());
      begins.add(begin + 1);
      begin = end;
    }
    return new SourceRow(file, null, number, cells, List.of(), begins);
  }

  private void accept(SourceRow row) {
    if (!headed) {
      if (NamedColumns.isHeader(row, AddOnImporter.FIRST_HEAD)) {
        headed = true;
        columns = NamedColumns.in(row, HEADS, log).orElse(null);
      }
    } else if (columns != null && !row.isBlank()) {
      last.see(row);
      if (row.sheet() == null && row.size() < HEADS.size()) {
        log.problem(
            row.place(row.size()),
            ROW,
            "the row has " + row.size() + " fields, expected " + HEADS.size() + " or more");
      } else {
        add(columns, row);
      }
    }
  }

  private void add(NamedColumns heads, SourceRow row) {
    long before = log.problemCount();
    int type = fields.indicator(row, heads.get(TYPE), "123", true);
    int addOn = fields.code(row, heads.get(ADD_ON));
    boolean open = row.field(heads.get(PRIMARY)).equals(CONTRACTORS_CHOICE);
    int primary = open ? CodeKey.NONE : fields.code(row, heads.get(PRIMARY));
    int first = fields.ordinalDay(row, heads.get(FIRST));
    int last =
        Math.min(
            fields.lastOrdinalDay(row, heads.get(LAST)),
            Math.min(
                fields.lastOrdinalDay(row, heads.get(ADD_ON_LAST)),
                fields.lastOrdinalDay(row, heads.get(PRIMARY_LAST))));
    if (log.problemCount() > before) {
      return;
    }
    Place place = row.place(heads.get(ADD_ON));
    put(new Key(addOn, primary, first), new Edit(type, last, row.file(), place));
  }

  private void put(Key key, Edit edit) {
    Edit other = edits.putIfAbsent(key, edit);
    boolean repeated = other != null && edit.says(other) && !other.file().equals(edit.file());
    if (other != null && !repeated) {
      log.problem(
          edit.place(),
          DUPLICATE,
          "`" + CodeKey.text(key.addOn()) + "` has this row in " + other.place() + " already");
    }
  }

  PackedTable pack(Job job) {
    int size = edits.size();
    int[] codes = edits.keySet().stream().mapToInt(Key::addOn).distinct().toArray();
    int[] starts = new int[codes.length + 1];
    byte[] types = new byte[size];
    int[] lasts = new int[size];
    int code = -1;
    int at = 0;
    for (var each : edits.entrySet()) {
      if (code < 0 || codes[code] != each.getKey().addOn()) {
        starts[++code] = at;
      }
      types[at] = (byte) each.getValue().type();
      lasts[at++] = each.getValue().last();
    }
    starts[codes.length] = size;
    int earliest = edits.keySet().stream().mapToInt(Key::first).min().orElse(DateKey.OPEN);
    TableSpan quarter = TableSpan.quarter(job.effective());
    TableSpan span = size == 0 ? quarter : quarter.from(DateKey.day(earliest));
    return new TableDraft(job.dataset(), span, size)
        .section(PackedAddOns.CODES, codes)
        .section(PackedAddOns.STARTS, starts)
        .section(PackedAddOns.TYPES, types)
        .section(PackedAddOns.PRIMARIES, edits.keySet().stream().mapToInt(Key::primary).toArray())
        .section(PackedAddOns.FIRST_DAYS, edits.keySet().stream().mapToInt(Key::first).toArray())
        .section(PackedAddOns.LAST_DAYS, lasts)
        .build();
  }
}
