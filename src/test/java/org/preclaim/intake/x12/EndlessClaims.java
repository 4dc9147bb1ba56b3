package org.preclaim.intake.x12;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One transaction set with as many claims as wanted, made while it is read. */
final class EndlessClaims extends InputStream {

  private static final int CLAIM_SEGMENTS = 5;

  private final int claims;
  private final String head;
  private byte[] chunk;
  private int at;
  private int written;
  private boolean closed;
  private long consumed;

  EndlessClaims(int claims) {
    this.claims = claims;
    String sample = Admitting.text("partly-bad.x12");
    this.head = sample.substring(0, sample.indexOf("CLM*"));
    this.chunk = Admitting.bytes(head);
  }

  /** How many bytes were taken from the stream so far. */
  long consumed() {
    return consumed;
  }

  static int claimBytes() {
    return claim(1).length();
  }

  private static String claim(int number) {
    return String.format(
        Locale.ROOT,
        "CLM*C%07d*80***11:B:1*Y*A*Y*Y~HI*ABK:N390~LX*1~SV1*HC:99213*80*UN*1***1~"
            + "DTP*472*D8*20260310~",
        number);
  }

  private boolean refill() {
    if (written < claims) {
      written++;
      chunk = claim(written).getBytes(StandardCharsets.US_ASCII);
    } else if (!closed) {
      closed = true;
      chunk = Admitting.bytes("SE*" + segments() + "*0001~GE*1*1~IEA*1*000000001~");
    } else {
      return false;
    }
    at = 0;
    return true;
  }

  private long segments() {
    long inHead = head.chars().filter(c -> c == '~').count();
    // ISA and GS stand outside the transaction set, SE inside.
    return inHead - 2 + (long) claims * CLAIM_SEGMENTS + 1;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (at == chunk.length && !refill()) {
      return -1;
    }
    int taken = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, into, offset, taken);
    at += taken;
    consumed += taken;
    return taken;
  }
}
