package org.preclaim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.BatchJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.caller.Caller;
import org.preclaim.cli.WatchedFolder.Taken;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.reference.source.Progress;

/**
 * Answers one file with files: {@code NAME.decisions.ndjson}, {@code NAME.rejected.ndjson} where
 * something could not be read, and for X12 the acknowledgments. Each appears whole. Every encounter
 * is decided under a key of the file's id and its place in it: whoever answers the file again after
 * a crash gets the decisions that were recorded before.
 */
final class FileDecisions {

  /** What HTTP calls a request that cannot be read; the lines are those of a batch. */
  private static final int UNREADABLE = 400;

  /** What HTTP calls a fault of our own. */
  private static final int FAULT = 500;

  private final Desk desk;
  private final Streams streams;
  private final WatchedFolder folder;

  FileDecisions(Desk desk, Streams streams, WatchedFolder folder) {
    this.desk = desk;
    this.streams = streams;
    this.folder = folder;
  }

  /**
   * What became of a file.
   *
   * @param decided how many encounters
   * @param rejected how many could not be read
   * @param readable whether the file itself could be read to its end, with something in it
   */
  record Result(long decided, long rejected, boolean readable) {}

  /**
   * Answers {@code file}; once this returns the answers are on the disk under their names.
   *
   * @throws Unwritable where they cannot be; the file may be answered again
   */
  Result answer(Taken file) {
    Path out = folder.out();
    try (WholeFile decided = WholeFile.at(AnswerFile.DECISIONS.of(out, file.name()));
        WholeFile rejected = WholeFile.at(AnswerFile.REJECTED.of(out, file.name()));
        AcknowledgmentFiles acknowledgments =
            AcknowledgmentFiles.of(out, file.name(), desk.now())) {
      Answers answers = new Answers(file, decided, rejected, acknowledgments);
      Result result = answers.all();
      acknowledgments.end();
      if (result.rejected() > 0 || !result.readable()) {
        rejected.keep();
      } else {
        rejected.leaveOut();
      }
      decided.keep();
      return result;
    }
  }

  /** The answers to one file on their way. */
  private final class Answers {

    private final Taken file;
    private final WholeFile decided;
    private final WholeFile rejected;
    private final AcknowledgmentFiles acknowledgments;
    private final InOrder open = new InOrder();
    private final List<Problem> notices = new ArrayList<>();
    private long place;
    private long decisions;
    private long rejections;

    Answers(
        Taken file, WholeFile decided, WholeFile rejected, AcknowledgmentFiles acknowledgments) {
      this.file = file;
      this.decided = decided;
      this.rejected = rejected;
      this.acknowledgments = acknowledgments;
    }

    Result all() {
      String unreadable =
          new EncounterFile(file.path().toString(), file.name())
              .admit(
                  streams, desk, () -> true, this::take, acknowledgments::envelope, Progress.NONE);
      open.finish();
      if (unreadable != null) {
        rejected.writeLine(
            BatchJson.error(
                new ProblemAnswer(
                    "unreadable-file",
                    "the file cannot be read",
                    UNREADABLE,
                    unreadable,
                    List.of()),
                null,
                null));
      }
      decided.writeLine(
          "{\"summary\":{\"encounters\":" + decisions + ",\"refused\":" + rejections + "}}");
      return new Result(decisions, rejections, unreadable == null && decisions > 0);
    }

    private void take(Admission admission) {
      place++;
      acknowledgments.admission(admission);
      if (admission instanceof Admission.Admitted admitted) {
        decide(admitted.encounter());
      } else if (admission instanceof Admission.Refused refused) {
        refuse(refused);
      } else if (admission instanceof Admission.Noticed noticed) {
        notice(noticed);
      }
    }

    private void decide(Encounter encounter) {
      decisions++;
      String key = "watch:" + file.id() + ":" + place;
      List<Problem> about = about();
      Supplier<String> line =
          desk.enqueueOnce(key, encounter, Door.WATCH.by(Caller.LOCAL), Trace.LEFT_OUT);
      open.add(
          () -> {
            String answer = answer(encounter, line);
            if (answer != null) {
              decided.writeLine(BatchJson.noticed(answer, about));
            }
          });
    }

    /**
     * The decision; null where the encounter is told among the rejected, because we failed on it.
     */
    private @Nullable String answer(Encounter encounter, Supplier<String> line) {
      try {
        return line.get();
      } catch (JournalFault unrecorded) {
        throw unrecorded;
      } catch (RuntimeException fault) {
        // It must not cost the other encounters theirs, nor come again with every restart.
        decisions--;
        rejections++;
        ProblemAnswer answer =
            new ProblemAnswer(
                "internal-fault",
                "the encounter cannot be decided",
                FAULT,
                "fault " + desk.nextId() + ": " + fault.getClass().getSimpleName(),
                List.of());
        rejected.writeLine(BatchJson.error(answer, null, encounter.id()));
        return null;
      }
    }

    private void refuse(Admission.Refused refused) {
      rejections++;
      String line =
          BatchJson.error(
              ProblemAnswer.refused(refused, UNREADABLE), line(refused), refused.encounterId());
      rejected.writeLine(BatchJson.noticed(line, about()));
    }

    private void notice(Admission.Noticed noticed) {
      if (noticed.encounterId() == null) {
        List<Problem> about = noticed.problems();
        open.add(() -> decided.writeLine(BatchJson.notices(about)));
      } else {
        notices.addAll(noticed.problems());
      }
    }

    private List<Problem> about() {
      List<Problem> about = List.copyOf(notices);
      notices.clear();
      return about;
    }

    /** On which line the file has what was refused, where it has lines. */
    private @Nullable Long line(Admission.Refused refused) {
      Place first = refused.problems().get(0).place();
      if (first instanceof Place.JsonLine place) {
        return place.line();
      }
      return first instanceof Place.TextPosition place ? Long.valueOf(place.line()) : null;
    }
  }
}
