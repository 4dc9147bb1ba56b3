package org.preclaim.intake.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookIntakeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"0.1000000000000000000001", "9007199254740993.01", "100.10", "2E-7", "1E+400"})
  void read_numbersThatADoubleCannotHold_arePassedOnAsTheyWereSent(String number) {
    assertThat(read(number))
        .asInstanceOf(type(HookReading.Read.class))
        .extracting(read -> read.call().bundle())
        .asString()
        .contains("{\"value\":" + number + "}");
  }

  @Test
  void read_numberBeyondAllNumbers_isRefused() {
    assertThat(read("1e99999999999")).isInstanceOf(HookReading.Refused.class);
  }

  @Test
  void read_prefetchOfAnyName_isCutInItsPlace() {
    HookReading read = read("1}},\"" + "n".repeat(10_000) + "\":{\"resourceType\":{\"a\":1");

    assertThat(read)
        .asInstanceOf(type(HookReading.Read.class))
        .extracting(each -> each.call().paths())
        .isEqualTo(List.of("prefetch.claim", "prefetch." + "n".repeat(80) + "…"));
  }

  private static HookReading read(String number) {
    String call =
        """
        {"hook":"order-sign","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",\
        "prefetch":{"claim":{"resourceType":"Claim","total":{"value":%s}}}}"""
            .formatted(number);
    return HookIntake.read(call.getBytes(StandardCharsets.UTF_8), "order-sign");
  }
}
