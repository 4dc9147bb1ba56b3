package org.preclaim.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.release.LockedFile;
import org.preclaim.release.StoredRelease;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Releases as lines of JSON. */
public final class ReleaseJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReleaseJson() {}

  /**
   * The list, the latest first.
   *
   * @param deciding what this service decides under: the active release and its official tables
   * @param state only those in this state; absent for all
   */
  public static String list(Standing now, ReleaseRef deciding, @Nullable ReleaseState state) {
    ObjectNode line = JSON.createObjectNode();
    now.active().ifPresent(active -> line.put("active", active.id()));
    line.putObject("deciding").put("id", deciding.id()).put("name", deciding.name());
    ArrayNode releases = line.putArray("releases");
    List<ReleaseLife> lives =
        now.lives().values().stream()
            .filter(life -> state == null || life.state() == state)
            .sorted((a, b) -> Long.compare(b.lastStep().entry(), a.lastStep().entry()))
            .toList();
    lives.forEach(life -> head(releases.addObject(), life).put("by", life.lastStep().by()));
    return line.toString();
  }

  /** One release with its steps and files. */
  public static String one(ReleaseLife life, StoredRelease stored) {
    ObjectNode line = JSON.createObjectNode();
    head(line, life);
    ArrayNode steps = line.putArray("steps");
    life.steps().forEach(step -> step(steps.addObject(), step));
    line.put("engine", stored.lock().engine());
    ArrayNode files = line.putArray("files");
    for (LockedFile file : stored.lock().files()) {
      files.addObject().put("path", file.path()).put("sha256", file.sha256());
    }
    return line.toString();
  }

  private static ObjectNode head(ObjectNode line, ReleaseLife life) {
    line.put("id", life.id()).put("name", life.name()).put("state", life.state().word());
    line.put("since", life.since().toString()).put("author", life.author());
    text(line, "base", life.base());
    text(line, "scheduled", life.scheduled());
    return line;
  }

  private static void step(ObjectNode line, Step step) {
    line.put("step", step.kind().word()).put("at", step.at().toString()).put("by", step.by());
    String reason = step.terms().reason();
    text(line, "reason", reason.isEmpty() ? null : reason);
    text(line, "from", step.terms().from());
    text(line, "note", step.terms().note());
    line.put("entry", step.entry());
  }

  private static void text(ObjectNode line, String name, @Nullable Object value) {
    if (value != null) {
      line.put(name, value.toString());
    }
  }
}
