package org.preclaim.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.problem.Quoted;
import org.preclaim.problem.Told;
import org.preclaim.replay.ReplayProblemCode;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a body that asks for a replay: which there are, and what each is. */
final class ReplayFields {

  /** What is said of a body in which no field can be named. */
  static final String EXPECTED =
      "expected a JSON object with no fields but from, to, policy, code, payer, outcome, ids,"
          + " sample, seed, upTo and release, none twice";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PROBLEMS_MAX = 20;
  private static final String IDS = "ids";
  private static final String SAMPLE = "sample";
  private static final Set<String> LONGS = Set.of("seed", "upTo");
  private static final Set<String> TEXTS =
      Set.of("from", "to", "policy", "code", "payer", "outcome", "release");

  private final List<Problem> problems = new ArrayList<>();
  private long further;

  private ReplayFields() {}

  /**
   * Throws {@link Refusal} with each field of {@code body} that means nothing or is of another type
   * than it should be; what is no JSON the parser refuses.
   */
  static void requireKnown(byte[] body) {
    JsonNode document;
    try {
      document = JSON.readTree(body);
    } catch (JacksonException noJson) {
      return;
    }
    ReplayFields fields = new ReplayFields();
    if (document.isObject()) {
      document.properties().forEach(fields::see);
    } else {
      fields.wrong("", "expected a JSON object");
    }
    if (!fields.problems.isEmpty()) {
      Place whole = new Place.JsonPointer("");
      String code = ReplayProblemCode.REQUEST.code();
      Told told = Told.first(fields.problems, fields.further, whole, code);
      throw new Refusal(HttpProblems.badRequest(EXPECTED, told.problems()));
    }
  }

  /** A field whose value is null is absent. */
  private void see(Map.Entry<String, JsonNode> field) {
    String name = field.getKey();
    String pointer = "/" + Quoted.name(name.replace("~", "~0").replace("/", "~1"));
    JsonNode value = field.getValue();
    if (name.equals(IDS)) {
      seeIds(pointer, value);
    } else if (name.equals(SAMPLE)) {
      require(value.isIntegralNumber() && value.canConvertToInt(), value, pointer, "32 bits");
    } else if (LONGS.contains(name)) {
      require(value.isIntegralNumber() && value.canConvertToLong(), value, pointer, "64 bits");
    } else if (!TEXTS.contains(name)) {
      wrong(pointer, "is not a known field");
    } else if (!value.isString() && !value.isNull()) {
      wrong(pointer, "expected a text");
    }
  }

  private void seeIds(String pointer, JsonNode ids) {
    if (!ids.isArray() && !ids.isNull()) {
      wrong(pointer, "expected a list of texts");
    }
    for (int index = 0; ids.isArray() && index < ids.size(); index++) {
      if (!ids.get(index).isString()) {
        wrong(pointer + "/" + index, "expected a text, the id of a decision");
      }
    }
  }

  private void require(boolean fits, JsonNode value, String pointer, String size) {
    if (!fits && !value.isNull()) {
      wrong(pointer, "expected a whole number of at most " + size);
    }
  }

  private void wrong(String pointer, String message) {
    if (problems.size() == PROBLEMS_MAX) {
      further++;
    } else {
      Place place = new Place.JsonPointer(pointer);
      problems.add(new Problem(place, ReplayProblemCode.REQUEST.code(), message));
    }
  }
}
