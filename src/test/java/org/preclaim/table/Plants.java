package org.preclaim.table;

import static java.util.Objects.requireNonNull;
import static org.preclaim.table.TableFault.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.preclaim.table.CellMeaning.Choice;
import org.preclaim.table.CellMeaning.Codes;
import org.preclaim.table.CellMeaning.CodesOrKinds;
import org.preclaim.table.CellMeaning.Diagnoses;
import org.preclaim.table.CellMeaning.From;
import org.preclaim.table.CellMeaning.Modifiers;
import org.preclaim.table.CellMeaning.Places;
import org.preclaim.table.CellMeaning.Severity;
import org.preclaim.table.CellMeaning.Until;
import org.preclaim.table.CellMeaning.Words;
import org.preclaim.table.PlantedBook.Spot;

/** For each fault, what an analyst could do at a random cell of a workbook to bring it about. */
final class Plants {

  private static final String POLICIES = PoliciesSheet.NAME;
  private static final String SCENARIOS = ScenariosSheet.NAME;
  private static final String ABOUT_SHEET = AboutSheet.NAME;

  private final Map<TableFault, Plant> plants = new EnumMap<>(TableFault.class);

  /** Plants something; gives nothing where the workbook has no cell for it. */
  interface Plant {
    @Nullable Planting in(PlantedBook book);
  }

  private Plants() {
    header();
    layout();
    text();
    identity();
    values();
    remittance();
    otherSheets();
  }

  /** All of them. */
  static Map<TableFault, Plant> byFault() {
    return new Plants().plants;
  }

  private void header() {
    plants.put(
        PACKAGE,
        book -> put(book, new Spot(POLICIES, 0, 1), "preclaim." + book.random().nextInt()));
    plants.put(
        NO_TABLE,
        book -> {
          book.put(new Spot(POLICIES, book.table().row(), 0), "");
          return Planting.at(book.place(POLICIES), STRAY_CELL);
        });
    plants.put(
        MISSING_HEADER,
        book -> {
          Spot spot = header(book, 3, column -> column.type().needsSnippet());
          return put(book, spot, "", MISSING_HEADER, MISSING_MESSAGE, MISSING_CITATION);
        });
    plants.put(
        COLUMN_TYPE,
        book -> {
          Spot spot = header(book, 1, column -> true);
          String type = book.any(List.of("TIMER", "COND", "SALIENCE", "METADATE"));
          return put(book, spot, type, MISSING_HEADER, MISSING_MESSAGE, MISSING_CITATION);
        });
    plants.put(
        NO_PLACEHOLDER,
        book ->
            put(
                book,
                header(
                    book,
                    3,
                    column ->
                        column.type() == Column.Type.CONDITION
                            || column.type() == Column.Type.ACTION),
                "distinct()"));
  }

  private static Spot header(PlantedBook book, int below, Predicate<Column> which) {
    PolicyTable table = book.table();
    Column column = book.any(table.columns().stream().filter(which).toList());
    return new Spot(POLICIES, table.row() + below, column.index());
  }

  private void layout() {
    plants.put(
        NO_HEADING,
        book -> {
          PolicyTable table = book.table();
          int beyond = table.columns().size() + book.random().nextInt(5);
          return put(book, new Spot(POLICIES, book.any(table.rows()).row(), beyond), "a note");
        });
    plants.put(
        BLANK_ROW,
        book -> {
          PolicyTable table = book.table();
          PolicyRow row = book.any(table.rows().subList(0, table.rows().size() - 1));
          book.clearRow(POLICIES, row.row());
          return Planting.at(book.place(new Spot(POLICIES, row.row(), row.idColumn())));
        });
    plants.put(STRAY_CELL, Plants::stray);
    plants.put(
        HIDDEN_ROW,
        book -> {
          PolicyRow row = book.any(book.model().policies());
          book.hideRow(POLICIES, row.row());
          return Planting.at(book.place(new Spot(POLICIES, row.row(), row.idColumn())));
        });
    plants.put(
        NO_POLICIES,
        book -> {
          PolicyTable table = book.table();
          table.rows().forEach(row -> book.clearRow(POLICIES, row.row()));
          return Planting.at(book.place(new Spot(POLICIES, table.row(), 0)));
        });
    plants.put(
        MISSING_SHEET,
        book -> {
          book.sheets().remove(book.any(List.of(POLICIES, SCENARIOS, ABOUT_SHEET)));
          return Planting.at(book.place());
        });
    plants.put(
        EMPTY_SHEET,
        book -> {
          List.copyOf(requireNonNull(book.sheets().get(POLICIES)).rows().keySet())
              .forEach(row -> book.clearRow(POLICIES, row));
          return Planting.at(book.place(POLICIES));
        });
  }

  private static Planting stray(PlantedBook book) {
    PolicyTable table = book.table();
    int column = 1 + book.random().nextInt(table.columns().size());
    int below = table.rows().get(table.rows().size() - 1).row() + 2 + book.random().nextInt(20);
    return put(book, new Spot(POLICIES, book.any(List.of(table.row(), below)), column), "a remark");
  }

