package org.preclaim.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.preclaim.journal.JournalReader;
import org.preclaim.journal.chain.EntryKind;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.replay.Selection.Sample;

/** The entries of a selection, a page at a time, in the order in which they were recorded. */
sealed interface Chosen {

  /** How many there are. */
  long count();

  /** Those after the entry {@code sequence}, so many at most; empty after the last one. */
  List<StoredEntry> after(long sequence, int limit);

  /**
   * What {@code selection} leaves of the entries up to {@code upTo}.
   *
   * @throws ProblemsException with every id that is not in the journal
   */
  static Chosen of(Selection selection, JournalReader journal, long upTo) throws ProblemsException {
    if (!selection.ids().isEmpty()) {
      return new Numbered(journal, named(selection, journal, upTo));
    }
    if (selection.sample() != null) {
      return new Numbered(journal, drawn(selection, selection.sample(), journal, upTo));
    }
    AtomicLong count = new AtomicLong();
    journal.sequences(selection.search(1), each -> count.addAndGet(each <= upTo ? 1 : 0));
    return new Found(journal, selection, upTo, count.get());
  }

  private static List<Long> named(Selection selection, JournalReader journal, long upTo)
      throws ProblemsException {
    List<Problem> problems = new ArrayList<>();
    List<Long> sequences = new ArrayList<>();
    for (String id : selection.ids()) {
      Optional<StoredEntry> found =
          journal
              .find(id)
              .filter(each -> each.entry().statement().kind() == EntryKind.DECISION)
              .filter(each -> each.entry().sequence() <= upTo);
      if (found.isPresent()) {
        sequences.add(found.get().entry().sequence());
      } else {
        problems.add(
            ReplayProblemCode.NO_DECISION.problem("`" + id + "`", "the journal has no such one"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return sequences.stream().sorted().toList();
  }

  /** The entries of lowest rank; no more of them are held at a time than are drawn. */
  private static List<Long> drawn(
      Selection selection, Sample sample, JournalReader journal, long upTo) {
    Comparator<Long> byRank = Comparator.<Long>comparingLong(sample::rank).reversed();
    PriorityQueue<Long> drawn = new PriorityQueue<>(byRank);
    journal.sequences(
        selection.search(1),
        sequence -> {
          if (sequence <= upTo) {
            drawn.add(sequence);
            if (drawn.size() > sample.size()) {
              drawn.remove();
            }
          }
        });
    return drawn.stream().sorted().toList();
  }

  /** All that a search finds. */
  record Found(JournalReader journal, Selection selection, long upTo, long count)
      implements Chosen {
    @Override
    public List<StoredEntry> after(long sequence, int limit) {
      return journal.search(selection.search(limit).beyond(sequence)).stream()
          .filter(each -> each.entry().sequence() <= upTo)
          .toList();
    }
  }

  /** Entries with these numbers. */
  record Numbered(JournalReader journal, List<Long> sequences) implements Chosen {
    @Override
    public long count() {
      return sequences.size();
    }

    @Override
    public List<StoredEntry> after(long sequence, int limit) {
      int found = Collections.binarySearch(sequences, sequence);
      int first = found < 0 ? -found - 1 : found + 1;
      for (int from = first; from < sequences.size(); from += limit) {
        int to = Math.min(sequences.size(), from + limit);
        List<StoredEntry> page = journal.entries(sequences.subList(from, to));
        // Retention may have let all of them go since they were chosen; there may be later ones.
        if (!page.isEmpty()) {
          return page;
        }
      }
      return List.of();
    }
  }
}
