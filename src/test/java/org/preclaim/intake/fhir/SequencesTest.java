package org.preclaim.intake.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.fixtures.FhirWriter;
import org.preclaim.fixtures.FhirWriter.Form;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;
import org.preclaim.intake.PatientKeys;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.problem.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Numbers that FHIR wants above zero, and those under which lines and diagnoses are known. */
class SequencesTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final PatientKeys KEYS = new PatientKeys(new byte[16]);
  private static final FhirIntake INTAKE = new FhirIntake(Words.VOCABULARY, FhirLimits.DEFAULT);
  private static final String SEQUENCE = "sequence";

  private static Submission read(Consumer<ObjectNode> change) {
    byte[] contract = GoldenFile.text("intake/json/admitted/contract.json").getBytes(UTF_8);
    Admission admission =
        new EncounterJson(Words.VOCABULARY).read(new ByteArrayInputStream(contract), "-");
    String sent = FhirWriter.json(((Admission.Admitted) admission).encounter(), Form.CONTAINED);
    ObjectNode claim = (ObjectNode) JSON.readTree(sent);
    change.accept(claim);
    return INTAKE.read(JSON.writeValueAsBytes(claim), "-", KEYS, ClaimUse.ANY);
  }

  private static ObjectNode at(ObjectNode claim, String pointer) {
    return (ObjectNode) claim.at(pointer);
  }

  private static List<String> problems(Consumer<ObjectNode> change) {
    Submission read = read(change);
    assertThat(read).as("%s", read).isInstanceOf(Submission.Refused.class);
    return ((Submission.Refused) read).problems().stream().map(Problem::toString).toList();
  }

  private static Submission.Admitted admitted(Consumer<ObjectNode> change) {
    Submission read = read(change);
    assertThat(read).as("%s", read).isInstanceOf(Submission.Admitted.class);
    return (Submission.Admitted) read;
  }

  private static void addDetail(ObjectNode claim) {
    ObjectNode item = at(claim, "/item/0");
    ObjectNode detail = item.putArray("detail").addObject();
    detail.put(SEQUENCE, 1).set("productOrService", item.get("productOrService"));
  }

  @ParameterizedTest
  @CsvSource({
    "/item/0, Claim.item[0], 0",
    "/item/0, Claim.item[0], -1",
    "/diagnosis/0, Claim.diagnosis[0], 0",
    "/careTeam/0, Claim.careTeam[0], -2147483648",
    "/insurance/0, Claim.insurance[0], 0",
  })
  void positiveInt_belowOne_isNoValueOfItsType(String pointer, String path, int sequence) {
    assertThat(problems(claim -> at(claim, pointer).put(SEQUENCE, sequence)))
        .contains(
            path
                + ".sequence: FHIR-BAD-VALUE `"
                + sequence
                + "` is not a value of the type `positiveInt`");
  }

  @Test
  void positiveIntOfADetail_belowOne_isNoValueOfItsType() {
    assertThat(
            problems(
                claim -> {
                  addDetail(claim);
                  at(claim, "/item/0/detail/0").put(SEQUENCE, 0);
                }))
        .containsExactly(
            "Claim.item[0].detail[0].sequence: FHIR-BAD-VALUE `0` is not a value of the type"
                + " `positiveInt`");
  }

  @Test
  void unsignedInt_belowZero_isNoValueOfItsType() {
    assertThat(problems(claim -> attached(claim, -1)))
        .containsExactly(
            "Claim.supportingInfo[0].value.size: FHIR-BAD-VALUE `-1` is not a value of the type"
                + " `unsignedInt`");
    assertThat(admitted(claim -> attached(claim, 0)).encounter().lines()).isNotEmpty();
  }

  private static void attached(ObjectNode claim, int size) {
    ObjectNode info = claim.putArray("supportingInfo").addObject().put(SEQUENCE, 1);
    info.putObject("category").put("text", "attached");
    info.putObject("valueAttachment").put("title", "scan").put("size", size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/item/0", "/diagnosis/0", "/item/0/detail/0"})
  void sequence_withoutAValue_isMissing(String pointer) {
    assertThat(
            problems(
                claim -> {
                  addDetail(claim);
                  ObjectNode numbered = at(claim, pointer);
                  numbered.remove(SEQUENCE);
                  numbered.putObject("_sequence").put("id", "s1");
                }))
        .anyMatch(
            each -> each.endsWith(".sequence: FHIR-MISSING-ELEMENT the sequence has no value"));
  }

  @ParameterizedTest
  @CsvSource({
    "/item/0, Claim.item[0], 1000000",
    "/item/0, Claim.item[0], 2147483647",
    "/diagnosis/0, Claim.diagnosis[0], 1000000",
  })
  void sequence_thatNoOtherFormatHas_isBeyondALimit(String pointer, String path, int sequence) {
    assertThat(
            problems(
                claim -> {
                  at(claim, pointer).put(SEQUENCE, sequence);
                  addDetail(claim);
                }))
        .contains(path + ".sequence: FHIR-LIMIT the sequence `" + sequence + "` is above 999999")
        .noneMatch(each -> each.contains("-2147483648"));
  }

  @Test
  void details_afterTheHighestNumber_areBeyondALimit() {
    assertThat(
            problems(
                claim -> {
                  at(claim, "/item/0").put(SEQUENCE, 999_999);
                  addDetail(claim);
                }))
        .containsExactly(
            "Claim.item: FHIR-LIMIT the details are lines after the highest sequence of an item,"
                + " and there are no numbers above 999999");
  }

  @Test
  void details_upToTheHighestNumber_areLines() {
    Submission.Admitted read =
        admitted(
            claim -> {
              at(claim, "/item/0").put(SEQUENCE, 999_998);
              addDetail(claim);
            });

    assertThat(read.encounter().lines()).extracting(ServiceLine::number).containsExactly(999_999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/contained/0", ""})
  void implicitRules_ofAnyResource_areNotUnderstood(String pointer) {
    String path = pointer.isEmpty() ? "Claim" : "Claim.contained[0]";

    assertThat(
            problems(
                claim -> at(claim, pointer).put("implicitRules", "http://payer.example/rules")))
        .containsExactly(
            path
                + ".implicitRules: FHIR-IMPLICIT-RULES the rules change what the resource means,"
                + " and are not understood here");
    assertThat(problems(claim -> at(claim, pointer).putObject("_implicitRules").put("id", "r")))
        .singleElement()
        .asString()
        .startsWith(path + ".implicitRules: FHIR-IMPLICIT-RULES ");
  }
}
