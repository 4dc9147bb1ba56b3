package org.preclaim.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.FhirWriter;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.Words;
import org.preclaim.fuzz.FuzzTarget.Answer;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.intake.PatientKeys;
import org.preclaim.intake.fhir.ClaimUse;
import org.preclaim.intake.fhir.FhirIntake;
import org.preclaim.intake.fhir.FhirLimits;
import org.preclaim.intake.fhir.Submission;
import org.preclaim.intake.hook.Feedback;
import org.preclaim.intake.hook.HookIntake;
import org.preclaim.intake.hook.HookReading;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.intake.x12.X12Intake;
import org.preclaim.intake.x12.X12Limits;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** Claims as others send them: X12 and FHIR, the latter also in the calls of CDS Hooks. */
final class ClaimTargets {

  private static final PatientKeys KEYS = new PatientKeys(new byte[16]);
  private static final FhirIntake FHIR = new FhirIntake(Words.VOCABULARY, FhirLimits.DEFAULT);
  private static final int ISA = 106;

  private static final List<String> X12_WORDS =
      List.of(
          "*",
          ":",
          "~",
          "^",
          "~\n",
          "\r\n",
          "\u0000",
          "\u00ff",
          "ISA*",
          "GS*HC*",
          "ST*837*0001~",
          "SE*1*0001~",
          "GE*1*1~",
          "IEA*1*000000001~",
          "CLM*X*1***22:B:1~",
          "HI*ABK:N135~",
          "SV1*HC:50431*1*UN*1***1~",
          "SV2*0360*HC:50431*1*UN*1~",
          "LX*1~",
          "LX*99999~",
          "HL*1**20~",
          "HL*2*1*22*0~",
          "NM1*85*2~",
          "DTP*472*D8*20260303~",
          "DTP*472*RD8*20260303-20260301~",
          "PWK*OZ*BM~",
          "SVD*X*1~",
          "REF*G1*X~",
          "005010X222A1",
          "005010X223A2",
          "004010X098A1");

  private static final List<String> FHIR_WORDS =
      List.of(
          "\"resourceType\":\"Claim\",",
          "\"resourceType\":\"Bundle\",",
          "\"reference\":\"#\"",
          "\"reference\":\"Claim/1\"",
          "\"extension\":[{\"url\":\"x\"}],",
          "\"contained\":[],",
          "\"_id\":{},",
          "\"valueMoney\":{\"value\":1e400},",
          "\"fhir_comments\":[\"x\"],",
          "\"item\":[null],",
          "\"sequence\":99999999999,",
          "\"div\":\"<div>&lt;x</div>\"",
          "<x/>");

  private ClaimTargets() {}

  static List<FuzzTarget> all() {
    List<String> words =
        Stream.of(EncounterTargets.WORDS, FHIR_WORDS).flatMap(List::stream).toList();
    List<Sample> hooks = new ArrayList<>(Sample.in(examples(), "discharge.json"));
    hooks.add(
        Sample.of(
            "feedback.json",
            """
            {"feedback":[{"card":"0f0d0c1e-0000-4000-8000-000000000001","outcome":"overridden",
            "overrideReason":{"reason":{"code":"known"}},
            "acceptedSuggestions":[{"id":"0f0d0c1e-0000-4000-8000-000000000001"}],
            "outcomeTimestamp":"2026-03-03T10:00:00Z"}]}"""));
    return List.of(
        new FuzzTarget("x12-professional", x12("005010X222"), X12_WORDS, 1_500, ClaimTargets::x12),
        new FuzzTarget("x12-institutional", x12("005010X223"), X12_WORDS, 1_500, ClaimTargets::x12),
        new FuzzTarget("fhir", fhir(), words, 1_500, ClaimTargets::fhir),
        new FuzzTarget("cds-hooks", hooks, words, 1_500, ClaimTargets::hook));
  }

  private static Path examples() {
    return Path.of("docs", "examples");
  }

  private static List<Sample> x12(String guide) {
    return Stream.of(
            Sample.resources("intake/x12", ".x12"),
            Sample.real("x12", ".837"),
            Sample.real("x12", ".837i"),
            Sample.real("x12", ".txt"))
        .flatMap(List::stream)
        .filter(sample -> text(sample).contains(guide))
        .toList();
  }

