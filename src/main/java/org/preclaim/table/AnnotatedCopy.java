package org.preclaim.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * A copy of a workbook for the person who has to put it right: each cell with a problem is coloured
 * and has a comment that says what is wrong, hidden ones are shown, and a last sheet lists
 * everything. The values of cells and the protection of sheets stay as they are.
 */
public final class AnnotatedCopy {

  private static final String AUTHOR = "Preclaim";
  private static final byte[] COLOUR = {(byte) 0xFF, (byte) 0xC7, (byte) 0xCE};
  private static final int COMMENT_COLUMNS = 2;
  private static final int COMMENT_ROWS = 4;

  /** Longer comments are refused by spreadsheet programs; the last sheet has them all. */
  private static final int COMMENT_MAX = 2_000;

  private final XSSFWorkbook workbook;
  private final Map<Short, XSSFCellStyle> coloured = new HashMap<>();

  private AnnotatedCopy(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /**
   * The bytes of the copy; nothing where the original cannot be opened, or not safely: it is no
   * workbook, too large, or holds macros or links to other files.
   *
   * @param original the bytes of the workbook, which stay as they are
   * @param problems what is wrong with it
   */
  public static Optional<byte[]> of(byte[] original, List<Problem> problems) {
    Report unsafe = new Report("");
    byte[] copy =
        new WorkbookFile(unsafe)
            .read(original, opened -> new AnnotatedCopy(opened).write(problems));
    return unsafe.isEmpty() ? Optional.ofNullable(copy) : Optional.empty();
  }

  private byte[] write(List<Problem> problems) {
    byCell(problems).forEach(this::annotate);
    new ProblemSheet(workbook).write(problems);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static Map<Place.Cell, List<Problem>> byCell(List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.place() instanceof Place.Cell)
        .collect(
            Collectors.groupingBy(
                problem -> (Place.Cell) problem.place(), LinkedHashMap::new, Collectors.toList()));
  }

  private void annotate(Place.Cell place, List<Problem> problems) {
    XSSFSheet sheet = place.sheet() == null ? null : workbook.getSheet(place.sheet());
    if (sheet == null || place.cell() == null) {
      return;
    }
    XSSFCell cell = shown(sheet, new CellAddress(place.cell()));
    cell.setCellStyle(
        coloured.computeIfAbsent(cell.getCellStyle().getIndex(), index -> colour(cell)));
    String text = problems.stream().map(AnnotatedCopy::text).collect(Collectors.joining("\n\n"));
    comment(sheet, cell, text);
  }

  /** The cell, made where there is none, in a row and a column that people see. */
  private static XSSFCell shown(XSSFSheet sheet, CellAddress at) {
    XSSFRow found = sheet.getRow(at.getRow());
    XSSFRow row = found == null ? sheet.createRow(at.getRow()) : found;
    row.setZeroHeight(false);
    sheet.setColumnHidden(at.getColumn(), false);
    XSSFCell cell = row.getCell(at.getColumn());
    return cell == null ? row.createCell(at.getColumn()) : cell;
  }

  private XSSFCellStyle colour(XSSFCell cell) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.cloneStyleFrom(cell.getCellStyle());
    style.setFillForegroundColor(new XSSFColor(COLOUR.clone(), null));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  /** What is said of a cell, below what somebody wrote there before. */
  private static void comment(XSSFSheet sheet, XSSFCell cell, String text) {
    Comment written = cell.getCellComment();
    String before = written == null ? "" : written.getString().getString() + "\n\n";
    String all = before + text;
    XSSFRichTextString shown =
        new XSSFRichTextString(
            all.length() <= COMMENT_MAX ? all : all.substring(0, COMMENT_MAX) + "…");
    Comment comment = written == null ? added(sheet, cell) : written;
    comment.setString(shown);
  }

  private static Comment added(XSSFSheet sheet, XSSFCell cell) {
    ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
    anchor.setCol1(cell.getColumnIndex() + 1);
    anchor.setCol2(cell.getColumnIndex() + 1 + COMMENT_COLUMNS);
    anchor.setRow1(cell.getRowIndex());
    anchor.setRow2(cell.getRowIndex() + COMMENT_ROWS);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setAuthor(AUTHOR);
    cell.setCellComment(comment);
    return comment;
  }

  private static String text(Problem problem) {
    @Nullable String help = problem.help();
    return problem.code() + "\n" + problem.message() + (help == null ? "" : "\nhelp: " + help);
  }
}