  private void text() {
    plants.put(
        ODD_CHARACTER,
        book -> {
          String odd =
              book.any(List.of("\u2019", "\u201C", "\u00A0", "\u200B", "\u2011", "\uFEFF"));
          Spot spot = anyText(book);
          String text = book.text(spot);
          int at = 1 + book.random().nextInt(Math.max(1, text.length() - 1));
          return put(book, spot, text.substring(0, at) + odd + "x" + text.substring(at), SCENARIO);
        });
    plants.put(
        STRAY_BLANK,
        book -> {
          Spot spot = anyText(book);
          String text = book.text(spot);
          return put(book, spot, book.any(List.of(" " + text, text + " ", text + "\n")));
        });
    plants.put(
        LINE_BREAK,
        book -> {
          Spot spot = book.any(book.policies(Plants::isOneLine));
          return put(book, spot, book.text(spot) + "\n" + book.text(spot));
        });
    plants.put(
        UNSAFE_TEXT,
        book -> {
          Spot spot = book.any(book.policies(column -> true));
          String text = book.text(spot);
          return put(
              book, spot, book.any(List.of("\"" + text, text + "\\u0041", text + "*/ eval")));
        });
  }

  /** Any filled cell that people write. */
  private static Spot anyText(PlantedBook book) {
    List<Spot> spots = new ArrayList<>(book.policies(column -> true));
    spots.addAll(book.filled(SCENARIOS, 1, 0));
    spots.addAll(book.filled(ABOUT_SHEET, 0, 1));
    return book.any(spots);
  }

  private static boolean isOneLine(Column column) {
    return column.type() != Column.Type.DESCRIPTION
        && column
            .metadataName()
            .filter(name -> name.equals("remedies") || name.equals("citation"))
            .isEmpty();
  }

  private void identity() {
    plants.put(MISSING_ID, book -> put(book, id(book), ""));
    plants.put(
        BAD_ID,
        book -> {
          Spot spot = id(book);
          String id = book.text(spot);
          return put(book, spot, book.any(List.of(id.toLowerCase(Locale.ROOT), id + " 2", "X")));
        });
    plants.put(
        DUPLICATE_ID,
        book -> {
          List<PolicyRow> rows = book.model().policies();
          int at = 1 + book.random().nextInt(rows.size() - 1);
          String before = rows.get(book.random().nextInt(at)).id();
          Spot spot = new Spot(POLICIES, rows.get(at).row(), rows.get(at).idColumn());
          return put(book, spot, before, OVERLAP);
        });
    plants.put(OVERLAP, Plants::successor);
  }

  private static Spot id(PlantedBook book) {
    PolicyRow row = book.any(book.model().policies());
    return new Spot(POLICIES, row.row(), row.idColumn());
  }

  /** A later version of a policy below its table; the row before it is not ended. */
  private static @Nullable Planting successor(PlantedBook book) {
    PolicyTable table = book.table();
    RowDates dates = RowDates.of(table);
    List<PolicyRow> open =
        table.rows().stream()
            .filter(row -> dates.of(row).filter(held -> held.until() == null).isPresent())
            .filter(row -> !row.id().matches(".*-[12][0-9]{3}"))
            .toList();
    Column from = dates.from();
    if (open.isEmpty() || from == null) {
      return null;
    }
    PolicyRow row = book.any(open);
    int below = table.rows().get(table.rows().size() - 1).row() + 1;
    book.copyRow(POLICIES, row.row(), below);
    book.put(new Spot(POLICIES, below, row.idColumn()), row.id() + "-2027");
    return put(book, new Spot(POLICIES, below, from.index()), "2027-01-01");
  }

  private void values() {
    plants.put(
        DATE,
        inColumn(
            List.of(From.class, Until.class),
            text -> List.of("1/1/2025", "2025-02-30", "20250101", "2025-1-1", "46023")));
    plants.put(
        DATES_REVERSED,
        book -> {
          PolicyTable table = book.table();
          RowDates dates = RowDates.of(table);
          Column from = dates.from();
          Column until = dates.until();
          if (from == null || until == null) {
            return null;
          }
          int row = book.any(table.rows()).row();
          book.put(new Spot(POLICIES, row, from.index()), "2026-07-01");
          return put(
              book,
              new Spot(POLICIES, row, until.index()),
              book.any(List.of("2026-07-01", "2026-06-30", "1999-12-31")));
        });
    plants.put(
        CODE,
        inColumn(
            List.of(Codes.class, CodesOrKinds.class),
            text -> List.of("5043", "50431-LT", "5O431", text + ", 504311", text + ",, 50432")));
    plants.put(REPEATED, Plants::repeated);
    plants.put(
        RANGE,
        inColumn(
            List.of(Codes.class, CodesOrKinds.class, Diagnoses.class),
            text -> List.of("50435-50430", "50430 - 50435", "50431..50435", "50430 to 50435")));
    plants.put(
        DIAGNOSIS,
        inColumn(
            List.of(Diagnoses.class),
            text -> List.of("13.5", text + ", N1", text + ", N13.55555", "n13", text + ",")));
    plants.put(
        MODIFIER,
        inColumn(List.of(Modifiers.class), text -> List.of("ZZ", "2", "left", "LTRT", "l")));
    plants.put(PLACE, inColumn(List.of(Places.class), text -> List.of("2", "222", "office")));
    plants.put(
        SEVERITY, inColumn(List.of(Severity.class), text -> List.of("denied", "Deny", "warning")));
    plants.put(CHOICE, book -> misspelt(book, book.column(Choice.class)));
    plants.put(UNKNOWN_WORD, Plants::unknownWord);
    plants.put(MISSING_MESSAGE, book -> inMetadata(book, "message", List.of("")));
    plants.put(MISSING_CITATION, book -> inMetadata(book, "citation", List.of("")));
    plants.put(
        MESSAGE_PLACEHOLDER,
        book ->
            inMetadata(book, "message", List.of("{codes} is denied", "see {", "{line} of {Line}")));
  }

