package org.preclaim.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {

  @Test
  void text_short_standsInBackticksAsItIs() {
    assertThat(Quoted.text("Größe 3/4")).isEqualTo("`Größe 3/4`");
  }

  @Test
  void text_aboveTheLength_isCut() {
    assertThat(Quoted.text("x".repeat(80))).isEqualTo("`" + "x".repeat(80) + "`");
    assertThat(Quoted.text("x".repeat(81))).isEqualTo("`" + "x".repeat(80) + "…`");
  }

  @Test
  void text_withWhatATerminalWouldObey_showsIt() {
    assertThat(Quoted.text("a\u001b[2J\n\ud83d\ude00"))
        .isEqualTo("`a\\u001b[2J\\u000a\\ud83d\\ude00`");
  }

  @Test
  void name_isTheTextWithoutBackticks() {
    assertThat(Quoted.name("\u0000" + "x".repeat(100))).isEqualTo("\\u0000" + "x".repeat(79) + "…");
  }
}
