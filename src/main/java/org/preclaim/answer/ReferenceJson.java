package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.objects;
import static org.preclaim.answer.CanonicalJson.optional;

import java.util.List;
import org.preclaim.problem.Problem;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.store.ImportReport;
import tools.jackson.core.JsonGenerator;

/** The JSON of what official tables are loaded, and of what an import did; each on one line. */
public final class ReferenceJson {

  private ReferenceJson() {}

  /** What is loaded, and what is wrong with it. */
  public static String vintages(List<Vintage> vintages, List<Problem> problems) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          objects(json, "datasets", vintages, each -> vintage(json, each));
          if (!problems.isEmpty()) {
            objects(json, "problems", problems, each -> problem(json, each));
          }
          json.writeEndObject();
        });
  }

  /** What an import did. */
  public static String report(ImportReport report) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          objects(
              json,
              "releases",
              report.releases(),
              each -> {
                json.writeStringProperty("change", each.change().word());
                vintage(json, each.vintage());
              });
          objects(json, "notices", report.notices(), each -> problem(json, each));
          json.writeEndObject();
        });
  }

  private static void vintage(JsonGenerator json, Vintage vintage) {
    json.writeStringProperty("dataset", vintage.dataset().word());
    json.writeStringProperty("effective", vintage.effective().toString());
    json.writeStringProperty("until", vintage.until().toString());
    json.writeNumberProperty("rows", vintage.rows());
    json.writeNumberProperty("bytes", vintage.bytes());
    json.writeStringProperty("digest", vintage.digest());
  }

  private static void problem(JsonGenerator json, Problem problem) {
    json.writeStringProperty("place", problem.place().toString());
    json.writeStringProperty("code", problem.code());
    json.writeStringProperty("detail", problem.message());
    optional(json, "help", problem.help());
  }
}
