package org.preclaim.intake.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"none\"",
        "{}",
        "{\"resourceType\":\"Patient\"}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}",
        "{\"resourceType\":\"Bundle\",\"entry\":[]}",
        "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"OperationOutcome\"}}]}",
      })
  void read_prefetchWithoutAClaim_isToldSo(String claim) {
    HookReading read = HookIntake.read(call("{\"claim\":" + claim + "}"), "order-sign");

    assertThat(((HookReading.Refused) read).problems())
        .extracting(each -> each.place() + " " + each.code())
        .containsExactly("/prefetch/claim HOOK-NO-CLAIM");
  }

  @ParameterizedTest
  @CsvSource({
    "Bundle, prefetch",
    "Bundle.entry, prefetch",
    "Bundle.entry[0], prefetch.claim.entry[0]",
    "Bundle.entry[0].fullUrl, prefetch.claim.entry[0].fullUrl",
    "Bundle.entry[0].resource, prefetch.claim.entry[0].resource",
    "Bundle.entry[1].resource.id, prefetch.claim.entry[1].resource.id",
    "Bundle.entry[2], prefetch.patient",
    "Bundle.entry[2].resource.gender, prefetch.patient.gender",
  })
  void problem_anywhereInTheBundle_hasItsPlaceInTheCall(String place, String inCall) {
    HookCall call =
        new HookCall(
            "any",
            "{}",
            List.of(
                "prefetch.claim.entry[0].resource",
                "prefetch.claim.entry[1].resource",
                "prefetch.patient"));

    Problem told =
        call.inCall(new Problem(new Place.FhirPath(place), "A-CODE", "a message", "help"));

    assertThat(told)
        .isEqualTo(new Problem(new Place.FhirPath(inCall), "A-CODE", "a message", "help"));
  }

  /** A line of the Bundle is none of the call. */
  @Test
  void problem_inTheTextOfTheBundle_isOneOfThePrefetch() {
    Problem found = new Problem(new Place.TextPosition("body", 1, 7), "A-CODE", "a message");

    assertThat(new HookCall("any", "{}", List.of()).inCall(found).place())
        .isEqualTo(new Place.FhirPath("prefetch"));
  }

  @Test
  void read_whatChangesTheMeaningOfASearchsBundle_isPassedOn() {
    String claim =
        """
        {"claim":{"resourceType":"Bundle","implicitRules":"http://a.example","entry":[\
        {"modifierExtension":[{"url":"http://b.example"}],"resource":{"resourceType":"Claim"}}]}}""";

    HookReading read = HookIntake.read(call(claim), "order-sign");

    assertThat(((HookReading.Read) read).call().bundle())
        .contains("\"implicitRules\":\"http://a.example\"", "\"url\":\"http://b.example\"");
  }

  private static byte[] call(String prefetch) {
    return """
        {"hook":"order-sign","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","prefetch":%s}"""
        .formatted(prefetch)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static HookReading read(String number) {
    String prefetch =
        "{\"claim\":{\"resourceType\":\"Claim\",\"total\":{\"value\":" + number + "}}}";
    return HookIntake.read(call(prefetch), "order-sign");
  }
}
