package org.preclaim.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text from bytes that must be UTF-8. The JSON library would guess other encodings and replace what
 * it cannot read.
 *
 * @param text the text up to the first byte that is not UTF-8, without a byte order mark
 * @param complete whether that is all of it
 */
public record Utf8(String text, boolean complete) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** As much of {@code bytes} as is text. */
  public static Utf8 decode(byte[] bytes) {
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), characters, true);
    String text = characters.flip().toString();
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return new Utf8(marked ? text.substring(1) : text, !result.isError());
  }

  /** The line, from 1, on which the text ends. */
  public int lastLine() {
    return 1 + (int) text.chars().filter(c -> c == '\n').count();
  }

  /** The column, from 1, just behind the text's last character. */
  public int nextColumn() {
    return text.length() - text.lastIndexOf('\n');
  }
}
