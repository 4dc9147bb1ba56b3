package org.preclaim.answer.x12;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.Admission;
import org.preclaim.intake.x12.X12Code;
import org.preclaim.intake.x12.X12Envelope;
import org.preclaim.problem.Place.X12Position;
import org.preclaim.problem.Problem;

/**
 * A 999 (005010X231A1) for each functional group of a file: which segments and elements could not
 * be understood, by their position in the transaction set, and which sets are accepted. It never
 * repeats what an element held. A set of which at least one claim can be read is accepted with
 * errors; what is wrong with a claim's content alone is none of its business. Where the file is no
 * interchange there is nobody to answer, and nothing is written; a group of acknowledgments is not
 * acknowledged.
 */
public final class SyntaxAcknowledgment implements Acknowledgment {

  /** How many segments of one set are listed; the set's verdict counts the others in. */
  static final int SEGMENTS_MAX = 1_000;

  /** GS01 of acknowledgments. */
  private static final String ACKNOWLEDGMENTS = "FA";

  private static final String GUIDE = "005010X231A1";
  private static final DateTimeFormatter DAY = format("uuuuMMdd");
  private static final DateTimeFormatter SHORT_DAY = format("uuMMdd");
  private static final DateTimeFormatter TIME = format("HHmm");

  private final X12Text text;
  private final Instant now;
  private X12Envelope.@Nullable Interchange interchange;
  private String control = "";
  private int answers;
  private @Nullable OpenGroup group;
  private @Nullable OpenSet set;
  private boolean begun;

  /**
   * A 999 on its way to {@code out}, which stays open.
   *
   * @param now the time that its envelope carries
   */
  public SyntaxAcknowledgment(OutputStream out, Instant now) {
    this.text = new X12Text(out);
    this.now = now;
  }

  /** A group that is being answered. */
  private static final class OpenGroup {
    private final Set<String> errors = new TreeSet<>();
    private int segments;
    private int received;
    private int accepted;
    private int spotless;
  }

  /** A transaction set that is being answered. */
  private static final class OpenSet {
    private final long firstSegment;
    private final Set<String> errors = new TreeSet<>();
    private final Set<List<Object>> told = new HashSet<>();
    private @Nullable X12Position last;
    private int claims;

    OpenSet(long firstSegment) {
      this.firstSegment = firstSegment;
    }
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** Whether there was an interchange to answer. */
  public boolean begun() {
    return begun;
  }

  @Override
  public void envelope(X12Envelope envelope) {
    if (envelope instanceof X12Envelope.Interchange opened) {
      endInterchange();
      interchange = opened;
    } else if (envelope instanceof X12Envelope.Group opened) {
      endGroup("");
      openGroup(opened);
    } else if (envelope instanceof X12Envelope.TransactionSet opened) {
      endSet();
      openSet(opened);
    } else if (envelope instanceof X12Envelope.TransactionSetEnd) {
      endSet();
    } else if (envelope instanceof X12Envelope.GroupEnd ended) {
      endGroup(ended.announced());
    }
  }

  @Override
  public void admission(Admission admission) {
    OpenSet open = set;
    if (admission instanceof Admission.Admitted) {
      if (open != null) {
        open.claims++;
      }
    } else if (admission instanceof Admission.Refused refused) {
      tell(refused.problems(), refused.encounterId());
    } else if (admission instanceof Admission.Noticed noticed) {
      tell(noticed.problems(), noticed.encounterId());
    }
  }

  @Override
  public void end() {
    endInterchange();
  }

  private void openInterchange(X12Envelope.Interchange received) {
    begun = true;
    answers = 0;
    control = received.element(13).matches("[0-9]{9}") ? received.element(13) : "000000000";
    text.startInterchange(
        List.of(
            "00",
            " ".repeat(10),
            "00",
            " ".repeat(10),
            padded(received.element(7), 2),
            padded(received.element(8), 15),
            padded(received.element(5), 2),
            padded(received.element(6), 15),
            SHORT_DAY.format(now),
            TIME.format(now),
            "^",
            "00501",
            control,
            "0",
            padded(received.element(15), 1),
            ":"));
  }

  private static String padded(String sent, int width) {
    String plain = X12Text.plain(sent);
    return (plain + " ".repeat(width)).substring(0, width);
  }

  private void openGroup(X12Envelope.Group received) {
    if (received.kind().equals(ACKNOWLEDGMENTS)) {
      // Two systems that acknowledge acknowledgments never come to an end.
      return;
    }
    X12Envelope.Interchange around = interchange;
    if (around != null && answers == 0) {
      openInterchange(around);
      String sender = received.receiver();
      String receiver = received.sender();
      segment(
          "GS",
          ACKNOWLEDGMENTS,
          sender,
          receiver,
          DAY.format(now),
          TIME.format(now),
          "1",
          "X",
          GUIDE);
    }
    answers++;
    group = new OpenGroup();
    segment("ST", "999", number(), GUIDE);
    segment("AK1", received.kind(), received.control(), received.version());
  }

