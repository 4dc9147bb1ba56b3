package org.preclaim.reference.ncci;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.pack.DateKey;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.SourceLimits;
import org.preclaim.reference.source.SourceRow;
import org.preclaim.reference.source.TooLargeException;

/**
 * Reads procedure pairs from text straight out of its bytes: a release has millions of rows, and
 * nearly all of them have exactly the published shape. The others go to {@link PtpReader}.
 */
final class PtpText {

  private static final int BUFFER_BYTES = 1 << 20;
  private static final int SECOND_CODE = CodeKey.LENGTH + 1;
  private static final int AFTER_CODES = SECOND_CODE + CodeKey.LENGTH;
  private static final int DAY_BYTES = 8;
  private static final int LOW_BITS = 0xFF;
  private static final int HASH_FACTOR = 31;

  private final OfficialFile file;
  private final PtpRows rows;
  private final PtpReader reader;
  private final Map<Integer, Integer> rationales = new HashMap<>();
  private byte[] bytes = new byte[BUFFER_BYTES];
  private int line;
  private int at;

  PtpText(OfficialFile file, PtpRows rows, PtpReader reader) {
    this.file = file;
    this.rows = rows;
    this.reader = reader;
  }

  /** Reads the file to its end. */
  void read(SourceLimits limits) throws IOException {
    try (InputStream in = file.content().open()) {
      int filled = 0;
      for (int got = fill(in, filled); got > 0; got = fill(in, filled)) {
        filled += got;
        int used = readLines(filled);
        System.arraycopy(bytes, used, bytes, 0, filled - used);
        filled -= used;
        if (filled > limits.cellCharacters()) {
          throw new TooLargeException("a line has more than " + limits.cellCharacters() + " bytes");
        }
      }
      if (filled > 0) {
        line++;
        acceptLast(filled);
      }
    }
  }

  private void acceptLast(int filled) {
    int rationale = filled;
    while (rationale > 0 && bytes[rationale - 1] != '\t') {
      rationale--;
    }
    reader.acceptLast(row(0, filled), rationales.containsKey(hash(rationale, filled)));
  }

  private int fill(InputStream in, int filled) throws IOException {
    if (filled > bytes.length / 2) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    return in.read(bytes, filled, bytes.length - filled);
  }

  /** Reads the complete lines, and returns where the incomplete one begins. */
  private int readLines(int filled) {
    int start = 0;
    for (int i = 0; i < filled; i++) {
      if (bytes[i] == '\n') {
        int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
        line++;
        if (!readPair(start, end)) {
          reader.accept(row(start, end));
        }
        start = i + 1;
      }
    }
    return start;
  }

  /** Reads a line of exactly the published shape; otherwise nothing. */
  private boolean readPair(int start, int end) {
    int first = code(start, end);
    int second = code(start + SECOND_CODE, end);
    if (first < 0 || second < 0) {
      return false;
    }
    at = start + AFTER_CODES + 1;
    if (at < end && bytes[at] == '*') {
      at++;
    }
    if (!tab(end)) {
      return false;
    }
    int effective = day(end);
    int deletion = lastDay(end);
    int indicator = at < end ? bytes[at++] - '0' : -1;
    boolean known = indicator == 0 || indicator == 1 || indicator == PtpPacking.TOMBSTONE;
    if (effective < 0 || deletion < effective || !known || !tab(end)) {
      return false;
    }
    int rationale = rationale(at, end);
    if (rationale < 0) {
      return false;
    }
    reader.begin();
    rows.add(first, second, PtpWindow.of(effective, deletion, indicator, rationale), line);
    return true;
  }

  private boolean tab(int end) {
    return at < end && bytes[at++] == '\t';
  }

  /** The code at {@code from}, which a tab follows. */
  private int code(int from, int end) {
    if (from + CodeKey.LENGTH >= end || bytes[from + CodeKey.LENGTH] != '\t') {
      return CodeKey.NONE;
    }
    int key = 0;
    for (int i = from; i < from + CodeKey.LENGTH; i++) {
      int digit = CodeKey.digit(bytes[i]);
      if (digit < 0) {
        return CodeKey.NONE;
      }
      key = CodeKey.append(key, digit);
    }
    return key;
  }

  private int lastDay(int end) {
    if (at < end && bytes[at] == '*') {
      at++;
      return tab(end) ? DateKey.OPEN : DateKey.NONE;
    }
    return day(end);
  }

  private int day(int end) {
    if (at + DAY_BYTES >= end) {
      return DateKey.NONE;
    }
    int key = DateKey.of(digits(at, 4), digits(at + 4, 2), digits(at + 6, 2));
    at += DAY_BYTES;
    return tab(end) ? key : DateKey.NONE;
  }

  /** The number of some digits; far out of any range where one is none. */
  private int digits(int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      int digit = bytes[i] - '0';
      number = digit < 0 || digit > 9 ? Short.MIN_VALUE : number * 10 + digit;
    }
    return number;
  }

  /** The category of the last field; negative where a further one follows. */
  private int rationale(int from, int end) {
    for (int i = from; i < end; i++) {
      if (bytes[i] == '\t') {
        return -1;
      }
    }
    return rationales.computeIfAbsent(
        hash(from, end), unseen -> PtpRationale.of(text(from, end)).number());
  }

  private int hash(int from, int end) {
    int hash = 0;
    for (int i = from; i < end; i++) {
      hash = HASH_FACTOR * hash + bytes[i];
    }
    return hash;
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, OfficialFile.CHARSET);
  }

  private SourceRow row(int start, int end) {
    List<String> fields = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    int begin = start;
    for (int i = start; i <= end; i++) {
      if (i == end || (bytes[i] & LOW_BITS) == '\t') {
        fields.add(text(begin, i).strip());
        columns.add(begin - start + 1);
        begin = i + 1;
      }
    }
    return new SourceRow(file, null, line, fields, List.of(), columns);
  }
}
