package org.preclaim.engine.fence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainExpressionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0-9]{4}[0-9A-Z]",
        "5043[0-9?*+|]",
        "J.*|Q.*",
        "50430|50431|50432|50433|50434|50435|50436|50437|50438|50439",
        "(A|B|C)[0-9]+",
        "\\\\d{5}",
        "\\d{5}",
        "A\\\\.B.*"
      })
  void expression_thatGoesFewWays_isPlain(String literal) {
    assertThat(PlainExpression.isPlain(literal)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*.*.*",
        ".?.?.?",
        ".{0,1}.{0,1}.{0,1}",
        ".{,1}.*.+",
        "J.*|Q.*|S.*",
        "(a|b).*.*",
        "(|)(|)(|)(|)(|)(|)(|)(|)(|)",
        "(ab)*",
        "(ab){9}",
        "(.)\\\\1",
        "(.)\\1",
        "(?=.*B)B",
        "(?i)b",
        "\\\\Q[\\\\E.?.?.?]",
        "\\Q[\\E.?.?.?]",
        "\\\\\\\\?\\\\\\\\?\\\\\\\\?",
        "\\\\?\\\\?\\\\?"
      })
  void expression_thatMayGoMany_isNot(String literal) {
    assertThat(PlainExpression.isPlain(literal)).isFalse();
  }
}
