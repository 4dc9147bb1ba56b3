package org.preclaim.table.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preclaim.table.WorkbookContent;
import org.preclaim.table.WorkbookContent.Entry;
import org.preclaim.table.WorkbookContent.Kind;
import org.preclaim.table.WorkbookContent.LabelledCell;
import org.preclaim.table.WorkbookContent.Section;

/**
 * An entry with the section that it stands in.
 *
 * @param table the policy table's name; empty where it is in none
 */
record Located(Section section, String table, Entry entry) {

  /** The entries of one kind, wherever they stand. */
  static List<Located> of(WorkbookContent content, Kind kind) {
    List<Located> found = new ArrayList<>();
    for (Section section : content.sections()) {
      if (section.kind() == kind) {
        section.entries().forEach(each -> found.add(new Located(section, section.name(), each)));
      }
    }
    return found;
  }

  /** What another entry must share to be the same thing. A policy may change its table. */
  String identity() {
    String home =
        switch (section.kind()) {
          case COLUMN -> table;
          case CELL -> section.sheet() + " " + table;
          case PROPERTY, POLICY, SCENARIO, ABOUT, WORD, PAYER -> "";
        };
    return home + "\n" + entry.key();
  }

  /** For instance {@code Policies!A9}. */
  String place() {
    return section.sheet() + "!" + entry.address();
  }

  /** The texts by label: two entries that say the same are equal in it, wherever they stand. */
  List<String> texts() {
    return entry.cells().stream().map(cell -> cell.label() + "\n" + cell.text()).toList();
  }

  /** What a column's cells go into, whatever its label. */
  String code() {
    List<String> code = texts().stream().filter(text -> !text.startsWith("label\n")).toList();
    return table + "\n" + String.join("\n", code);
  }

  /** The same entry as if its table had this name. */
  Located inTable(String name) {
    return new Located(section, name, entry);
  }

  /** The same entry with its cells under these labels, where they have another one. */
  Located relabelled(Map<String, String> labels) {
    List<LabelledCell> cells =
        entry.cells().stream()
            .map(
                cell ->
                    new LabelledCell(
                        labels.getOrDefault(cell.label(), cell.label()),
                        cell.address(),
                        cell.text(),
                        cell.kind()))
            .toList();
    return new Located(section, table, new Entry(entry.key(), entry.address(), cells));
  }
}
