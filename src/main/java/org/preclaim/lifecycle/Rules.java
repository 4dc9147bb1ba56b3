package org.preclaim.lifecycle;

import static org.preclaim.lifecycle.LifecycleProblemCode.EXISTS;
import static org.preclaim.lifecycle.LifecycleProblemCode.NOTHING_BEFORE;
import static org.preclaim.lifecycle.LifecycleProblemCode.OWN_DRAFT;
import static org.preclaim.lifecycle.LifecycleProblemCode.REQUEST;
import static org.preclaim.lifecycle.LifecycleProblemCode.ROLE;
import static org.preclaim.lifecycle.LifecycleProblemCode.STALE;
import static org.preclaim.lifecycle.LifecycleProblemCode.STATE;
import static org.preclaim.lifecycle.LifecycleProblemCode.WAITING;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Caller;
import org.preclaim.caller.Role;
import org.preclaim.lifecycle.Step.Terms;

/** Who may take which step when. Each method throws where the step may not be taken. */
final class Rules {

  /** What the record says of an approval that nobody else gave. */
  static final String ALONE = "approved without a second pair of eyes";

  private Rules() {}

  static ReleaseLife life(Standing now, String id) throws LifecycleRefusal {
    return now.find(id).orElseThrow(() -> LifecycleRefusal.unknown(id));
  }

  static String base(@Nullable String base) throws LifecycleRefusal {
    if (base == null) {
      throw LifecycleRefusal.unusable(
          REQUEST,
          "base",
          "it is missing: expected the id of the release that the draft was made from, or its"
              + " release.lock in the archive");
    }
    return base;
  }

  static void mayDraft(Caller caller) throws LifecycleRefusal {
    may(caller, Role.ANALYST, Role.ENGINEER);
  }

  static void mayBegin(Standing now, String id, String base) throws LifecycleRefusal {
    ReleaseLife known = now.find(id).orElse(null);
    Set<ReleaseState> over = EnumSet.of(ReleaseState.REJECTED, ReleaseState.WITHDRAWN);
    if (known != null && !over.contains(known.state())) {
      throw LifecycleRefusal.conflict(
          EXISTS,
          id,
          "these files are the release `" + known.name() + "`, " + known.state().word());
    }
    requireFresh(now, base, "the draft");
  }

  private static void requireFresh(Standing now, @Nullable String base, String subject)
      throws LifecycleRefusal {
    if (!now.isActive(base)) {
      throw LifecycleRefusal.conflict(
          STALE,
          subject,
          "it was made from `"
              + base
              + "`, and `"
              + now.active().map(ReleaseLife::id).orElse("nothing")
              + "` decides now: make the change again from that one");
    }
  }

  static Terms approval(Caller caller, Standing now, String id, Terms terms)
      throws LifecycleRefusal {
    may(caller, Role.APPROVER);
    ReleaseLife life = in(now, id, ReleaseState.VERIFIED);
    requireFresh(now, life.base(), id);
    if (caller.isLocal()) {
      return terms.noting(ALONE);
    }
    if (life.author().equals(caller.name())) {
      throw LifecycleRefusal.forbidden(
          OWN_DRAFT, id, "it is a draft of your own: expected somebody else to approve it");
    }
    return terms;
  }

  static void mayReject(Caller caller, Standing now, String id) throws LifecycleRefusal {
    may(caller, Role.APPROVER);
    in(now, id, ReleaseState.VERIFIED, ReleaseState.APPROVED);
  }

  /**
   * The step that takes it back. One that was in force before has only its time to lose, and
   * whether it comes back is no more its author's affair.
   */
  static StepKind withdrawal(Caller caller, Standing now, String id) throws LifecycleRefusal {
    ReleaseLife life = life(now, id);
    if (life.state() == ReleaseState.SUPERSEDED && life.scheduled() != null) {
      may(caller, Role.APPROVER);
      return StepKind.CANCELLED;
    }
    if (!life.author().equals(caller.name())) {
      may(caller, Role.APPROVER);
    }
    in(now, id, ReleaseState.VERIFIED, ReleaseState.APPROVED);
    return StepKind.WITHDRAWN;
  }

  /**
   * One that was in force before may come back whatever decides now.
   *
   * @param terms with the time from which on it is to be in force, or none for now
   * @return the same, noting the time that this one replaces
   */
  static Terms activation(Caller caller, Standing now, String id, Terms terms)
      throws LifecycleRefusal {
    may(caller, Role.APPROVER);
    ReleaseLife life = in(now, id, ReleaseState.APPROVED, ReleaseState.SUPERSEDED);
    if (life.state() == ReleaseState.APPROVED) {
      requireFresh(now, life.base(), id);
    }
    if (terms.from() == null) {
      return terms;
    }
    requireNoOtherWaits(now, id);
    return life.scheduled() == null ? terms : terms.noting("instead of " + life.scheduled());
  }

  private static void requireNoOtherWaits(Standing now, String id) throws LifecycleRefusal {
    ReleaseLife waiting = now.scheduled().orElse(null);
    if (waiting != null && !waiting.id().equals(id)) {
      throw LifecycleRefusal.conflict(
          WAITING,
          id,
          "`"
              + waiting.name()
              + "` ("
              + waiting.id()
              + ") waits for "
              + waiting.scheduled()
              + ", and only one can: expected its withdrawal first");
    }
  }

  static void mayRollBack(Caller caller, Standing now, String id) throws LifecycleRefusal {
    may(caller, Role.APPROVER);
    in(now, id, ReleaseState.ACTIVE);
    if (now.before().isEmpty()) {
      throw LifecycleRefusal.conflict(NOTHING_BEFORE, id, "no release was in force before it");
    }
  }

  private static ReleaseLife in(Standing now, String id, ReleaseState... states)
      throws LifecycleRefusal {
    ReleaseLife life = life(now, id);
    if (!Arrays.asList(states).contains(life.state())) {
      throw LifecycleRefusal.conflict(
          STATE,
          id,
          "it is "
              + life.state().word()
              + ": expected one that is "
              + Arrays.stream(states).map(ReleaseState::word).collect(Collectors.joining(" or ")));
    }
    return life;
  }

  private static void may(Caller caller, Role... roles) throws LifecycleRefusal {
    if (Arrays.stream(roles).noneMatch(caller::may)) {
      throw LifecycleRefusal.forbidden(
          ROLE,
          caller.name(),
          "this asks for the role "
              + Arrays.stream(roles).map(Role::word).collect(Collectors.joining(" or ")));
    }
  }
}
