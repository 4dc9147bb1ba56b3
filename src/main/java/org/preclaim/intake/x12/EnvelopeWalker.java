package org.preclaim.intake.x12;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Problem;

/**
 * Follows interchanges, groups and transaction sets, compares what their trailers say with what
 * came, and gives the inside of each transaction set to a reader.
 */
final class EnvelopeWalker {

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,10}");

  private final Guides guides;
  private final Consumer<Admission> sink;
  private final Consumer<X12Envelope> log;
  private @Nullable Envelope interchange;
  private @Nullable Envelope group;
  private @Nullable Envelope set;
  private TransactionReader reader = new UnreadTransaction();
  private @Nullable Segment last;
  private boolean strayTold;

  EnvelopeWalker(Guides guides, Consumer<Admission> sink, Consumer<X12Envelope> log) {
    this.guides = guides;
    this.sink = sink;
    this.log = log;
  }

  /** An open envelope: its header, and how much of what its trailer counts has come. */
  private static final class Envelope {
    private final Segment header;
    private long count;

    Envelope(Segment header) {
      this.header = header;
    }
  }

  /** Takes the next piece; false where nothing can follow. */
  boolean accept(Piece piece) {
    if (piece instanceof Piece.Read read) {
      segment(read.segment());
      return true;
    }
    if (piece instanceof Piece.Damaged damaged) {
      damaged(damaged.problem(), damaged.further());
      return true;
    }
    if (piece instanceof Piece.Cut) {
      cut();
      return true;
    }
    if (piece instanceof Piece.Broken broken) {
      refuse(broken.problem());
      closeSet(broken.problem());
      return true;
    }
    return false;
  }

  private void segment(Segment segment) {
    last = segment;
    Envelope open = set;
    if (open != null) {
      open.count++;
    }
    switch (segment.tag()) {
      case "ISA" -> openInterchange(segment);
      case "IEA" -> closeInterchange(segment);
      case "GS" -> openGroup(segment);
      case "GE" -> closeGroup(segment);
      case "ST" -> openSet(segment);
      case "SE" -> closeSet(segment);
      case "TA1" ->
          notice(segment.problem(X12Code.NOT_A_CLAIM, "an interchange acknowledgement; not read"));
      default -> inside(segment);
    }
  }

  private void inside(Segment segment) {
    if (set != null) {
      reader.read(segment);
    } else if (!strayTold) {
      strayTold = true;
      refuse(
          segment.problem(
              X12Code.ENVELOPE,
              "`%s` stands outside a transaction set; nothing is read up to the next `ST`",
              segment.tag()));
    }
  }

  private void damaged(Problem problem, int further) {
    Envelope open = set;
    if (open == null) {
      sink.accept(new Admission.Refused(null, Findings.of(problem, further)));
    } else {
      open.count += 1 + further;
      reader.damaged(problem, further);
    }
  }

  private void openInterchange(Segment header) {
    interchange = new Envelope(header);
    log.accept(new X12Envelope.Interchange(texts(header, 16)));
  }

  private static List<String> texts(Segment header, int elements) {
    return IntStream.rangeClosed(1, elements).mapToObj(header::text).toList();
  }

  private void openGroup(Segment header) {
    closeUnfinished(header, "GE", group);
    group = new Envelope(header);
    count(interchange);
    log.accept(
        new X12Envelope.Group(
            header.text(1), header.text(2), header.text(3), header.text(6), header.text(8)));
  }

  private void openSet(Segment header) {
    closeUnfinished(header, "SE", set);
    if (group == null) {
      refuse(header.problem(X12Code.ENVELOPE, "`ST` stands outside a group; expected `GS`"));
    }
    count(group);
    Envelope opened = new Envelope(header);
    opened.count = 1;
    set = opened;
    strayTold = false;
    log.accept(
        new X12Envelope.TransactionSet(
            header.text(1), header.text(2), header.text(3), header.number()));
    Envelope around = group;
    reader = guides.open(header, around == null ? "" : around.header.text(8).strip());
  }

  private static void count(@Nullable Envelope around) {
    if (around != null) {
      around.count++;
    }
  }

  private void closeSet(Segment trailer) {
    Envelope open = set;
    if (open == null) {
      stray(trailer);
      return;
    }
    set = null;
    reader.end(null);
    compare(open, 2, trailer, "segments");
    log.accept(new X12Envelope.TransactionSetEnd());
  }

  private void closeSet(@Nullable Problem cutOff) {
    if (set != null) {
      set = null;
      reader.end(cutOff);
      log.accept(new X12Envelope.TransactionSetEnd());
    }
  }

  private void closeGroup(Segment trailer) {
    closeUnfinished(trailer, "SE", set);
    Envelope open = group;
    group = null;
    if (open == null) {
      stray(trailer);
    } else {
      compare(open, 6, trailer, "transaction sets");
      log.accept(new X12Envelope.GroupEnd(trailer.text(1).strip()));
    }
  }

  private void closeInterchange(Segment trailer) {
    closeUnfinished(trailer, "GE", group);
    closeUnfinished(trailer, "SE", set);
    Envelope open = Objects.requireNonNull(interchange, "the framer starts each interchange");
    if (open.count == 0) {
      notice(open.header.problem(X12Code.ENVELOPE, "the interchange holds no group"));
    }
    compare(open, 13, trailer, "groups");
    interchange = null;
  }

  /** Ends what a segment shows to have had no trailer of its own. */
  private void closeUnfinished(Segment found, String trailer, @Nullable Envelope open) {
    if (open == null) {
      return;
    }
    Problem problem =
        found.problem(
            X12Code.CUT_OFF,
            "`%s` comes before the `%s` of what segment %d began",
            found.tag(),
            trailer,
            open.header.number());
    refuse(problem);
    closeSet(problem);
    if (open == group) {
      endGroup();
    }
  }

  private void cut() {
    Segment at = Objects.requireNonNull(last, "an interchange begins with its header");
    String expected = set != null ? "`SE`" : group != null ? "`GE`" : "`IEA`";
    Problem problem =
        at.problem(
            X12Code.CUT_OFF,
            "the interchange ends after this segment without its trailers; expected %s",
            expected);
    refuse(problem);
    closeSet(problem);
    endGroup();
    interchange = null;
  }

  /** Ends a group that has no trailer. */
  private void endGroup() {
    if (group != null) {
      group = null;
      log.accept(new X12Envelope.GroupEnd(""));
    }
  }

  /** A wrong number in a trailer takes nothing away that was read whole, but it is said. */
  private void compare(Envelope open, int controlElement, Segment trailer, String counted) {
    String sent = trailer.text(1).strip();
    if (!COUNT.matcher(sent).matches() || Long.parseLong(sent) != open.count) {
      notice(
          trailer.problem(
              X12Code.COUNT,
              1,
              "`%s` %s are announced and %d came; the input may be incomplete",
              sent,
              counted,
              open.count));
    }
    String control = open.header.text(controlElement).strip();
    if (!control.equals(trailer.text(2).strip())) {
      notice(
          trailer.problem(
              X12Code.CONTROL_NUMBER,
              2,
              "control number `%s` does not match `%s` of `%s`",
              trailer.text(2).strip(),
              control,
              open.header.tag()));
    }
  }

  private void stray(Segment trailer) {
    refuse(trailer.problem(X12Code.ENVELOPE, "`%s` closes nothing that is open", trailer.tag()));
  }

  private void refuse(Problem problem) {
    sink.accept(new Admission.Refused(null, List.of(problem)));
  }

  private void notice(Problem problem) {
    sink.accept(new Admission.Noticed(null, List.of(problem)));
  }
}
