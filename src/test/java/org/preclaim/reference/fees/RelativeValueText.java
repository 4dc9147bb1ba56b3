package org.preclaim.reference.fees;

import java.util.ArrayList;
import java.util.List;
import org.preclaim.reference.FeeScheduleEntry;

/** Writes relative value files in the published layouts; what is not kept of them is invented. */
final class RelativeValueText {

  private static final List<String> ABOVE =
      List.of(
          "",
          "",
          "",
          "STATUS",
          "MEDICARE",
          "WORK",
          "NON-FAC",
          "NA",
          "FACILITY",
          "NA",
          "MP",
          "NON-FACILITY",
          "FACILITY",
          "PCTC",
          "GLOB",
          "PRE",
          "INTRA",
          "POST",
          "MULT",
          "BILAT",
          "ASST",
          "CO-",
          "TEAM",
          "ENDO",
          "CONV",
          "DIAGNOSTIC",
          "CALCULATION",
          "FAMILY",
          "PAYMENT",
          "PAYMENT",
          "PAYMENT");
  private static final List<String> BELOW =
      List.of(
          "HCPCS",
          "MOD",
          "DESCRIPTION",
          "CODE",
          "PAYMENT",
          "RVU",
          "PE RVU",
          "INDICATOR",
          "PE RVU",
          "INDICATOR",
          "RVU",
          "TOTAL",
          "TOTAL",
          "IND",
          "DAYS",
          "OP",
          "OP",
          "OP",
          "PROC",
          "SURG",
          "SURG",
          "SURG",
          "SURG",
          "BASE",
          "FACTOR",
          "PROCEDURES",
          "FLAG",
          "INDICATOR",
          "AMOUNT",
          "AMOUNT",
          "AMOUNT");
  private static final int TEAM_COLUMN = 22;

  private RelativeValueText() {}

  /** The title and stacked header of a CSV file. */
  static List<String> header(String title) {
    List<String> lines = new ArrayList<>();
    lines.add('"' + title + '"' + ",".repeat(ABOVE.size() - 1));
    lines.add(",".repeat(ABOVE.size() - 1));
    lines.add(String.join(",", ABOVE));
    lines.add(String.join(",", BELOW));
    return lines;
  }

  /** A row of a CSV file. */
  static String row(FeeScheduleEntry entry) {
    return String.join(
        ",",
        entry.code(),
        entry.modifier(),
        "invented",
        entry.status(),
        "",
        "1.5",
        "2",
        "",
        "1",
        "",
        "0.1",
        "3.6",
        "2.6",
        "" + entry.pcTc(),
        entry.globalDays(),
        "0",
        "0",
        "0",
        "" + entry.multiple(),
        "" + entry.bilateral(),
        "" + entry.assistant(),
        "" + entry.coSurgeon(),
        "" + entry.team(),
        "",
        "30.0000",
        "09",
        "0",
        "99",
        "0",
        "0",
        "0");
  }

  /** The same lines with the pricing indicator of 2026 between the team's and the base's column. */
  static List<String> withPricingIndicator(List<String> lines) {
    List<String> widened = new ArrayList<>();
    for (String line : lines) {
      List<String> fields = new ArrayList<>(List.of(line.split(",", -1)));
      String added =
          switch (fields.get(0)) {
            case "HCPCS" -> "IND";
            case "" -> line.contains("STATUS") ? "PRIC" : "";
            default -> line.startsWith("\"") ? "" : "1";
          };
      fields.add(TEAM_COLUMN + 1, added);
      widened.add(String.join(",", fields));
    }
    return widened;
  }

  /** A fixed-width record. */
  static String record(FeeScheduleEntry entry) {
    StringBuilder record = new StringBuilder(" ".repeat(FeeRecords.WIDTH));
    put(record, 1, entry.code());
    put(record, 6, entry.modifier());
    put(record, 8, "invented");
    put(record, 58, entry.status());
    put(record, 60, "001.50");
    put(record, 103, "" + entry.pcTc());
    put(record, 104, entry.globalDays());
    put(record, 116, "" + entry.multiple());
    put(record, 117, "" + entry.bilateral());
    put(record, 118, "" + entry.assistant());
    put(record, 119, "" + entry.coSurgeon());
    put(record, 120, "" + entry.team());
    return record.toString();
  }

  private static void put(StringBuilder record, int column, String text) {
    record.replace(column - 1, column - 1 + text.length(), text);
  }
}
