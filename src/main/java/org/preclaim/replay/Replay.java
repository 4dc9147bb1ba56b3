package org.preclaim.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.JournalReader;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.ReleaseDigest;
import org.preclaim.replay.PastRelease.Unusable;
import org.preclaim.replay.PastRelease.Usable;
import org.preclaim.replay.Selection.Sample;
import org.preclaim.replay.StateFile.State;

/**
 * Past decisions, made again and compared. What it holds in memory does not grow with their number.
 * The same selection of the same entries gives the same report, in one go or in several.
 */
public final class Replay {

  private final Selection selection;
  private final PastReleases releases;
  private final @Nullable Usable under;
  private final @Nullable Rivals rivals;
  private final Pace pace;
  private final @Nullable StateFile file;

  private Replay(
      Selection selection,
      PastReleases releases,
      @Nullable Usable under,
      @Nullable Rivals rivals,
      Pace pace,
      @Nullable StateFile file) {
    this.rivals = rivals;
    this.selection = selection;
    this.releases = releases;
    this.under = under;
    this.pace = pace;
    this.file = file;
  }

  /**
   * A replay of {@code selection} that can begin.
   *
   * @param pace how it uses the machine
   * @param file where it notes how far it is; absent for one that cannot be resumed
   * @throws ProblemsException with everything that is wrong with the release of {@code basis}
   */
  public static Replay of(
      Selection selection, Basis basis, PastReleases releases, Pace pace, @Nullable StateFile file)
      throws ProblemsException {
    Usable under = null;
    if (basis instanceof Basis.Kept kept) {
      under = usable(releases.find(kept.id()));
    } else if (basis instanceof Basis.Draft draft) {
      under = releases.draft(draft.policies());
    }
    return new Replay(selection, releases, under, null, pace, file);
  }

  /**
   * A replay of {@code selection} that compares what {@code before} says of each encounter with
   * what {@code after} says, whatever was said on the day.
   */
  public static Replay of(
      Selection selection,
      Usable before,
      Usable after,
      PastReleases releases,
      Pace pace,
      @Nullable StateFile file) {
    return new Replay(selection, releases, after, new Rivals(before, after), pace, file);
  }

  private static Usable usable(PastRelease release) throws ProblemsException {
    if (release instanceof Unusable unusable) {
      throw new ProblemsException(List.of(unusable.problem()));
    }
    return (Usable) release;
  }

  /**
   * Decides what has not been decided yet, and reports on all.
   *
   * @param cancelled asked now and then; once it is true, the report is on what was decided
   * @throws ProblemsException where ids or the state file do not fit the journal
   * @throws JournalFault where the journal cannot be read
   */
  public Report run(ReplayProgress progress, BooleanSupplier cancelled)
      throws IOException, ProblemsException, InterruptedException {
    String request = ReleaseDigest.of((asked() + " " + selection).getBytes(UTF_8));
    JournalReader journal = releases.journal();
    Optional<State> before = file == null ? Optional.empty() : file.read(request, journal::rootAt);
    Report begun = before.map(State::report).orElseGet(this::nothing);
    long position = before.map(State::position).orElse(0L);
    Optional<Root> root = journal.rootAt(begun.upTo());
    if (root.isEmpty() && selection.upTo() != null) {
      String message = "`" + selection.upTo() + "`, and the journal ends with " + journal.last();
      throw new ProblemsException(List.of(ReplayProblemCode.REQUEST.problem("upTo", message)));
    }
    Notes notes = new Notes(file, request, root.orElse(null));
    Chosen chosen = Chosen.of(selection, journal, begun.upTo());
    Tally tally = new Tally(begun);
    progress.done(begun.entries().chosen(), chosen.count());
    try (Workers pool = new Workers(pace.workers())) {
      Workers.Awaited<List<StoredEntry>> next = pool.later(pageAfter(chosen, position));
      while (!cancelled.getAsBoolean()) {
        List<StoredEntry> page = next.await();
        if (page.isEmpty()) {
          Report report = tally.report(true);
          notes.note(position, report);
          return report;
        }
        position = page.get(page.size() - 1).entry().sequence();
        // Read while the page before is decided.
        next = pool.later(pageAfter(chosen, position));
        decide(page, pool).forEach(tally::add);
        Report soFar = tally.report(false);
        notes.note(position, soFar);
        progress.done(soFar.entries().chosen(), chosen.count());
      }
    }
    return tally.report(false);
  }

  /** The verdict on each entry of {@code page}, in their order. */
  private List<Verdict> decide(List<StoredEntry> page, Workers pool) throws InterruptedException {
    List<StoredEntry> byRelease = new ArrayList<>(page);
    // Those of one release one after the other: so a few releases in memory are enough.
    byRelease.sort(Comparator.comparing(stored -> stored.entry().statement().release()));
    List<Numbered> decided = new ArrayList<>(pool.each(byRelease, this::decide));
    decided.sort(Comparator.comparingLong(Numbered::entry));
    return decided.stream().map(Numbered::verdict).toList();
  }

  /** A verdict with the number of its entry. */
  private record Numbered(long entry, Verdict verdict) {}

  private Numbered decide(StoredEntry stored) {
    return new Numbered(stored.entry().sequence(), verdict(stored));
  }

  private Verdict verdict(StoredEntry stored) {
    if (rivals != null) {
      return rivals.judge(stored);
    }
    return under == null
        ? Verdict.of(stored, releases.find(stored.entry().statement().release()), true)
        : Verdict.of(stored, under, false);
  }

  private Workers.Work<List<StoredEntry>> pageAfter(Chosen chosen, long position) {
    return () -> chosen.after(position, pace.page());
  }

  /**
   * Where it is noted how far the replay is.
   *
   * @param root of the journal; absent for one without entries, which gives nothing to go on with
   */
  private record Notes(@Nullable StateFile file, String request, @Nullable Root root) {
    void note(long position, Report report) throws IOException {
      if (file != null && root != null) {
        file.write(State.of(request, root, position, report));
      }
    }
  }

  private Report nothing() {
    Sample sample = selection.sample();
    Long upTo = selection.upTo();
    return Report.empty(
        name(),
        rivals == null ? null : rivals.before().ref().id(),
        upTo == null ? releases.journal().last() : upTo,
        sample == null ? null : sample.seed());
  }

  private String asked() {
    return rivals == null ? name() : name() + " " + rivals.before().ref().id();
  }

  private String name() {
    return under == null ? Report.RECORDED : under.ref().id();
  }
}
