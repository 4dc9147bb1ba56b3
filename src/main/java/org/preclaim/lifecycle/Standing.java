package org.preclaim.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all releases are after a number of steps; it follows from the steps alone. Immutable.
 *
 * @param last the entry of the last step; 0 before the first
 * @param lives by release id, in the order in which they began
 * @param inForce the ids of the releases that were put in force and not rolled back; the last one
 *     decides
 * @param lastTaken the id of the release that was last taken from a working folder
 */
public record Standing(
    long last, Map<String, ReleaseLife> lives, List<String> inForce, @Nullable String lastTaken) {

  /** Copies the collections. */
  public Standing {
    lives = Collections.unmodifiableMap(new LinkedHashMap<>(lives));
    inForce = List.copyOf(inForce);
  }

  /** Before the first step. */
  static Standing none() {
    return new Standing(0, Map.of(), List.of(), null);
  }

  /** After these steps, in their order. */
  static Standing after(List<Step> steps) {
    return new Fold().after(steps);
  }

  /** The release that decides; none before the first one was put in force. */
  public Optional<ReleaseLife> active() {
    return inForce.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(lives.get(inForce.get(inForce.size() - 1)));
  }

  /** The release that a rollback puts in force again. */
  public Optional<ReleaseLife> before() {
    return inForce.size() < 2
        ? Optional.empty()
        : Optional.ofNullable(lives.get(inForce.get(inForce.size() - 2)));
  }

  /** The release that waits for its time; at most one does. */
  public Optional<ReleaseLife> scheduled() {
    return lives.values().stream().filter(life -> life.scheduled() != null).findFirst();
  }

  /** The release with this id. */
  public Optional<ReleaseLife> find(String id) {
    return Optional.ofNullable(lives.get(id));
  }

  boolean isActive(@Nullable String id) {
    return active().filter(life -> life.id().equals(id)).isPresent();
  }

  /** Takes one step after the other. */
  private static final class Fold {

    private final Map<String, ReleaseLife> lives = new LinkedHashMap<>();
    private final Map<String, List<Step>> steps = new LinkedHashMap<>();
    private final List<String> inForce = new ArrayList<>();
    private @Nullable String lastTaken;
    private long last;

    Standing after(List<Step> all) {
      all.forEach(this::take);
      lives.replaceAll((id, life) -> life.with(steps.getOrDefault(id, List.of())));
      return new Standing(last, lives, inForce, lastTaken);
    }

    private void take(Step step) {
      String id = step.release();
      lives.computeIfAbsent(id, begun -> ReleaseLife.begun(step));
      steps.computeIfAbsent(id, begun -> new ArrayList<>()).add(step);
      last = step.entry();
      switch (step.kind()) {
        case DRAFTED -> lives.put(id, ReleaseLife.begun(step));
        case VERIFIED -> is(id, ReleaseState.VERIFIED);
        case APPROVED -> is(id, ReleaseState.APPROVED);
        case REJECTED -> end(id, ReleaseState.REJECTED);
        case WITHDRAWN -> end(id, ReleaseState.WITHDRAWN);
        case SCHEDULED -> {
          cancelSchedule();
          lives.computeIfPresent(id, (same, life) -> life.scheduled(step.terms().from()));
        }
        case CANCELLED -> lives.computeIfPresent(id, (same, life) -> life.scheduled(null));
        case ACTIVATED -> put(id);
        case ROLLED_BACK -> rollBack(id);
        case TAKEN -> {
          lastTaken = id;
          put(id);
        }
      }
    }

    private void is(String id, ReleaseState state) {
      lives.computeIfPresent(id, (same, life) -> life.is(state));
    }

    private void end(String id, ReleaseState state) {
      lives.computeIfPresent(id, (same, life) -> life.is(state).scheduled(null));
    }

    /** Whatever is put in force by hand was not foreseen when a time was set for another one. */
    private void cancelSchedule() {
      lives.replaceAll((id, life) -> life.scheduled(null));
    }

    private void put(String id) {
      cancelSchedule();
      if (!inForce.isEmpty()) {
        is(inForce.get(inForce.size() - 1), ReleaseState.SUPERSEDED);
      }
      if (inForce.isEmpty() || !inForce.get(inForce.size() - 1).equals(id)) {
        inForce.add(id);
      }
      is(id, ReleaseState.ACTIVE);
    }

    private void rollBack(String id) {
      cancelSchedule();
      if (inForce.size() > 1) {
        inForce.remove(inForce.size() - 1);
        is(id, ReleaseState.SUPERSEDED);
        is(inForce.get(inForce.size() - 1), ReleaseState.ACTIVE);
      }
    }
  }
}