  /** One of some texts at any cell of columns of these meanings. */
  private static Plant inColumn(
      List<Class<? extends CellMeaning>> meanings, Function<String, List<String>> texts) {
    return book -> {
      List<Spot> spots = meanings.stream().flatMap(each -> book.column(each).stream()).toList();
      if (spots.isEmpty()) {
        return null;
      }
      Spot spot = book.any(spots);
      String text = book.text(spot).isEmpty() ? "50431" : book.text(spot);
      return put(book, spot, book.any(texts.apply(text)));
    };
  }

  /** One item of a list once more at its end. */
  private static @Nullable Planting repeated(PlantedBook book) {
    List<Spot> lists = new ArrayList<>(book.column(Codes.class));
    lists.addAll(book.column(Diagnoses.class));
    lists.removeIf(spot -> !book.text(spot).contains(","));
    if (lists.isEmpty()) {
      return null;
    }
    Spot spot = book.any(lists);
    String text = book.text(spot);
    return put(book, spot, text + ", " + book.any(Items.of(text)));
  }

  private static @Nullable Planting unknownWord(PlantedBook book) {
    List<Spot> spots = new ArrayList<>(book.column(Words.class));
    spots.addAll(book.below(SCENARIOS, ScenariosSheet.PERFORMED));
    spots.addAll(book.below(SCENARIOS, ScenariosSheet.DOCUMENTATION));
    spots.removeIf(spot -> book.text(spot).equals("none"));
    return misspelt(book, spots);
  }

  /** Doubles a letter of a cell's first word. */
  private static @Nullable Planting misspelt(PlantedBook book, List<Spot> choices) {
    List<Spot> filled = choices.stream().filter(spot -> !book.text(spot).isEmpty()).toList();
    if (filled.isEmpty()) {
      return null;
    }
    Spot spot = book.any(filled);
    String text = book.text(spot);
    String word = text.replaceFirst("(?s)[,=\\r\\n].*", "");
    int at = book.random().nextInt(word.length());
    String wrong = word.substring(0, at) + word.charAt(at) + word.substring(at);
    return put(book, spot, wrong + text.substring(word.length())).offering(word);
  }

  private void remittance() {
    plants.put(GROUP, book -> inMetadata(book, "group", List.of("XX", "co", "")));
    plants.put(CARC, book -> inMetadata(book, "carc", List.of("97A", "CO-97", "")));
    plants.put(CARC_STOPPED, book -> inMetadata(book, "carc", List.of("125")));
    plants.put(RARC, book -> inMetadata(book, "rarc", List.of("115", "n115", "N706, X")));
  }

  private static @Nullable Planting inMetadata(PlantedBook book, String name, List<String> texts) {
    List<Spot> spots = book.metadata(name);
    return spots.isEmpty() ? null : put(book, book.any(spots), book.any(texts));
  }

  private void otherSheets() {
    plants.put(LABEL, book -> put(book, book.any(labels(book)), "Labl", LABEL, SCENARIO));
    plants.put(
        SCENARIO,
        book -> {
          List<Spot> spots = new ArrayList<>(book.below(SCENARIOS, ScenariosSheet.LINES));
          spots.addAll(book.below(SCENARIOS, "Expect"));
          spots.addAll(book.below(SCENARIOS, "Outcome"));
          spots.addAll(book.below(SCENARIOS, "Place"));
          return put(book, book.any(spots), book.any(List.of("many of them", "50 431", "good-")));
        });
    plants.put(
        ABOUT,
        book -> {
          Grid about = requireNonNull(book.sheets().get(ABOUT_SHEET));
          List<Spot> spots =
              about.rows().keySet().stream()
                  .filter(row -> about.text(row, 0).matches("Last reviewed|Required|Needs"))
                  .map(row -> new Spot(ABOUT_SHEET, row, 1))
                  .toList();
          return put(book, book.any(spots), "sometimes");
        });
  }

  private static List<Spot> labels(PlantedBook book) {
    return book.filled(SCENARIOS, 0, 0).stream().filter(spot -> spot.row() == 0).toList();
  }

  private static Planting put(
      PlantedBook book, Spot spot, String text, TableFault... consequences) {
    book.put(spot, text);
    return Planting.at(book.place(spot), consequences);
  }
}