  private static String text(Sample sample) {
    return new String(sample.bytes(), ISO_8859_1);
  }

  /** Takes claims one by one and keeps none: a file of a megabyte may have a million problems. */
  private static Answer x12(Sample input) {
    long answers = 0;
    long admitted = 0;
    boolean refused = false;
    int said = 0;
    try (Admissions each =
        X12Intake.open(new ByteArrayInputStream(input.bytes()), KEYS, X12Limits.DEFAULT)) {
      while (each.hasNext()) {
        Admission admission = each.next();
        assertInFile(admission);
        Answer answer = Contract.admission(admission);
        answers++;
        admitted += admission instanceof Admission.Admitted ? 1 : 0;
        refused |= answer.refused();
        said = 31 * said + answer.said().hashCode();
      }
    }
    assertThat(answers).as("answers").isPositive();
    if (admitted == answers) {
      assertThat(admitted)
          .as("claims, where not a word was said")
          .isGreaterThanOrEqualTo(claims(text(input)));
    }
    return new Answer(refused, answers + " answers, together " + said);
  }

  private static void assertInFile(Admission admission) {
    List<Problem> problems =
        admission instanceof Admission.Refused refused
            ? refused.problems()
            : admission instanceof Admission.Noticed noticed ? noticed.problems() : List.of();
    assertThat(problems).allMatch(problem -> problem.place() instanceof Place.X12Position);
  }

  /** How many claims begin by the separators of the one header; of several headers, none. */
  private static long claims(String text) {
    int isa = text.indexOf("ISA");
    if (text.indexOf("ISA", isa + 1) >= 0) {
      return 0;
    }
    char element = text.charAt(isa + "ISA".length());
    String terminator = Pattern.quote(text.substring(isa + ISA - 1, isa + ISA));
    return Stream.of(text.substring(isa).split(terminator, -1))
        .filter(segment -> segment.strip().startsWith("CLM" + element))
        .count();
  }

  private static List<Sample> fhir() {
    byte[] json = GoldenFile.text("intake/json/admitted/contract.json").getBytes(UTF_8);
    Encounter encounter =
        ((Admission.Admitted)
                new EncounterJson(Words.VOCABULARY).read(new ByteArrayInputStream(json), "-"))
            .encounter();
    List<Sample> samples = new ArrayList<>();
    for (FhirWriter.Form form : FhirWriter.Form.values()) {
      samples.add(new Sample(form + ".json", FhirWriter.json(encounter, form).getBytes(UTF_8)));
    }
    samples.addAll(Sample.in(examples(), ".fhir.json"));
    samples.addAll(Sample.real("fhir", ".json"));
    return samples;
  }

  private static Answer fhir(Sample input) {
    return submission(FHIR.read(input.bytes(), input.name(), KEYS, ClaimUse.PREDETERMINATION));
  }

  private static Answer submission(Submission submission) {
    assertThat(submission.admissions()).as("answers").isNotEmpty();
    return Contract.admissions(submission.admissions());
  }

  private static Answer hook(Sample input) {
    List<Problem> problems = new ArrayList<>();
    List<Feedback> told = Feedback.read(input.bytes(), problems);
    assertThat(told.isEmpty()).as("feedback, or problems").isEqualTo(!problems.isEmpty());
    String feedback = told + Contract.told(problems);
    HookReading reading = HookIntake.read(input.bytes(), "encounter-discharge");
    if (reading instanceof HookReading.Refused refused) {
      return new Answer(
          !problems.isEmpty(), feedback + Contract.refused(refused.problems()).said());
    }
    var call = ((HookReading.Read) reading).call();
    Submission submission =
        FHIR.read(call.bundle().getBytes(UTF_8), "-", KEYS, ClaimUse.PREDETERMINATION);
    Answer answer = submission(submission);
    for (Admission admission : submission.admissions()) {
      if (admission instanceof Admission.Refused refused) {
        Contract.told(refused.problems().stream().map(call::inCall).toList());
      }
    }
    return new Answer(answer.refused(), feedback + answer.said());
  }
}
