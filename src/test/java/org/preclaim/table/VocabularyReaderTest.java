package org.preclaim.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.PayerProfile.BothSides;
import org.preclaim.problem.Problem;

class VocabularyReaderTest {

  @Test
  void vocabulary_withoutProblems_isRead() {
    VocabularyReading reading =
        new VocabularyFixture()
            .word("kind", "nephrostogram")
            .word("kind", "ureterogram")
            .word("access", "existing")
            .payer("medicare", "50")
            .payer("acme-health", "RT-LT")
            .read();

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.vocabulary().lists()).containsExactly("access", "kind");
    assertThat(reading.vocabulary().words("kind")).containsExactly("nephrostogram", "ureterogram");
    assertThat(reading.payers())
        .containsExactly(
            new PayerProfile("medicare", BothSides.ONE_LINE_WITH_50),
            new PayerProfile("acme-health", BothSides.TWO_LINES_RT_LT));
  }

  @Test
  void vocabulary_withBrokenRows_keepsTheOthers() {
    VocabularyReading reading = VocabularyFixture.broken().read();

    assertThat(reading.problems()).hasSize(6);
    assertThat(reading.vocabulary().words("kind")).containsExactly("nephrostogram");
    assertThat(reading.payers())
        .containsExactly(new PayerProfile("acme", BothSides.ONE_LINE_WITH_50));
  }

  @Test
  void payer_withFamilies_isReadWithThem() {
    VocabularyReading reading =
        new VocabularyFixture()
            .payer("acme", "50", "mue, ncci-ptp", "icd", "mue: risk; surgeons: info")
            .payer("wrong", "50", "", "", "mue risk")
            .read();

    assertThat(reading.payers().get(0))
        .isEqualTo(
            new PayerProfile(
                "acme",
                BothSides.ONE_LINE_WITH_50,
                Set.of("mue", "ncci-ptp"),
                Set.of("icd"),
                Map.of("mue", "risk", "surgeons", "info")));
    assertThat(reading.families()).containsOnlyKeys("icd", "mue", "ncci-ptp", "surgeons");
    assertThat(reading.problems())
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .contains("Payers!E3", "`mue risk` is no severity of a family");
  }

  @Test
  void vocabulary_ofAPolicyWorkbook_saysWhichSheetsAreMissing() {
    VocabularyReading reading =
        new VocabularyReader().read("vocabulary.xlsx", WorkbookReaderTest.workbook().bytes());

    assertThat(reading.problems())
        .extracting(Problem::message)
        .containsExactly("the sheet `Vocabulary` is missing", "the sheet `Payers` is missing");
  }
}
