package org.preclaim.intake.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.problem.Quoted;
import org.preclaim.problem.Told;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads calls of CDS Hooks 2.0. What the standard has beside hook, instance and prefetch (the
 * caller's FHIR server and its token among it) is of no use here and not looked at.
 */
public final class HookIntake {

  /** The key of the prefetch that holds the claim. */
  public static final String CLAIM = "claim";

  static final String PREFETCH = "prefetch";

  private static final int DEPTH_MAX = 60;
  private static final int TEXT_MAX = 200_000;
  private static final int PROBLEMS_MAX = 500;
  private static final String BUNDLE = "Bundle";
  private static final String ENTRY = "entry";
  private static final String RESOURCE = "resource";
  private static final String TYPE = "resourceType";

  /** What stands in a Bundle or an entry besides resources, and is not to be passed over. */
  private static final List<String> KEPT =
      List.of("implicitRules", "_implicitRules", "modifierExtension", "fullUrl");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxStringLength(TEXT_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          // Quantities and charges reach the FHIR intake with each digit that was sent.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private HookIntake() {}

  /**
   * The call in {@code body}.
   *
   * @param hook the one that the service is for
   */
  public static HookReading read(byte[] body, String hook) {
    List<Problem> problems = new ArrayList<>();
    JsonNode root = parsed(body, problems);
    if (root == null) {
      return new HookReading.Refused(problems);
    }
    String met = text(root, "hook", problems);
    if (met != null && !met.equals(hook)) {
      problems.add(
          problem(
              "/hook", HookProblemCode.OTHER_HOOK, "is of another hook, expected `" + hook + "`"));
    }
    String instance = text(root, "hookInstance", problems);
    if (instance != null && !isUuid(instance)) {
      problems.add(problem("/hookInstance", HookProblemCode.FIELD, "is no UUID"));
    }
    HookCall call = call(instance, root.path(PREFETCH), problems);
    return problems.isEmpty() && call != null
        ? new HookReading.Read(call)
        : new HookReading.Refused(problems);
  }

  /** As many of {@code problems} as are told; at least one. */
  public static Told told(List<Problem> problems) {
    Problem first = problems.get(0);
    int shown = Math.min(problems.size(), PROBLEMS_MAX);
    return Told.first(
        problems.subList(0, shown), problems.size() - shown, first.place(), first.code());
  }

  static @Nullable JsonNode parsed(byte[] body, List<Problem> problems) {
    try {
      JsonNode root = JSON.readTree(body);
      if (root.isObject()) {
        return root;
      }
      problems.add(problem("", HookProblemCode.SYNTAX, "is no JSON object"));
    } catch (JacksonException broken) {
      var where = broken.getLocation();
      problems.add(
          problem(
              "",
              HookProblemCode.SYNTAX,
              "cannot be read as JSON at line "
                  + (where == null ? 1 : where.getLineNr())
                  + ", column "
                  + (where == null ? 1 : where.getColumnNr())));
    } catch (NumberFormatException beyondAll) {
      problems.add(problem("", HookProblemCode.SYNTAX, "has a number with an endless exponent"));
    }
    return null;
  }

  static @Nullable String text(JsonNode node, String field, List<Problem> problems) {
    JsonNode value = node.path(field);
    if (value.isString() && !value.asString().isBlank()) {
      return value.asString();
    }
    problems.add(
        problem(
            "/" + field,
            HookProblemCode.FIELD,
            value.isMissingNode() ? "is missing" : "is no text"));
    return null;
  }

  static Problem problem(String pointer, HookProblemCode code, String message) {
    return new Problem(new Place.JsonPointer(pointer), code.code(), message);
  }

  static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private static @Nullable HookCall call(
      @Nullable String instance, JsonNode prefetch, List<Problem> problems) {
    if (!hasClaim(prefetch.path(CLAIM))) {
      problems.add(
          new Problem(
              new Place.JsonPointer("/" + PREFETCH + "/" + CLAIM),
              HookProblemCode.NO_CLAIM.code(),
              "the claim did not come along",
              "send what the service's `prefetch` asks for: nothing is fetched here"));
      return null;
    }
    ObjectNode bundle = JSON.createObjectNode();
    bundle.put(TYPE, BUNDLE).put("type", "collection");
    bundle.putArray(ENTRY);
    List<String> paths = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : prefetch.properties()) {
      // A null says that the caller looked and found nothing.
      if (!each.getValue().isNull()) {
        add(each.getValue(), PREFETCH + "." + Quoted.name(each.getKey()), bundle, paths);
      }
    }
    return instance == null ? null : new HookCall(instance, bundle.toString(), paths);
  }

  /** Whether a Claim, or a Bundle with one, was sent; a search that found none gives no such. */
  private static boolean hasClaim(JsonNode sent) {
    if (!is(sent, BUNDLE)) {
      return is(sent, "Claim");
    }
    for (JsonNode entry : sent.path(ENTRY)) {
      if (is(entry.path(RESOURCE), "Claim")) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(JsonNode resource, String type) {
    return resource.path(TYPE).asString("").equals(type);
  }

  /** Adds a resource, or those in the Bundle that a search gave. */
  private static void add(JsonNode value, String path, ObjectNode bundle, List<String> paths) {
    ArrayNode entries = (ArrayNode) bundle.path(ENTRY);
    if (!is(value, BUNDLE)) {
      entries.addObject().set(RESOURCE, value);
      paths.add(path);
      return;
    }
    keep(value, bundle);
    int index = 0;
    for (JsonNode entry : value.path(ENTRY)) {
      ObjectNode copy = entries.addObject();
      keep(entry, copy);
      copy.set(RESOURCE, entry.path(RESOURCE));
      paths.add(path + "." + ENTRY + "[" + index + "]." + RESOURCE);
      index++;
    }
  }

  private static void keep(JsonNode sent, ObjectNode copy) {
    for (String name : KEPT) {
      if (sent.has(name)) {
        copy.set(name, sent.get(name));
      }
    }
  }
}
