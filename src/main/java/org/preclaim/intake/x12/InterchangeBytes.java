package org.preclaim.intake.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.preclaim.intake.x12.Frame.Damaged;
import org.preclaim.intake.x12.Frame.Whole;

/**
 * The sound segments of one interchange as a stream for the parser. The frames that were passed or
 * set aside queue up beside it, so that the parser's segments get their true places back.
 */
final class InterchangeBytes extends InputStream {

  private final SegmentFramer framer;
  private final Delimiters delimiters;
  private final Deque<Frame> passed = new ArrayDeque<>();
  private byte[] chunk;
  private int at;
  private int damagedInARow;
  private boolean closed;

  InterchangeBytes(SegmentFramer framer, Whole header) {
    this.framer = framer;
    this.delimiters = Delimiters.of(header.text());
    this.chunk = header.text().getBytes(StandardCharsets.ISO_8859_1);
    passed.add(header);
  }

  Delimiters delimiters() {
    return delimiters;
  }

  /** The frames that went by and have not been claimed yet, oldest first. */
  Deque<Frame> passed() {
    return passed;
  }

  /** Whether the trailer went by and every frame has been claimed. */
  boolean finished() {
    return closed && passed.isEmpty();
  }

  @Override
  public int read() throws IOException {
    return ready() ? chunk[at++] & 0xff : -1;
  }

  /** Hands over one segment at a time: a parser that asks for more would read ahead of its need. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!ready()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean ready() throws IOException {
    while (at == chunk.length && !closed) {
      advance();
    }
    return at < chunk.length;
  }

  private void advance() throws IOException {
    Frame frame = framer.segment(delimiters);
    if (frame instanceof Damaged damaged) {
      pass(damaged);
      return;
    }
    damagedInARow = 0;
    passed.add(frame);
    if (frame instanceof Whole whole) {
      closed = whole.tag(delimiters.element()).equals("IEA");
      serve(whole.text());
    } else {
      serveTrailer();
    }
  }

  /** Nobody claims a damaged frame before the next sound one, which may be far off. */
  private void pass(Damaged damaged) {
    damagedInARow++;
    if (damagedInARow > framer.problemsMax() && passed.peekLast() instanceof Damaged last) {
      passed.removeLast();
      passed.add(last.andOneMore());
    } else {
      passed.add(damaged);
    }
  }

  /** A parser wants to see the end of what it began; the frame before tells that there was none. */
  private void serveTrailer() {
    closed = true;
    serve("IEA" + delimiters.element() + "0" + delimiters.element() + "0");
  }

  private void serve(String text) {
    chunk = (text + delimiters.terminator()).getBytes(StandardCharsets.ISO_8859_1);
    at = 0;
  }

  /** Goes past whatever the parser has not asked for. */
  void drain() throws IOException {
    while (!closed) {
      advance();
    }
    chunk = new byte[0];
    at = 0;
    passed.clear();
  }
}
