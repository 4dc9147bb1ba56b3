package org.preclaim.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Outcome;
import org.preclaim.journal.chain.Terms;
import org.preclaim.journal.chain.WrittenTime;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.replay.Selection.Sample;

/**
 * What a caller asks to be decided again, in the caller's words; each may be absent.
 *
 * @param from a moment, or a day in UTC
 * @param to a moment before which it was decided, or the last day in UTC
 * @param policy an id
 * @param code of a line, or a suggested one
 * @param payer as in the encounter
 * @param outcome a word of {@link Outcome}
 * @param ids of decisions, at least one; no other condition goes with them
 * @param sample how many of them, drawn at random
 * @param seed of the sample
 * @param release the id of a release that the journal has; absent for that of the day
 * @param upTo the number of the last entry that may be chosen, from 1
 */
public record ReplayRequest(
    @Nullable String from,
    @Nullable String to,
    @Nullable String policy,
    @Nullable String code,
    @Nullable String payer,
    @Nullable String outcome,
    @Nullable List<String> ids,
    @Nullable Integer sample,
    @Nullable Long seed,
    @Nullable String release,
    @Nullable Long upTo) {

  /** The seed where none is given: the same sample each time. */
  public static final long SEED_DEFAULT = 1;

  private static final int SAMPLE_MAX = 1_000_000;
  private static final int IDS_MAX = 100_000;
  private static final Pattern RELEASE = Pattern.compile("sha256:[0-9a-f]{64}");

  /**
   * The selection that this is.
   *
   * @throws ProblemsException with everything that cannot be understood
   */
  public Selection selection() throws ProblemsException {
    List<Problem> wrong = new ArrayList<>();
    Instant since = time(wrong, "from", from, WrittenTime::from);
    Instant until = time(wrong, "to", to, WrittenTime::until);
    SortedSet<String> terms = terms(wrong);
    SortedSet<String> wanted = new TreeSet<>(ids == null ? List.of() : ids);
    Sample drawn = drawn(wrong);
    if (ids != null && ids.isEmpty()) {
      wrong.add(problem("ids", "expected at least one, or no ids for every decision"));
    }
    boolean conditions =
        from != null || to != null || !terms.isEmpty() || drawn != null || upTo != null;
    if (!wanted.isEmpty() && conditions) {
      wrong.add(problem("ids", "no other condition goes with ids"));
    }
    if (wanted.size() > IDS_MAX) {
      wrong.add(problem("ids", "expected at most " + IDS_MAX));
    }
    if (upTo != null && upTo < 1) {
      wrong.add(problem("upTo", "`" + upTo + "`, expected the number of an entry, from 1"));
    }
    if (release != null && !RELEASE.matcher(release).matches()) {
      wrong.add(
          problem("release", "`" + release + "`, expected sha256: and 64 hexadecimal digits"));
    }
    if (!wrong.isEmpty()) {
      throw new ProblemsException(wrong);
    }
    return new Selection(since, until, terms, wanted, drawn, upTo);
  }

  private SortedSet<String> terms(List<Problem> wrong) {
    SortedSet<String> terms = new TreeSet<>();
    if (policy != null) {
      terms.add(Terms.policy(policy));
    }
    if (code != null) {
      terms.add(Terms.code(code));
    }
    if (payer != null) {
      terms.add(Terms.payer(payer));
    }
    if (outcome != null) {
      terms.add(Terms.outcome(outcome));
      List<String> words = Arrays.stream(Outcome.values()).map(Outcome::word).toList();
      if (!words.contains(outcome)) {
        String expected = String.join("`, `", words);
        wrong.add(problem("outcome", "`" + outcome + "`, expected one of `" + expected + "`"));
      }
    }
    return terms;
  }

  private @Nullable Sample drawn(List<Problem> wrong) {
    if (sample == null) {
      if (seed != null) {
        wrong.add(problem("seed", "there is no sample that it could be the seed of"));
      }
      return null;
    }
    if (sample < 1 || sample > SAMPLE_MAX) {
      wrong.add(problem("sample", "`" + sample + "`, expected 1 to " + SAMPLE_MAX));
    }
    return new Sample(sample, seed == null ? SEED_DEFAULT : seed);
  }

  private static @Nullable Instant time(
      List<Problem> wrong,
      String name,
      @Nullable String value,
      Function<String, Optional<Instant>> reader) {
    if (value == null) {
      return null;
    }
    Optional<Instant> time = reader.apply(value);
    if (time.isEmpty()) {
      wrong.add(problem(name, "`" + value + "`, expected " + WrittenTime.EXPECTED));
    }
    return time.orElse(null);
  }

  private static Problem problem(String name, String message) {
    return ReplayProblemCode.REQUEST.problem(name, message);
  }
}
