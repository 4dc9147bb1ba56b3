package org.preclaim.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;
import org.preclaim.release.diff.FileDiff;
import org.preclaim.release.diff.FileDiff.NotCompared;
import org.preclaim.release.diff.FileDiff.OfRules;
import org.preclaim.release.diff.FileDiff.OfWorkbook;
import org.preclaim.release.diff.ReleaseDiff;
import org.preclaim.release.diff.ReleaseDiff.Pin;
import org.preclaim.release.diff.RuleChange;
import org.preclaim.release.diff.RuleChange.LineChange;
import org.preclaim.table.diff.CellChange;
import org.preclaim.table.diff.CellChange.Content;
import org.preclaim.table.diff.EntryChange;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of a diff: one line, absent parts left out. */
public final class DiffJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DiffJson() {}

  /** The diff, without a line break. */
  public static String line(ReleaseDiff diff) {
    ObjectNode root = JSON.createObjectNode();
    root.put("before", diff.before());
    root.put("after", diff.after());
    root.put("differs", diff.differs());
    root.put("codeChanges", diff.codeChanges());
    ArrayNode pins = root.putArray("pins");
    diff.pins().forEach(pin -> pin(pins.addObject(), pin));
    ArrayNode files = root.putArray("files");
    diff.files().forEach(file -> file(files.addObject(), file));
    return JSON.writeValueAsString(root);
  }

  private static void pin(ObjectNode node, Pin pin) {
    node.put("what", pin.what());
    put(node, "before", pin.before());
    put(node, "after", pin.after());
  }

  private static void file(ObjectNode node, FileDiff file) {
    node.put("path", file.path());
    node.put("change", file.change().word());
    node.put("differs", file.differs());
    if (file instanceof OfWorkbook workbook) {
      ArrayNode entries = node.putArray("entries");
      workbook.diff().changes().forEach(entry -> entry(entries.addObject(), entry));
      problems(node, "problemsBefore", workbook.diff().problemsBefore());
      problems(node, "problemsAfter", workbook.diff().problemsAfter());
    } else if (file instanceof OfRules rules) {
      ArrayNode changes = node.putArray("rules");
      rules.rules().forEach(rule -> rule(changes.addObject(), rule));
    } else if (file instanceof NotCompared not) {
      problems(node, "notCompared", List.of(not.problem()));
    }
  }

  private static void entry(ObjectNode node, EntryChange entry) {
    node.put("kind", entry.kind().word());
    node.put("key", entry.key());
    put(node, "table", entry.table().isEmpty() ? null : entry.table());
    node.put("change", entry.change().word());
    node.put("code", entry.kind().isCode());
    put(node, "before", entry.before());
    put(node, "after", entry.after());
    ArrayNode cells = node.putArray("cells");
    entry.cells().forEach(cell -> cell(cells.addObject(), cell));
  }

  private static void cell(ObjectNode node, CellChange cell) {
    node.put("label", cell.label());
    node.put("manner", cell.manner().word());
    content(node, "before", cell.before());
    content(node, "after", cell.after());
    items(node, "itemsRemoved", cell.itemsRemoved());
    items(node, "itemsAdded", cell.itemsAdded());
  }

  private static void content(ObjectNode node, String name, @Nullable Content content) {
    if (content != null) {
      ObjectNode side = node.putObject(name);
      side.put("cell", content.cell());
      side.put("text", content.text());
    }
  }

  private static void items(ObjectNode node, String name, List<String> items) {
    if (!items.isEmpty()) {
      ArrayNode array = node.putArray(name);
      items.forEach(array::add);
    }
  }

  private static void rule(ObjectNode node, RuleChange rule) {
    node.put("name", rule.name());
    node.put("change", rule.change().word());
    ArrayNode lines = node.putArray("lines");
    for (LineChange change : rule.lines()) {
      ObjectNode line = lines.addObject();
      if (change.before() != null) {
        line.put("before", change.before());
      }
      if (change.after() != null) {
        line.put("after", change.after());
      }
      line.put("text", change.text());
    }
  }

  private static void problems(ObjectNode node, String name, List<Problem> problems) {
    if (!problems.isEmpty()) {
      ArrayNode array = node.putArray(name);
      for (Problem problem : problems) {
        ObjectNode each = array.addObject();
        each.put("place", problem.place().toString());
        each.put("code", problem.code());
        each.put("detail", problem.message());
      }
    }
  }

  private static void put(ObjectNode node, String name, @Nullable String text) {
    if (text != null) {
      node.put(name, text);
    }
  }
}
