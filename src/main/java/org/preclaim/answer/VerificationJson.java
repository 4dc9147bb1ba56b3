package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.objects;
import static org.preclaim.answer.CanonicalJson.optional;

import java.util.List;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.engine.VerificationReport;
import org.preclaim.engine.VerificationReport.FamilySummary;
import org.preclaim.engine.VerificationReport.TableSummary;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import tools.jackson.core.JsonGenerator;

/** The JSON of a verification, the same wherever it is asked for. */
public final class VerificationJson {

  private VerificationJson() {}

  /** A whole report on one line, without a line break at its end. */
  public static String line(VerificationReport report) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          members(json, report);
          json.writeEndObject();
        });
  }

  /** The members of a report, into an object that is open. */
  public static void members(JsonGenerator json, VerificationReport report) {
    ReleaseRef release = report.release();
    optional(json, "release", release == null ? null : release.id());
    objects(json, "families", report.families(), family -> family(json, family));
    problems(json, report.problems());
    objects(
        json,
        "notChecked",
        report.notChecked(),
        notChecked -> {
          json.writeStringProperty("check", notChecked.check());
          json.writeStringProperty("detail", notChecked.detail());
        });
  }

  /**
   * The member {@code problems}, into an object that is open: for each {@code place}, {@code code},
   * {@code detail} and, where there is one, {@code help}; of a cell also {@code file}, {@code
   * sheet} and {@code cell}, of a text file {@code file}, {@code line} and {@code column}.
   */
  public static void problems(JsonGenerator json, List<Problem> problems) {
    objects(json, "problems", problems, problem -> problem(json, problem));
  }

  private static void problem(JsonGenerator json, Problem problem) {
    json.writeStringProperty("place", problem.place().toString());
    place(json, problem.place());
    json.writeStringProperty("code", problem.code());
    json.writeStringProperty("detail", problem.message());
    optional(json, "help", problem.help());
  }

  private static void place(JsonGenerator json, Place place) {
    if (place instanceof Place.Cell cell) {
      json.writeStringProperty("file", cell.file());
      optional(json, "sheet", cell.sheet());
      optional(json, "cell", cell.cell());
    } else if (place instanceof Place.TextPosition position) {
      json.writeStringProperty("file", position.file());
      json.writeNumberProperty("line", position.line());
      json.writeNumberProperty("column", position.column());
    }
  }

  private static void family(JsonGenerator json, FamilySummary family) {
    json.writeStringProperty("family", family.family());
    json.writeNumberProperty("rows", family.rows());
    json.writeNumberProperty("rules", family.rules());
    json.writeNumberProperty("scenarios", family.scenarios());
    objects(json, "tables", family.tables(), table -> table(json, table));
  }

  private static void table(JsonGenerator json, TableSummary table) {
    json.writeStringProperty("place", table.place().toString());
    json.writeStringProperty("name", table.name());
    json.writeNumberProperty("rows", table.rows());
    json.writeNumberProperty("shapes", table.shapes());
    json.writeStringProperty("key", table.key());
    CanonicalJson.texts(
        json, "withoutKey", table.withoutKey().stream().map(Place::toString).toList());
  }
}
