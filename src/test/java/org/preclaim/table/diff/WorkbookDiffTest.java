package org.preclaim.table.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.preclaim.problem.Problem;
import org.preclaim.table.TableFixture;
import org.preclaim.table.WorkbookContent;
import org.preclaim.table.WorkbookContent.Kind;
import org.preclaim.table.WorkbookFixture;
import org.preclaim.table.diff.CellChange.Content;
import org.preclaim.table.diff.CellChange.Manner;

class WorkbookDiffTest {

  private static final int POLICY = 0;
  private static final int CODES = 1;
  private static final int FROM = 2;
  private static final int MESSAGE = 6;

  private static String[] policy(String id) {
    return new String[] {
      id, "50430, 50431", "2025-01-01", "", "74425", "deny", "{code}", "CO", "97", "", "x", "pages"
    };
  }

  private static String[] with(int column, String text) {
    String[] cells = policy("NRT-1");
    cells[column] = text;
    return cells;
  }

  private static WorkbookFixture workbook(String[]... policies) {
    TableFixture table = TableFixture.notTogether();
    Stream.of(policies).forEach(table::policy);
    return WorkbookFixture.family("not-together").table(table);
  }

  private static WorkbookDiff diff(WorkbookFixture before, WorkbookFixture after) {
    return WorkbookDiff.between(content(before), content(after));
  }

  private static WorkbookContent content(WorkbookFixture fixture) {
    return WorkbookContent.of(fixture.file(), fixture.bytes());
  }

