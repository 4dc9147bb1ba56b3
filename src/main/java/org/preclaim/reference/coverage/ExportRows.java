package org.preclaim.reference.coverage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.pack.DayWindow;
import org.preclaim.reference.pack.TextKey;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.ReferenceProblemCode;

/** Takes the rows of an export's files, that of the articles before the others. */
final class ExportRows {

  private static final String SHOWN_ID = "display_id";
  private static final Pattern SHOWN_ID_SHAPE = Pattern.compile("[A-Z]{1,2}[0-9]{1,9}");
  private static final String START = "article_eff_date";
  private static final String START_OF_REVISION = "article_rev_eff_date";
  private static final String END = "article_end_date";
  private static final String END_OF_REVISION = "article_rev_end_date";

  private static final Pattern DATE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([ T]00:00(:00[.0]*)?)?");
  private static final Pattern DIAGNOSIS =
      Pattern.compile("([A-Z][0-9A-Z]{2})(?:\\.?([0-9A-Z]{1,4}))?");

  /** What stands in a list of diagnoses to say that there is none. */
  private static final String NO_LIST = "XX000";

  private final ImportLog log;
  private final SortedMap<Article.Key, Article> articles = new TreeMap<>();
  private long rows;

  ExportRows(ImportLog log) {
    this.log = log;
  }

  SortedMap<Article.Key, Article> articles() {
    return articles;
  }

  /** How many rows were taken. */
  long count() {
    return rows;
  }

  /** Takes a row of the file that it stands in. */
  void take(ExportFile file, NamedRow row) {
    rows++;
    Article.Key key = key(row);
    if (key == null) {
      return;
    }
    if (file == ExportFile.ARTICLES) {
      takeArticle(key, row);
      return;
    }
    Article article = articles.get(key);
    if (article == null) {
      row.problem(
          ExportFile.ARTICLE,
          ReferenceProblemCode.PARTS,
          "version "
              + key.version()
              + " of article "
              + key.article()
              + " is not in `article.csv`, expected all of one export");
      return;
    }
    switch (file) {
      case ARTICLES -> throw new IllegalStateException("taken above");
      case PROCEDURES -> takeProcedure(article, row);
      case DIAGNOSES -> takeDiagnosis(article, row);
      case PARAGRAPHS -> takeParagraph(article, row);
    }
  }

  private static Article.@Nullable Key key(NamedRow row) {
    int article = row.number(ExportFile.ARTICLE);
    int version = row.number(ExportFile.VERSION);
    boolean sound = article != NamedRow.NO_NUMBER && version != NamedRow.NO_NUMBER;
    return sound ? new Article.Key(article, version) : null;
  }

  private void takeArticle(Article.Key key, NamedRow row) {
    boolean shown = checkShownId(row);
    LocalDate first = day(row, filled(row, START_OF_REVISION, START), DayWindow.LAST);
    String endColumn = filled(row, END_OF_REVISION, END);
    LocalDate last =
        row.text(endColumn).isEmpty() ? LocalDate.MAX : day(row, endColumn, LocalDate.MAX);
    if (!shown || first == null || last == null) {
      return;
    }
    if (last.isBefore(first)) {
      row.problem(
          endColumn,
          ReferenceProblemCode.DATE,
          "the last day " + last + " is before the first, " + first);
    } else if (articles.putIfAbsent(key, new Article(row.text(SHOWN_ID), first, last)) != null) {
      row.problem(
          ExportFile.ARTICLE,
          ReferenceProblemCode.DUPLICATE,
          "version "
              + key.version()
              + " of article "
              + key.article()
              + " has a row already, expected one");
    }
  }

  private static boolean checkShownId(NamedRow row) {
    boolean sound = SHOWN_ID_SHAPE.matcher(row.text(SHOWN_ID)).matches();
    if (!sound) {
      row.problem(
          SHOWN_ID,
          ReferenceProblemCode.CODE,
          "`" + row.text(SHOWN_ID) + "` is no article, expected an id such as A12345");
    }
    return sound;
  }

  /** The column of a revision where the export has it and this row fills it. */
  private static String filled(NamedRow row, String revision, String otherwise) {
    return row.has(revision) && !row.text(revision).isEmpty() ? revision : otherwise;
  }

  private static @Nullable LocalDate day(NamedRow row, String column, LocalDate latest) {
    Matcher date = DATE.matcher(row.text(column));
    try {
      LocalDate day = date.matches() ? LocalDate.parse(date.group(1)) : null;
      if (day != null && day.toEpochDay() >= 0 && !day.isAfter(latest)) {
        return day;
      }
    } catch (DateTimeParseException noSuchDay) {
      // Told below.
    }
    String text = row.text(column);
    row.problem(
        column,
        ReferenceProblemCode.DATE,
        (text.isEmpty() ? "there is no " + column : "`" + text + "` is no date")
            + ", expected YYYY-MM-DD from 1970 to 2149");
    return null;
  }

  private void takeProcedure(Article article, NamedRow row) {
    String code = row.text("hcpc_code_id");
    boolean shaped = CodeKey.of(code) != CodeKey.NONE;
    if (!shaped) {
      row.problem(
          "hcpc_code_id",
          ReferenceProblemCode.CODE,
          "`" + code + "` is no procedure code, expected five capitals and digits");
    }
    int group = row.number("hcpc_code_group");
    if (shaped && group != NamedRow.NO_NUMBER && !article.addProcedure(group, code)) {
      log.notice(
          row.place("hcpc_code_id"),
          ReferenceProblemCode.DUPLICATE,
          "`" + code + "` stands in group " + group + " already; it is read once");
    }
  }

  private void takeDiagnosis(Article article, NamedRow row) {
    String code = row.text("icd10_code_id");
    Matcher diagnosis = DIAGNOSIS.matcher(code);
    boolean shaped = diagnosis.matches();
    if (!shaped) {
      row.problem(
          "icd10_code_id",
          ReferenceProblemCode.CODE,
          "`" + code + "` is no diagnosis code, expected three to seven capitals and digits");
    }
    int number = row.number("icd10_covered_group");
    if (!shaped || number == NamedRow.NO_NUMBER) {
      return;
    }
    Article.DiagnosisGroup group = article.diagnosisGroup(number);
    if (code.equals(NO_LIST)) {
      group.hasNoList();
    } else {
      group.add(TextKey.of(code.replace(".", "")));
    }
  }

  private static void takeParagraph(Article article, NamedRow row) {
    int group = row.number("icd10_covered_group");
    if (group != NamedRow.NO_NUMBER) {
      article.diagnosisGroup(group).explain(row.text("paragraph"));
    }
  }
}
