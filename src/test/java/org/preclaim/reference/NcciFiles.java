package org.preclaim.reference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files in the layouts that CMS publishes, with codes that are invented or of Level II. */
public final class NcciFiles {

  private static final List<String> PTP_HEAD =
      List.of(
          "Codes of others belong to others.\t\t\t\t\t\t",
          "Column1/Column2 Edits\t\t\t\t\t\t",
          "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale",
          "\t\tprior to 1996\tDate\tDate\t0=not allowed\t",
          "\t\t\t\t*=no data\t1=allowed\t",
          "\t\t\t\t\t9=not applicable\t");

  private NcciFiles() {}

  /** Procedure pairs as text: a row's fields with a space between them. */
  public static String ptp(String... rows) {
    return PTP_HEAD.stream().map(line -> line + "\r\n").collect(Collectors.joining())
        + List.of(rows).stream().map(row -> ptpRow(row) + "\r\n").collect(Collectors.joining());
  }

  /** {@code A0001 A0002 20200101 * 1} as a line; the rationale is always the same. */
  public static String ptpRow(String row) {
    String[] field = row.split(" ", -1);
    return String.join(
        "\t",
        field[0],
        field[1],
        "",
        field[2],
        field[3],
        field[4],
        "Mutually exclusive procedures");
  }

  /** Units as CSV: a row's code, units and indicator with a space between them. */
  public static String mue(String setting, String... rows) {
    return "\"Codes of others\r\nbelong, to others.\",,,\r\n\"HCPCS/\r\nCPT Code\","
        + setting
        + " Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n"
        + List.of(rows).stream().map(row -> mueRow(row) + "\r\n").collect(Collectors.joining());
  }

  /** {@code A0001 2 3} as a line. */
  public static String mueRow(String row) {
    String[] field = row.split(" ", -1);
    return field[0] + "," + field[1] + "," + field[2] + " Date of Service Edit,CMS Policy";
  }

  /** Add-on codes as CSV: type, add-on, primary, first day, last day with a space between them. */
  public static String addOns(String... rows) {
    return "Codes of others belong to others.,,,,,,,\r\n"
        + "AOC_Edit_Type,Add-On_Code,AOC_DelDT,Primary_Code,Primary_Code_DelDT,AOC_Edit_EffDT,"
        + "AOC_Edit_DelDT,Special_Instruction_Notes\r\n"
        + List.of(rows).stream().map(row -> addOnRow(row) + "\r\n").collect(Collectors.joining());
  }

  private static String addOnRow(String row) {
    String[] field = row.split(" ", -1);
    String last = field[4].equals("*") ? "" : field[4];
    return String.join(",", field[0], field[1], "", field[2], "", field[3], last, "");
  }

  /** The same as the flat text without heads. */
  public static String flatAddOns(String... rows) {
    return List.of(rows).stream().map(NcciFiles::flatRow).collect(Collectors.joining());
  }

  private static String flatRow(String row) {
    String[] field = row.split(" ", -1);
    String blank = " ".repeat(7);
    String last = field[4].equals("*") ? blank : field[4];
    return field[0]
        + field[1]
        + blank
        + field[2]
        + blank
        + field[3]
        + last
        + " ".repeat(58)
        + "\r\n";
  }

  /** A text table as a workbook; fields that are whole numbers without leading zeros as numbers. */
  public static byte[] workbook(String table, String separator) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("Edits");
      String[] lines = table.split("\r\n", -1);
      for (int line = 0; line < lines.length; line++) {
        Row row = sheet.createRow(line);
        String[] fields = lines[line].split(separator, -1);
        for (int field = 0; field < fields.length; field++) {
          put(row.createCell(field), fields[field]);
        }
      }
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static void put(Cell cell, String text) {
    if (text.matches("[1-9][0-9]{0,7}|0")) {
      cell.setCellValue(Integer.parseInt(text));
    } else {
      cell.setCellValue(text);
    }
  }

  /** A zip of texts. */
  public static byte[] zip(String... namesAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  /** A text gzipped. */
  public static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  /** Writes a file. */
  public static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Writes a file. */
  public static Path write(Path folder, String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
