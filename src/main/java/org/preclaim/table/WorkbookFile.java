package org.preclaim.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.preclaim.archive.WholeZip;

/** The bytes of an .xlsx file on their way to text. Only here are the files of others unpacked. */
final class WorkbookFile {

  private final Report report;

  WorkbookFile(Report report) {
    this.report = report;
  }

  /** The sheets of the file in its order; none where the file cannot be used at all. */
  Map<String, Grid> sheets(byte[] bytes) {
    Map<String, Grid> sheets = read(bytes, this::grids);
    return sheets == null ? Map.of() : sheets;
  }

  /** What {@code reading} makes of the file; nothing where it cannot be used at all. */
  <T> @Nullable T read(byte[] bytes, Function<XSSFWorkbook, T> reading) {
    if (bytes.length > Limits.BYTES) {
      tooLarge("the file has " + bytes.length + " bytes", Limits.BYTES + " bytes");
      return null;
    }
    if (!unpacksSafely(bytes)) {
      return null;
    }
    Limits.imposeOnPoi();
    try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(bytes));
        XSSFWorkbook workbook = new XSSFWorkbook(opened)) {
      refuseForeignParts(opened, workbook);
      return reading.apply(workbook);
    } catch (IOException | InvalidFormatException | RuntimeException unreadable) {
      // POI answers a damaged or hostile part with whatever unchecked exception comes up first.
      notAWorkbook();
      return null;
    }
  }

  private void notAWorkbook() {
    report.file(
        TableFault.NOT_A_WORKBOOK,
        "the file cannot be read as a workbook; expected an .xlsx file",
        "open it in a spreadsheet program and save it as .xlsx, without a password");
  }

  private void tooLarge(String found, String most) {
    report.file(TableFault.TOO_LARGE, found + "; expected at most " + most, null);
  }

  /** Unpacks everything once, keeping nothing, and stops at the first limit. */
  private boolean unpacksSafely(byte[] bytes) {
    byte[] buffer = new byte[8192];
    long unpacked = 0;
    int entries = 0;
    try (WholeZip zip = new WholeZip(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (isBomb(unpacked, entries, bytes.length)) {
            report.file(
                TableFault.ZIP_BOMB,
                "the file unpacks to far more than its " + bytes.length + " bytes",
                "copy the cells into a new workbook");
            return false;
          }
        }
      }
    } catch (IOException | RuntimeException damaged) {
      entries = 0;
    }
    if (entries == 0) {
      notAWorkbook();
    }
    return entries > 0;
  }

  private static boolean isBomb(long unpacked, int entries, int packed) {
    return unpacked > Limits.UNPACKED_BYTES
        || entries > Limits.ZIP_ENTRIES
        || (unpacked > Limits.RATIO_CHECKED_FROM_BYTES
            && unpacked / packed > Limits.UNPACKED_PER_PACKED_BYTE);
  }

  private void refuseForeignParts(OPCPackage opened, XSSFWorkbook workbook) {
    if (workbook.isMacroEnabled() || has(opened, XSSFRelation.VBA_MACROS)) {
      report.file(
          TableFault.MACRO,
          "the workbook holds macros; expected none",
          "save it as .xlsx, which keeps no macros");
    }
    if (has(opened, XSSFRelation.EXTERNAL_LINKS)) {
      report.file(
          TableFault.EXTERNAL_LINK,
          "the workbook refers to cells of another file; expected none",
          "break the links in the spreadsheet program, so that values stand in the cells");
    }
  }

  private static boolean has(OPCPackage opened, XSSFRelation kind) {
    return !opened.getPartsByContentType(kind.getContentType()).isEmpty();
  }

  private Map<String, Grid> grids(XSSFWorkbook workbook) {
    Map<String, Grid> grids = new LinkedHashMap<>();
    if (workbook.getNumberOfSheets() > Limits.SHEETS) {
      tooLarge(
          "the workbook has " + workbook.getNumberOfSheets() + " sheets",
          Limits.SHEETS + " sheets");
      return grids;
    }
    // POI passes over a sheet whose content is missing, and takes two of one name.
    int listed = workbook.getCTWorkbook().getSheets().sizeOfSheetArray();
    for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
      Grid grid = new SheetText(workbook.getSheetAt(index), report).grid();
      grids.put(grid.name(), grid);
    }
    if (grids.isEmpty() || grids.size() < listed) {
      notAWorkbook();
      grids.clear();
    }
    return grids;
  }
}
