package org.preclaim.intake.x12;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.x12.Loop.Level;

/** What the open levels above a claim say: who bills, who is insured, by whom, who is treated. */
final class LevelFacts {

  private final Map<Loop, Map<String, Segment>> segments = new EnumMap<>(Loop.class);

  /** Keeps the first segment of its kind in its loop. */
  void keep(Loop loop, Segment segment) {
    segments.computeIfAbsent(loop, key -> new HashMap<>()).putIfAbsent(segment.tag(), segment);
  }

  /** Forgets a level that has ended. */
  void forget(Level level) {
    segments.keySet().removeIf(loop -> loop.level() == level);
  }

  /** The segment of {@code loop}, where it was sent. */
  @Nullable Segment get(Loop loop, String tag) {
    return segments.getOrDefault(loop, Map.of()).get(tag);
  }

  /** Whether the claim hangs at a dependant of the subscriber. */
  boolean dependent() {
    return segments.containsKey(Loop.PATIENT_LEVEL);
  }
}
