package org.preclaim.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages inputs: the same way for the same seed. */
final class Mutations {

  /** An input that grows for ever would test memory, not the parser. */
  private static final int BYTES_MOST = 1 << 20;

  private static final int CHANGES_MOST = 4;
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1e400",
          "1e999999999",
          "1e-999999999",
          "1e99999999999",
          "-0",
          "2147483648",
          "9".repeat(20),
          "1" + "0".repeat(400),
          "0.5");
  private static final List<String> MARKS =
      List.of("\u00EF\u00BB\u00BF", "\u00FF\u00FE", "\u00FE\u00FF", "\u00C0\u0080", "\u0000");

  private final Random random;
  private final List<String> words;

  /**
   * Mutations drawn from {@code random}.
   *
   * @param words what a format is sensitive to, a character for each byte; at least one
   */
  Mutations(Random random, List<String> words) {
    this.random = random;
    this.words = List.copyOf(words);
  }

  /**
   * {@code whole} with up to four changes, most often one.
   *
   * @param other another input of the same kind, of which parts may be taken
   */
  byte[] damaged(byte[] whole, byte[] other) {
    byte[] bytes = whole;
    for (int left = CHANGES_MOST; left > 0; left = random.nextBoolean() ? 0 : left - 1) {
      bytes = changed(bytes, other);
    }
    return bytes.length > BYTES_MOST ? Arrays.copyOf(bytes, BYTES_MOST) : bytes;
  }

  private byte[] changed(byte[] bytes, byte[] other) {
    int at = random.nextInt(bytes.length + 1);
    return switch (random.nextInt(32)) {
      case 0, 1, 2, 3 -> flipped(bytes, at);
      case 4, 5, 6, 7 -> replaced(bytes, at, random.nextInt(8), word());
      case 8, 9 -> replaced(bytes, at, 0, word());
      case 10, 11 -> replaced(bytes, at, 0, stretch(bytes, 200));
      case 12, 13 -> replaced(bytes, at, 1 + random.nextInt(60), new byte[0]);
      case 14 -> replaced(bytes, at, random.nextInt(bytes.length + 1), new byte[0]);
      case 15 -> Arrays.copyOf(bytes, at);
      case 16, 17 -> replaced(bytes, at, random.nextInt(200), stretch(other, 2_000));
      case 18 -> replaced(bytes, at, bytes.length, stretch(other, other.length));
      case 19 -> replaced(bytes, at, 0, repeated(word()));
      case 20 -> replaced(bytes, at, 0, repeated(stretch(bytes, 100)));
      case 21, 22 -> replaced(bytes, digitFrom(bytes, at), 1 + random.nextInt(3), one(NUMBERS));
      case 23 -> encoded(bytes, at);
      case 24, 25 -> reworded(bytes, at, one(NUMBERS));
      case 26, 27 -> reworded(bytes, at, word());
      default -> reworded(bytes, at, token(other));
    };
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] result = bytes.clone();
    if (at < result.length) {
      result[at] =
          (byte) (random.nextBoolean() ? random.nextInt() : result[at] ^ (1 << random.nextInt(8)));
    }
    return result;
  }

  private byte[] word() {
    return one(words);
  }

  private byte[] one(List<String> of) {
    return of.get(random.nextInt(of.size())).getBytes(ISO_8859_1);
  }

  private byte[] stretch(byte[] from, int most) {
    int start = random.nextInt(from.length + 1);
    return Arrays.copyOfRange(
        from, start, start + random.nextInt(Math.min(from.length - start, most) + 1));
  }

  /** Up to a hundred times, and once in a while many thousand times. */
  private byte[] repeated(byte[] bytes) {
    int times = random.nextInt(20) == 0 ? 1 << random.nextInt(17) : 1 + random.nextInt(100);
    byte[] result =
        new byte[(int) Math.min((long) bytes.length * times, random.nextInt(BYTES_MOST))];
    for (int at = 0; at < result.length; at++) {
      result[at] = bytes[at % bytes.length];
    }
    return result;
  }

  /** Another word instead of the next one: what stands around it stays. */
  private static byte[] reworded(byte[] bytes, int at, byte[] word) {
    int start = at;
    while (start < bytes.length && !isOfWord(bytes[start])) {
      start++;
    }
    return replaced(bytes, start, end(bytes, start) - start, word);
  }

  private byte[] token(byte[] from) {
    int start = random.nextInt(from.length + 1);
    return Arrays.copyOfRange(from, start, end(from, start));
  }

  private static int end(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && isOfWord(bytes[end])) {
      end++;
    }
    return end;
  }

  private static boolean isOfWord(byte each) {
    return each == '.' || each == '-' || Character.isLetterOrDigit(each);
  }

  private static int digitFrom(byte[] bytes, int start) {
    for (int at = start; at < bytes.length; at++) {
      if (bytes[at] >= '0' && bytes[at] <= '9') {
        return at;
      }
    }
    return start;
  }

  /** The same text in another encoding, or something that only another one has. */
  private byte[] encoded(byte[] bytes, int at) {
    return switch (random.nextInt(4)) {
      case 0 -> new String(bytes, UTF_8).getBytes(UTF_16LE);
      case 1 -> new String(bytes, ISO_8859_1).getBytes(UTF_8);
      case 2 -> replaced(bytes, 0, 0, one(MARKS));
      default -> replaced(bytes, at, 0, one(MARKS));
    };
  }

  /** {@code bytes} with {@code added} instead of the {@code removed} bytes from {@code at}. */
  private static byte[] replaced(byte[] bytes, int at, int removed, byte[] added) {
    int end = Math.min(bytes.length, at + removed);
    byte[] result = new byte[at + added.length + bytes.length - end];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(added, 0, result, at, added.length);
    System.arraycopy(bytes, end, result, at + added.length, bytes.length - end);
    return result;
  }
}
