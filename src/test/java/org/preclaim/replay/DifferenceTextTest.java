package org.preclaim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preclaim.replay.Report.Difference;

class DifferenceTextTest {

  private static String warning(String severity, String message, String expect) {
    return "{\"kind\":\"add-on-without-primary\",\"lines\":[2],\"codes\":[\"50706\"],"
        + "\"severity\":\""
        + severity
        + "\",\"message\":\""
        + message
        + "\""
        + expect
        + ",\"remedies\":[],\"policy\":{\"id\":\"ADD-50706\",\"citation\":\"made up\"}}";
  }

  private static String told(
      String what, @Nullable String policy, @Nullable String before, @Nullable String after) {
    return String.join("\n", DifferenceText.lines(new Difference(what, policy, before, after)));
  }

  @Test
  void finding_thatChanged_tellsOnlyTheFieldsThatDiffer() {
    String before = warning("risk", "why", "");
    String after =
        warning("deny", "why", ",\"expect\":{\"group\":\"CO\",\"carc\":\"97\",\"rarc\":[]}");

    assertThat(told("changed", "ADD-50706", before, after))
        .isEqualTo(
            """
            changed ADD-50706, line 2
              severity risk → deny
              expect carc none → 97
              expect group none → CO\
            """);
  }

  @Test
  void field_thatIsLong_standsOnLinesOfItsOwn() {
    String old = "50706 on line 2 is an add-on: none of its primaries is there";

    assertThat(
            told("changed", "ADD-1", warning("deny", old, ""), warning("deny", old + " now", "")))
        .isEqualTo("changed ADD-1, line 2\n  message\n    - " + old + "\n    + " + old + " now");
  }

  @Test
  void finding_onOneSide_tellsKindSeverityAndLine() {
    assertThat(told("added", "ADD-50706", null, warning("deny", "why", "")))
        .isEqualTo("added ADD-50706: add-on-without-primary, deny, line 2");
    assertThat(told("gone", "NRT-1", warning("risk", "why", "").replace("[2]", "[2,5]"), null))
        .isEqualTo("gone NRT-1: add-on-without-primary, risk, lines 2, 5");
    assertThat(
            told("added", "SEL-1", null, "{\"action\":\"replace\",\"line\":3,\"code\":\"50431\"}"))
        .isEqualTo("added SEL-1: suggestion replace 50431, line 3");
    assertThat(told("gone", "SEL-1", "{\"action\":\"add\",\"code\":\"50431\"}", null))
        .isEqualTo("gone SEL-1: suggestion add 50431");
  }

  @Test
  void decision_asAWhole_tellsOutcomeAndChecks() {
    String evaluated = "{\"family\":\"bilateral\",\"state\":\"evaluated\"}";
    String skipped = "{\"family\":\"bilateral\",\"state\":\"skipped\",\"detail\":\"no payer\"}";

    assertThat(told("outcome", null, "clean", "warnings")).isEqualTo("outcome clean → warnings");
    assertThat(told("check", null, evaluated, skipped))
        .isEqualTo("check bilateral\n  state evaluated → skipped\n  detail none → no payer");
    assertThat(told("check", null, null, evaluated)).isEqualTo("check bilateral added: evaluated");
    assertThat(told("trace", null, "[]", "[{\"policy\":\"A-1\"}]"))
        .isEqualTo("trace [] → [{\"policy\":\"A-1\"}]");
  }
}
