package org.preclaim.reference.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLinesTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lines_ofAnyEnd_areCountedAlike(String end) throws IOException {
    assertThat(lines("one" + end + end + "two\u00a0" + end, 10))
        .containsExactly("1 one", "2 ", "3 two\u00a0");
  }

  @Test
  void line_withoutAnEnd_isReadToo() throws IOException {
    assertThat(lines("one\ntwo", 10)).containsExactly("1 one", "2 two");
    assertThat(lines("", 10)).isEmpty();
  }

  @Test
  void line_overTheLimit_endsTheReading() throws IOException {
    assertThat(lines("12345\n", 5)).containsExactly("1 12345");
    assertThatThrownBy(() -> lines("one\n123456\n", 5))
        .isInstanceOf(TooLargeException.class)
        .hasMessage("a line has more than 5 characters");
  }

  @Test
  void text_largerThanTheBuffer_isReadWhole() throws IOException {
    List<String> lines = lines("x\r\n".repeat(100_000), 10);

    assertThat(lines).hasSize(100_000).last().isEqualTo("100000 x");
  }

  private static List<String> lines(String text, int most) throws IOException {
    SourceLimits limits = new SourceLimits(1 << 20, 200, 1, most, 1);
    List<String> lines = new ArrayList<>();
    OfficialFile file = Imports.text("file", "file", text, StandardCharsets.ISO_8859_1);
    SourceLines.read(
        file,
        StandardCharsets.ISO_8859_1,
        limits,
        (number, line) -> lines.add(number + " " + line));
    return lines;
  }
}