  private static CellChange soleCell(WorkbookFixture before, WorkbookFixture after) {
    List<EntryChange> changes = diff(before, after).changes();
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).cells()).hasSize(1);
    return changes.get(0).cells().get(0);
  }

  @Test
  void rows_merelyMoved_areNoChange() {
    WorkbookFixture before = workbook(policy("NRT-1"), policy("NRT-2"), policy("NRT-3"));
    WorkbookFixture after = workbook(policy("NRT-3"), policy("NRT-1"), policy("NRT-2"));

    assertThat(diff(before, after).isEmpty()).isTrue();
  }

  @Test
  void rows_addedRemovedAndChanged_areToldWithBothPlaces() {
    WorkbookFixture before = workbook(policy("NRT-1"), policy("NRT-2"), policy("NRT-3"));
    WorkbookFixture after = workbook(policy("NRT-0"), with(CODES, "50431"), policy("NRT-3"));

    List<EntryChange> changes = diff(before, after).changes();

    assertThat(changes)
        .extracting(EntryChange::key, EntryChange::change, EntryChange::before, EntryChange::after)
        .containsExactlyInAnyOrder(
            tuple("NRT-0", Change.ADDED, null, "Policies!A9"),
            tuple("NRT-1", Change.CHANGED, "Policies!A9", "Policies!A10"),
            tuple("NRT-2", Change.REMOVED, "Policies!A10", null));
    EntryChange changed =
        changes.stream().filter(each -> each.key().equals("NRT-1")).findFirst().orElseThrow();
    assertThat(changed.cells())
        .containsExactly(
            new CellChange(
                "Codes",
                Manner.VALUE,
                new Content("B9", "50430, 50431"),
                new Content("B10", "50431"),
                List.of("50430"),
                List.of()));
  }

  @Test
  void codes_inAnotherOrder_areTheSameWrittenOtherwise() {
    CellChange cell = soleCell(workbook(policy("NRT-1")), workbook(with(CODES, "50431,50430")));

    assertThat(cell.manner()).isEqualTo(Manner.WRITING);
    assertThat(cell.itemsAdded()).isEmpty();
    assertThat(soleCell(workbook(policy("NRT-1")), workbook(with(CODES, "50431,50430,50430"))))
        .satisfies(
            twice -> {
              assertThat(twice.manner()).isEqualTo(Manner.VALUE);
              assertThat(twice.itemsAdded()).containsExactly("50430");
            });
  }

  @Test
  void blanks_aroundAndWithinTexts_areTold() {
    WorkbookFixture before = workbook(policy("NRT-1"));

    assertThat(soleCell(before, workbook(with(FROM, "2025-01-01 "))).manner())
        .isEqualTo(Manner.WRITING);
    assertThat(soleCell(before, workbook(with(MESSAGE, " {code}\n"))).manner())
        .isEqualTo(Manner.BLANKS);
    assertThat(soleCell(before, workbook(with(MESSAGE, "{code} "))).after())
        .isEqualTo(new Content("G9", "{code} "));
    assertThat(diff(before, workbook(with(POLICY, "NRT-1 "))).isEmpty()).isFalse();
  }

  @Test
  void cell_cleared_hasNoAfter() {
    CellChange cell = soleCell(workbook(policy("NRT-1")), workbook(with(FROM, "")));

    assertThat(cell.before()).isEqualTo(new Content("C9", "2025-01-01"));
    assertThat(cell.after()).isNull();
  }

  @Test
  void header_changed_isAChangeOfCode() {
    WorkbookFixture after = workbook(policy("NRT-1")).cell("B7", "forall(||){code != \"$\"}");

    List<EntryChange> changes = diff(workbook(policy("NRT-1")), after).changes();

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).kind()).isEqualTo(Kind.COLUMN);
    assertThat(changes.get(0).kind().isCode()).isTrue();
    assertThat(changes.get(0).cells().get(0).label()).isEqualTo("snippet");
  }

  @Test
  void label_changed_doesNotChangeEachRow() {
    WorkbookFixture after = workbook(policy("NRT-1"), policy("NRT-2")).cell("B8", "Not paid");

    List<EntryChange> changes = diff(workbook(policy("NRT-1"), policy("NRT-2")), after).changes();

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).kind()).isEqualTo(Kind.COLUMN);
    assertThat(changes.get(0).cells())
        .containsExactly(
            new CellChange(
                "label",
                Manner.VALUE,
                new Content("B8", "Codes"),
                new Content("B8", "Not paid"),
                List.of(),
                List.of()));
  }

  @Test
  void columns_inAnotherOrder_areTold() {
    WorkbookFixture before = workbook(policy("NRT-1"));
    WorkbookFixture after = workbook(policy("NRT-1")).edit(book -> swap(book.getSheetAt(0), 2, 3));

    assertThat(diff(before, after).changes())
        .extracting(EntryChange::key)
        .containsExactly("order of columns");
  }

  private static void swap(XSSFSheet sheet, int one, int other) {
    for (int row = 4; row < 9; row++) {
      String text = text(sheet, row, one);
      set(sheet, row, one, text(sheet, row, other));
      set(sheet, row, other, text);
    }
  }

  private static String text(XSSFSheet sheet, int row, int column) {
    XSSFCell cell = sheet.getRow(row).getCell(column);
    return cell == null ? "" : cell.getStringCellValue();
  }

  private static void set(XSSFSheet sheet, int row, int column, String text) {
    sheet.getRow(row).createCell(column).setCellValue(text);
  }

  @Test
  void policy_belowAnotherTable_isTold() {
    WorkbookFixture before = twoTables(policy("NRT-1"), policy("NRT-2"), policy("NRT-3"));
    WorkbookFixture after = twoTables(policy("NRT-1"), policy("NRT-3"), policy("NRT-2"));

    List<EntryChange> changes = diff(before, after).changes();

    assertThat(changes).extracting(EntryChange::key).containsExactly("NRT-3", "NRT-2");
    assertThat(changes.get(0).cells())
        .extracting(CellChange::label)
        .containsExactly("(policy table)");
  }

  /** The second policy in the first table or the other one, by its order. */
  private static WorkbookFixture twoTables(String[] one, String[] two, String[] three) {
    return WorkbookFixture.family("not-together")
        .table(TableFixture.notTogether().policy(one).policy(two))
        .table(second().policy(three));
  }

  private static TableFixture second() {
    return TableFixture.named("Others")
        .condition("$line : BilledLine", "forall(||){code == \"$\"}", "Codes")
        .condition("$line : BilledLine", "serviceDate >= \"$param\"", "From")
        .condition("$line : BilledLine", "serviceDate < \"$param\"", "Until")
        .condition("$other : BilledLine", "code == \"$param\"", "Not with")
        .action("insert( Flag.of(\"not-reported-together\", \"$param\", $line).with($other) );")
        .words();
  }

  @Test
  void otherSheets_areComparedToo() {
    WorkbookFixture before = workbook(policy("NRT-1"));
    WorkbookFixture after =
        workbook(policy("NRT-1"))
            .about("Owner", "somebody else")
            .edit(book -> set(book.createSheet("Scratch"), "a note"))
            .edit(book -> book.getSheetAt(0).getRow(8).setZeroHeight(true));

    assertThat(diff(before, after).changes())
        .extracting(each -> each.kind() + " " + each.key() + " " + each.change())
        .containsExactly("POLICY NRT-1 CHANGED", "ABOUT Owner CHANGED", "CELL A1 ADDED");
  }

  private static void set(XSSFSheet sheet, String text) {
    sheet.createRow(0).createCell(0).setCellValue(text);
  }

  @Test
  void number_thatLooksLikeTheText_isTold() {
    WorkbookFixture before = workbook(with(CODES, "50431"));
    WorkbookFixture after =
        workbook(with(CODES, "50431"))
            .edit(book -> book.getSheetAt(0).getRow(8).createCell(1).setCellValue(50431));

    WorkbookDiff diff = diff(before, after);

    assertThat(diff.changes()).isEmpty();
    assertThat(diff.problemsAfter()).extracting(Problem::code).containsExactly("TABLE-NUMBER");
    assertThat(diff.isEmpty()).isFalse();
  }

  @Test
  void bytes_thatAreNoWorkbook_areTold() {
    WorkbookContent broken = WorkbookContent.of("x.xlsx", new byte[] {1, 2, 3});

    WorkbookDiff diff = WorkbookDiff.between(content(workbook(policy("NRT-1"))), broken);

    assertThat(diff.problemsAfter()).extracting(Problem::code).contains("TABLE-NOT-A-WORKBOOK");
    assertThat(WorkbookDiff.between(broken, broken).isEmpty()).isFalse();
  }

  @Test
  void policies_ofOneId_arePairedByWhatTheySay() {
    WorkbookFixture before = workbook(policy("NRT-1"), with(MESSAGE, "other"));
    WorkbookFixture after = workbook(with(MESSAGE, "other"), policy("NRT-1"));

    assertThat(diff(before, after).isEmpty()).isTrue();
  }
}
