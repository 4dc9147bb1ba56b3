package org.preclaim.intake.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.x12.Frame.Broken;
import org.preclaim.intake.x12.Frame.Damaged;
import org.preclaim.intake.x12.Frame.Whole;
import org.preclaim.problem.Place.X12Position;
import org.preclaim.problem.Problem;

/**
 * The segments of an input one by one, taken apart by StAEDI. Each interchange has a parser of its
 * own, so that what one of them does to its parser cannot reach the next.
 */
final class SegmentReader {

  private final SegmentFramer framer;
  private final Deque<Piece> ready = new ArrayDeque<>();
  private @Nullable InterchangeBytes bytes;
  private @Nullable EDIStreamReader parser;
  private long lastNumber;
  private long lastOffset;
  private boolean over;

  SegmentReader(SegmentFramer framer) {
    this.framer = framer;
  }

  Piece next() throws IOException {
    while (ready.isEmpty()) {
      if (over) {
        return new Piece.End();
      }
      InterchangeBytes open = bytes;
      EDIStreamReader reading = parser;
      if (open == null || reading == null) {
        openInterchange();
      } else {
        readSegment(open, reading);
      }
    }
    return ready.removeFirst();
  }

  private void openInterchange() throws IOException {
    Frame header = framer.header();
    if (header instanceof Whole whole) {
      InterchangeBytes opened = new InterchangeBytes(framer, whole);
      bytes = opened;
      EDIInputFactory factory = EDIInputFactory.newFactory();
      // The envelope is checked here with places in the input, not in the mended stream.
      factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
      parser = parser(factory, opened, whole);
    } else {
      over = true;
      if (header instanceof Broken broken) {
        ready.add(new Piece.Broken(broken.problem()));
      }
    }
  }

  private @Nullable EDIStreamReader parser(
      EDIInputFactory factory, InterchangeBytes opened, Whole header) throws IOException {
    try {
      return factory.createEDIStreamReader(opened, "ISO-8859-1");
    } catch (EDIStreamException unreadable) {
      lastNumber = header.number();
      lastOffset = header.byteOffset();
      giveUp(opened);
      return null;
    }
  }

  private void readSegment(InterchangeBytes open, EDIStreamReader reading) throws IOException {
    try {
      Draft draft = pull(reading);
      if (draft == null && open.finished()) {
        closeInterchange();
      } else if (draft == null) {
        giveUp(open);
      } else {
        place(draft, open);
      }
    } catch (EDIStreamException | RuntimeException unreadable) {
      if (unreadable.getCause() instanceof IOException failed) {
        throw failed;
      }
      giveUp(open);
    }
  }

  private static final class Draft {
    private final String tag;
    private final List<List<String>> elements = new ArrayList<>();
    private int repeated;

    Draft(String tag) {
      this.tag = tag;
    }

    void add(EDIStreamReader reading, boolean component) {
      if (reading.getLocation().getElementOccurrence() > 1) {
        repeated = reading.getLocation().getElementPosition();
      } else if (component) {
        elements.get(elements.size() - 1).add(reading.getText());
      } else {
        elements.add(new ArrayList<>(List.of(reading.getText())));
      }
    }
  }

  /** The parser's next segment; null where it has no more. */
  private static @Nullable Draft pull(EDIStreamReader reading) throws EDIStreamException {
    Draft draft = null;
    boolean composite = false;
    while (reading.hasNext()) {
      EDIStreamEvent event = reading.next();
      if (event == EDIStreamEvent.START_SEGMENT) {
        draft = new Draft(reading.getText());
      } else if (draft != null && event == EDIStreamEvent.START_COMPOSITE) {
        composite = true;
        if (reading.getLocation().getElementOccurrence() <= 1) {
          draft.elements.add(new ArrayList<>());
        }
      } else if (event == EDIStreamEvent.END_COMPOSITE) {
        composite = false;
      } else if (draft != null && event == EDIStreamEvent.ELEMENT_DATA) {
        draft.add(reading, composite);
      } else if (draft != null && event == EDIStreamEvent.END_SEGMENT) {
        return draft;
      }
    }
    return null;
  }

  /** Gives a segment its place: the oldest sound frame that has not been claimed yet. */
  private void place(Draft draft, InterchangeBytes open) throws IOException {
    for (Frame frame = open.passed().poll(); frame != null; frame = open.passed().poll()) {
      if (frame instanceof Damaged damaged) {
        ready.add(new Piece.Damaged(damaged.problem(), damaged.further()));
        continue;
      }
      if (frame instanceof Whole whole) {
        claim(draft, whole, open);
      } else {
        cut(frame);
      }
      return;
    }
  }

  private void claim(Draft draft, Whole whole, InterchangeBytes open) throws IOException {
    lastNumber = whole.number();
    lastOffset = whole.byteOffset();
    if (whole.tag(open.delimiters().element()).equals(draft.tag)) {
      ready.add(new Piece.Read(segment(draft, whole)));
    } else {
      giveUp(open);
    }
  }

  private void cut(Frame frame) {
    if (frame instanceof Broken broken) {
      ready.add(new Piece.Broken(broken.problem()));
      over = true;
    } else {
      ready.add(new Piece.Cut(framer.interchange(), lastNumber, lastOffset));
    }
    closeInterchange();
  }

  private Segment segment(Draft draft, Whole whole) {
    return new Segment(
        draft.tag,
        draft.elements,
        draft.repeated,
        framer.interchange(),
        whole.number(),
        whole.byteOffset(),
        null);
  }

  /** Never silent: the rest of the interchange goes unread, and the sender is told from where. */
  private void giveUp(InterchangeBytes open) throws IOException {
    ready.add(
        new Piece.Damaged(
            new Problem(
                new X12Position(framer.interchange(), lastNumber, "?", null, lastOffset, null),
                X12Code.UNREADABLE.code(),
                "the interchange cannot be taken apart after this segment; the rest of it is not"
                    + " read"),
            0));
    ready.add(new Piece.Cut(framer.interchange(), lastNumber, lastOffset));
    open.drain();
    closeInterchange();
  }

  private void closeInterchange() {
    bytes = null;
    parser = null;
  }

  void close() throws IOException {
    over = true;
    ready.clear();
    closeInterchange();
    framer.close();
  }
}
