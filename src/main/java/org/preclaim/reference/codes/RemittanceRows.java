package org.preclaim.reference.codes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.RemittanceCodes.Kind;
import org.preclaim.reference.pack.DayWindow;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.TableDraft;
import org.preclaim.reference.pack.TableSpan;
import org.preclaim.reference.pack.TextKey;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.NamedColumns;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceRow;

/** Takes the rows of a table of reason, remark and group codes; other columns are passed over. */
final class RemittanceRows implements Consumer<SourceRow> {

  private static final List<String> HEADS =
      List.of("code", "type", "start", "last_modified", "end");
  private static final int CODE = 0;
  private static final int TYPE = 1;
  private static final int START = 2;
  private static final int MODIFIED = 3;
  private static final int END = 4;

  private static final String GROUP = "Group";
  private static final Pattern GROUP_CODE = Pattern.compile("[A-Z]{2}");
  private static final Pattern REASON_CODE = Pattern.compile("[1-9][0-9]{0,2}|[A-Z][0-9]{1,2}");
  private static final Pattern REMARK_CODE = Pattern.compile("(?:MA?|N)[0-9]{1,4}");
  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern AMERICAN_DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

  private final ImportLog log;
  private final Map<Kind, SortedMap<Long, Integer>> windows = new EnumMap<>(Kind.class);
  private @Nullable SourceRow header;
  private @Nullable NamedColumns columns;
  private @Nullable SourceRow last;

  RemittanceRows(ImportLog log) {
    this.log = log;
    for (Kind kind : Kind.values()) {
      windows.put(kind, new TreeMap<>());
    }
  }

  /** Whether it is the head of such a table, perhaps one that lacks something. */
  static boolean isHeader(SourceRow row) {
    List<String> heads = row.fields().stream().map(NamedColumns::letters).toList();
    return heads.contains("code") && heads.contains("type") && heads.contains("start");
  }

  @Override
  public void accept(SourceRow row) {
    if (header == null) {
      header = row;
      columns = NamedColumns.in(row, HEADS, log).orElse(null);
    } else if (columns != null && !row.isBlank()) {
      last = row;
      read(row, header.size(), columns);
    }
  }

  private void read(SourceRow row, int width, NamedColumns heads) {
    if (row.size() != width) {
      log.problem(
          row.place(row.size()),
          ReferenceProblemCode.ROW,
          "the row has " + row.size() + " fields, expected " + width);
      return;
    }
    String type = row.field(heads.get(TYPE));
    if (type.equals(GROUP)) {
      isCode(row, heads, GROUP_CODE, "a group code such as `CO`");
      return;
    }
    Kind kind = kind(type);
    if (kind == null) {
      log.problem(
          row.place(heads.get(TYPE)),
          ReferenceProblemCode.INDICATOR,
          "`" + type + "` is no type of code, expected CARC, RARC or Group");
      return;
    }
    boolean shaped =
        switch (kind) {
          case REASON -> isCode(row, heads, REASON_CODE, "a reason code such as `97`");
          case REMARK -> isCode(row, heads, REMARK_CODE, "a remark code such as `N122`");
        };
    Integer window = window(row, heads);
    if (shaped && window != null) {
      keep(kind, row, heads, window);
    }
  }

  private static @Nullable Kind kind(String type) {
    return switch (type) {
      case "CARC" -> Kind.REASON;
      case "RARC" -> Kind.REMARK;
      default -> null;
    };
  }

  private boolean isCode(SourceRow row, NamedColumns heads, Pattern shape, String expected) {
    String code = row.field(heads.get(CODE));
    boolean shaped = shape.matcher(code).matches();
    if (!shaped) {
      log.problem(
          row.place(heads.get(CODE)),
          ReferenceProblemCode.CODE,
          "`" + code + "` is no code of its list, expected " + expected);
    }
    return shaped;
  }

