package org.preclaim.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release and what became of it.
 *
 * @param id its digest, without official tables: with which ones it decides is not its own affair
 * @param name the name people use
 * @param state where in its life it is
 * @param author who handed it in, or started the service that took it from its folder
 * @param base the release that it was made from; absent where it was taken from a folder
 * @param scheduled when it is to be put in force; absent where no time is set
 * @param steps all of them, in their order
 */
public record ReleaseLife(
    String id,
    String name,
    ReleaseState state,
    String author,
    @Nullable String base,
    @Nullable Instant scheduled,
    List<Step> steps) {

  /** Copies the list. */
  public ReleaseLife {
    steps = List.copyOf(steps);
  }

  static ReleaseLife begun(Step first) {
    String name = first.terms().name();
    return new ReleaseLife(
        first.release(),
        name == null ? "" : name,
        ReleaseState.DRAFT,
        first.by(),
        first.terms().base(),
        null,
        List.of());
  }

  ReleaseLife is(ReleaseState other) {
    return new ReleaseLife(id, name, other, author, base, scheduled, steps);
  }

  ReleaseLife scheduled(@Nullable Instant time) {
    return new ReleaseLife(id, name, state, author, base, time, steps);
  }

  ReleaseLife with(List<Step> all) {
    return new ReleaseLife(id, name, state, author, base, scheduled, all);
  }

  /** When it came into the state that it is in, or the last step was made that left it there. */
  public Instant since() {
    return lastStep().at();
  }

  /** The latest of its steps. */
  public Step lastStep() {
    return steps.get(steps.size() - 1);
  }
}
