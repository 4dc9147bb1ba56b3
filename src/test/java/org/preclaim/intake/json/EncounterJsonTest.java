package org.preclaim.intake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.fixtures.EncounterWriter;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.RandomEncounters;
import org.preclaim.fixtures.Seed;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admission.Admitted;
import org.preclaim.intake.Admission.Refused;
import org.preclaim.problem.Place;

class EncounterJsonTest {

  private static final String ADMITTED = "intake/json/admitted/";
  private final EncounterJson json = new EncounterJson(Words.VOCABULARY);

  @Test
  void contractExample_read_isThisEncounter() {
    Provider provider = new Provider(new Npi("1234567893"));
    ServiceDates day = ServiceDates.on(LocalDate.of(2026, 3, 3));
    Encounter expected =
        new Encounter(
            "E-1001",
            Setting.PRACTITIONER,
            "medicare",
            new PlaceOfService("22"),
            new Patient("p-77", LocalDate.of(1961, 4, 2), Sex.FEMALE),
            provider,
            List.of(
                new Diagnosis(1, Icd10Code.of("N13.5")), new Diagnosis(2, Icd10Code.of("N39.0"))),
            List.of(
                new ServiceLine(
                    1,
                    HcpcsCode.of("50431"),
                    List.of(Modifier.of("LT")),
                    BigDecimal.ONE,
                    UnitBasis.UNITS,
                    day,
                    List.of(1),
                    new Money(new BigDecimal("1240.00")),
                    null,
                    provider)),
            List.of(
                new PerformedProcedure(
                    "nephrostogram",
                    "existing",
                    null,
                    List.of(),
                    List.of(),
                    "left",
                    List.of("fluoroscopy"),
                    day)),
            List.of(
                new Documentation("imaging-guidance", null),
                new Documentation("contrast-agent", "iohexol")),
            List.of(
                new PriorService(
                    HcpcsCode.of("50432"),
                    List.of(),
                    ServiceDates.on(LocalDate.of(2026, 2, 20)),
                    provider)));

    assertThat(read(GoldenFile.text(ADMITTED + "contract.json"))).isEqualTo(new Admitted(expected));
  }

  @Test
  void optionalParts_notSent_areAbsentAndNotEmpty() {
    Encounter encounter = admitted(GoldenFile.text(ADMITTED + "least.json"));

    assertThat(encounter.diagnoses()).isNull();
    assertThat(encounter.procedures()).isNull();
    assertThat(encounter.documentation()).isNull();
    assertThat(encounter.history()).isNull();
    assertThat(encounter.patient().sex()).isEqualTo(Sex.UNKNOWN);
    ServiceLine line = encounter.lines().get(0);
    assertThat(line.code()).isEqualTo(new HcpcsCode("A4351"));
    assertThat(line.units()).isEqualTo("1");
    assertThat(line.charge()).isNull();
    assertThat(line.dates())
        .isEqualTo(new ServiceDates(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)));
  }

  @Test
  void randomEncounters_writtenAndRead_areTheSame() {
    RandomEncounters encounters = new RandomEncounters(Seed.VALUE);
    for (int i = 0; i < 500; i++) {
      Encounter encounter = encounters.next();
      String text = EncounterWriter.json(encounter);
      assertThat(read(text)).as("seed %d, %s", Seed.VALUE, text).isEqualTo(new Admitted(encounter));
    }
  }

  @Test
  void byteOrderMark_beforeTheDocument_isPassedOver() {
    assertThat(admitted("\uFEFF" + GoldenFile.text(ADMITTED + "least.json")).id()).isEqualTo("E-1");
  }

  @Test
  void bytesThatAreNotUtf8_areRefusedWhereTheyStand() {
    byte[] bytes = "{\n \"id\": \"E-\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
    Admission admission = json.read(new ByteArrayInputStream(bytes), "latin.json");

    assertThat(problemCodes(admission)).containsExactly("JSON-ENCODING");
    assertThat(((Refused) admission).problems().get(0).place())
        .isEqualTo(new Place.TextPosition("latin.json", 2, 11));
  }

  @Test
  void halfACharacter_inAText_isRefused() {
    String text = GoldenFile.text(ADMITTED + "least.json").replace("E-1", "E-\\ud800");
    assertThat(problemCodes(read(text))).containsExactly("JSON-BAD-TEXT");
  }

  @Test
  void pointers_whereDiagnosesCannotBeRead_areNotReportedToo() {
    String text =
        GoldenFile.text(ADMITTED + "contract.json")
            .replace("\"sequence\": 2", "\"sequence\": \"2\"");
    String pointing = text.replace("\"diagnosisPointers\": [1]", "\"diagnosisPointers\": [2]");
    assertThat(problemCodes(read(pointing))).containsExactly("JSON-WRONG-TYPE");
  }

  @Test
  void failingStream_read_throwsItsFailure() throws IOException {
    InputStream failing = InputStream.nullInputStream();
    failing.close(); // a closed stream fails when it is read
    assertThatThrownBy(() -> json.read(failing, "-")).isInstanceOf(UncheckedIOException.class);
  }

  private Admission read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return json.read(new ByteArrayInputStream(bytes), "-");
  }

  private Encounter admitted(String text) {
    Admission admission = read(text);
    assertThat(admission).isInstanceOf(Admitted.class);
    return ((Admitted) admission).encounter();
  }

  private static List<String> problemCodes(Admission admission) {
    assertThat(admission).isInstanceOf(Refused.class);
    return ((Refused) admission).problems().stream().map(problem -> problem.code()).toList();
  }
}
