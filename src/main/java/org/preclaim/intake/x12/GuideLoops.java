package org.preclaim.intake.x12;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preclaim.intake.x12.Loop.Rule;

/** The loops of one guide, and which of them may stand in which. */
final class GuideLoops {

  private static final GuideLoops PROFESSIONAL = new GuideLoops(Guide.PROFESSIONAL);
  private static final GuideLoops INSTITUTIONAL = new GuideLoops(Guide.INSTITUTIONAL);

  private final List<Loop> loops;
  private final Set<String> tags;
  private final Map<Loop, List<Loop>> inside = new EnumMap<>(Loop.class);

  private GuideLoops(Guide guide) {
    loops = Arrays.stream(Loop.values()).filter(loop -> loop.belongsTo(guide)).toList();
    tags =
        loops.stream()
            .flatMap(loop -> Stream.concat(Stream.of(loop.opener()), loop.rules().stream()))
            .map(Rule::tag)
            .filter(tag -> !tag.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    for (Loop outer : loops) {
      inside.put(outer, loops.stream().filter(loop -> loop.standsIn(outer)).toList());
    }
  }

  static GuideLoops of(Guide guide) {
    return switch (guide) {
      case PROFESSIONAL -> PROFESSIONAL;
      case INSTITUTIONAL -> INSTITUTIONAL;
    };
  }

  /** All of them, in order. */
  List<Loop> all() {
    return loops;
  }

  /** The loops that may stand directly in {@code outer}, in order. */
  List<Loop> inside(Loop outer) {
    return inside.getOrDefault(outer, List.of());
  }

  /** The loop inside {@code outer} that the segment opens. */
  Optional<Loop> openedBy(Segment segment, Loop outer) {
    return inside(outer).stream().filter(loop -> loop.opener().matches(segment)).findFirst();
  }

  /** Whether a claim has such a segment anywhere. */
  boolean knows(String tag) {
    return tags.contains(tag);
  }
}