  /** The days of a code; {@code null} where they cannot be, which is told. */
  private @Nullable Integer window(SourceRow row, NamedColumns heads) {
    LocalDate start = day(row, heads.get(START));
    if (!row.field(heads.get(MODIFIED)).isEmpty()) {
      day(row, heads.get(MODIFIED));
    }
    boolean open = row.field(heads.get(END)).isEmpty();
    LocalDate end = open ? null : day(row, heads.get(END));
    if (start == null || (!open && end == null)) {
      return null;
    }
    if (end != null && !end.isAfter(start)) {
      log.problem(
          row.place(heads.get(END)),
          ReferenceProblemCode.DATE,
          "the code stops on " + end + ", expected a day after its start, " + start);
      return null;
    }
    return DayWindow.of(start, end == null ? null : end.minusDays(1));
  }

  private @Nullable LocalDate day(SourceRow row, int column) {
    String text = row.field(column);
    LocalDate day = written(text);
    if (day != null && DayWindow.holds(day)) {
      return day;
    }
    log.problem(
        row.place(column),
        ReferenceProblemCode.DATE,
        (text.isEmpty() ? "there is no date" : "`" + text + "` is no date")
            + ", expected one from 1970 to 2149 such as 2013-11-01 or 11/1/2013");
    return null;
  }

  private static @Nullable LocalDate written(String text) {
    Matcher iso = ISO_DAY.matcher(text);
    Matcher american = AMERICAN_DAY.matcher(text);
    try {
      if (iso.matches()) {
        return LocalDate.parse(text);
      }
      return american.matches()
          ? LocalDate.of(
              Integer.parseInt(american.group(3)),
              Integer.parseInt(american.group(1)),
              Integer.parseInt(american.group(2)))
          : null;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private void keep(Kind kind, SourceRow row, NamedColumns heads, int window) {
    String code = row.field(heads.get(CODE));
    if (codes(kind).putIfAbsent(TextKey.of(code), window) != null) {
      log.problem(
          row.place(heads.get(CODE)),
          ReferenceProblemCode.DUPLICATE,
          "`" + code + "` has a row already, expected one");
    }
  }

  private SortedMap<Long, Integer> codes(Kind kind) {
    return windows.computeIfAbsent(kind, any -> new TreeMap<>());
  }

  /**
   * Reports what shows only at the end.
   *
   * @param whole whether the file ends with the end of a line
   */
  void end(OfficialFile file, boolean whole) {
    if (!whole && last != null) {
      // A stop day that is missing looks like a code in use.
      log.problem(
          last.place(last.size() - 1),
          ReferenceProblemCode.CUT_OFF,
          "the file does not end its last line, so that this row may be cut off",
          "fetch the file again, or end its last line");
    }
    if (log.problemCount() > 0) {
      return;
    }
    for (Kind kind : Kind.values()) {
      if (codes(kind).isEmpty()) {
        String what =
            switch (kind) {
              case REASON -> "reason code, type CARC";
              case REMARK -> "remark code, type RARC";
            };
        log.problem(file.place(), ReferenceProblemCode.ROW_COUNT, "the file has no " + what);
      }
    }
  }

  /** The table, where nothing was wrong. */
  PackedTable pack(TableSpan span) {
    LocalDate earliest =
        windows.values().stream()
            .flatMap(codes -> codes.values().stream())
            .map(DayWindow::first)
            .min(LocalDate::compareTo)
            .orElseThrow();
    int rows = windows.values().stream().mapToInt(Map::size).sum();
    TableDraft draft = new TableDraft(Dataset.REMITTANCE_CODES, span.from(earliest), rows);
    windows.forEach(
        (kind, codes) ->
            draft
                .section(
                    PackedRemittanceCodes.codesOf(kind),
                    codes.keySet().stream().mapToLong(Long::longValue).toArray())
                .section(
                    PackedRemittanceCodes.windowsOf(kind),
                    codes.values().stream().mapToInt(Integer::intValue).toArray()));
    return draft.build();
  }
}