  private void openSet(X12Envelope.TransactionSet received) {
    OpenGroup around = group;
    if (around == null) {
      return;
    }
    around.received++;
    set = new OpenSet(received.segmentNumber());
    if (received.guide().isBlank()) {
      segment("AK2", received.kind(), received.control());
    } else {
      segment("AK2", received.kind(), received.control(), received.guide());
    }
  }

  private void tell(List<Problem> problems, @Nullable String claim) {
    for (Problem problem : problems) {
      X12Code code = X12Code.named(problem.code()).orElse(null);
      if (code != null && problem.place() instanceof X12Position position) {
        tell(position, X12Verdict.of(code), claim);
      }
    }
  }

  private void tell(X12Position position, X12Verdict verdict, @Nullable String claim) {
    OpenSet open = set;
    OpenGroup around = group;
    if (open == null) {
      if (around != null && verdict.group() != null) {
        around.errors.add(verdict.group());
      }
      return;
    }
    if (verdict.set() != null) {
      open.errors.add(verdict.set());
    }
    String inElement = position.element() == null ? null : verdict.element();
    String error = inElement == null ? verdict.segment() : inElement;
    if (error != null) {
      open.errors.add(X12Verdict.SEGMENTS);
      tellOnce(open, position, error, inElement != null, claim);
    }
  }

  /** A problem of a level comes again with each of its claims; one of the set is enough. */
  private void tellOnce(
      OpenSet open, X12Position position, String error, boolean inElement, @Nullable String claim) {
    List<Object> place =
        List.of(position.segmentNumber(), error, inElement ? element(position) : List.of());
    if (open.told.size() >= SEGMENTS_MAX || !open.told.add(place)) {
      return;
    }
    X12Position last = open.last;
    boolean sameSegment = last != null && last.segmentNumber() == position.segmentNumber();
    if (!inElement || !sameSegment) {
      String loop = position.loop() == null ? "" : position.loop();
      segment(
          "IK3",
          position.segment(),
          String.valueOf(position.segmentNumber() - open.firstSegment + 1),
          loop.substring(0, Math.min(4, loop.length())),
          inElement ? "8" : error);
      if (claim != null) {
        segment("CTX", List.of(List.of("CLM01", claim)));
      }
    }
    if (inElement) {
      segment("IK4", List.of(element(position), List.of(""), List.of(error)));
    }
    open.last = inElement ? position : null;
  }

  /** {@code 05-1} as the components 5 and 1. */
  private static List<String> element(X12Position position) {
    String element = position.element();
    return Arrays.stream((element == null ? "0" : element).split("-", -1))
        .map(part -> String.valueOf(Integer.parseInt(part)))
        .toList();
  }

  private void endSet() {
    OpenSet ended = set;
    OpenGroup around = group;
    set = null;
    if (ended == null || around == null) {
      return;
    }
    boolean spotless = ended.errors.isEmpty();
    // Where content alone refuses its claims, the syntax of the set is in order.
    boolean accepted = spotless || ended.claims > 0;
    around.accepted += accepted ? 1 : 0;
    around.spotless += spotless ? 1 : 0;
    String verdict = spotless ? "A" : accepted ? "E" : "R";
    List<String> elements = new ArrayList<>(List.of(verdict));
    ended.errors.stream().limit(5).forEach(elements::add);
    segment("IK5", elements.toArray(String[]::new));
  }

  private void endGroup(String announced) {
    endSet();
    OpenGroup ended = group;
    if (ended == null) {
      return;
    }
    List<String> elements = new ArrayList<>();
    elements.add(verdict(ended));
    elements.add(announced.matches("[0-9]{1,6}") ? announced : String.valueOf(ended.received));
    elements.add(String.valueOf(ended.received));
    elements.add(String.valueOf(ended.accepted));
    ended.errors.stream().limit(5).forEach(elements::add);
    segment("AK9", elements.toArray(String[]::new));
    segment("SE", String.valueOf(ended.segments + 1), number());
    group = null;
  }

  private static String verdict(OpenGroup group) {
    if (group.accepted == 0) {
      return "R";
    }
    if (group.accepted < group.received) {
      return "P";
    }
    return group.spotless == group.received && group.errors.isEmpty() ? "A" : "E";
  }

  private void endInterchange() {
    endGroup("");
    interchange = null;
    if (answers > 0) {
      segment("GE", String.valueOf(answers), "1");
      segment("IEA", "1", control);
      text.endInterchange();
      answers = 0;
    }
  }

  private String number() {
    return String.format(Locale.ROOT, "%04d", answers);
  }

  private void segment(String tag, String... elements) {
    segment(tag, Arrays.stream(elements).map(List::of).toList());
  }

  private void segment(String tag, List<List<String>> elements) {
    if (group != null) {
      group.segments++;
    }
    text.segment(tag, elements);
  }
}
