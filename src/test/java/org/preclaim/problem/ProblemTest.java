package org.preclaim.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final Place PLACE = new Place.TextPosition("a.csv", 3, 1);

  @Test
  void message_withControlCharacters_showsThem() {
    Problem problem =
        new Problem(PLACE, "X-CODE", "`\u001b[2J\u0000\u0085` is no code", "leave out `\u0007`");

    assertThat(problem)
        .hasToString(
            "a.csv:3:1: X-CODE `\\u001b[2J\\u0000\\u0085` is no code\n  help: leave out `\\u0007`");
  }

  @Test
  void message_withLineBreaks_staysOnItsLine() {
    Problem problem =
        new Problem(PLACE, "X-CODE", "`a\r\nb.csv:1:1: X-CODE\tall is well` is no code");

    assertThat(problem.message()).isEqualTo("`a  b.csv:1:1: X-CODE all is well` is no code");
  }

  @Test
  void place_withControlCharacters_showsThem() {
    Place pointer = new Place.JsonPointer("/li\u0000nes");

    assertThat(new Problem(pointer, "X-CODE", "unknown"))
        .hasToString("/li\\u0000nes: X-CODE unknown");
  }
}
