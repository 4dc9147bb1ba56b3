package org.preclaim.reference.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphLinkTest {

  private static final Map<Integer, SortedSet<String>> PROCEDURES =
      new TreeMap<>(
          Map.of(
              1, new TreeSet<>(Set.of("G0104", "G0105")),
              2, new TreeSet<>(Set.of("G0121")),
              3, new TreeSet<>(Set.of("J1100", "N1330"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The following support CPT codes in Group 1: | G0104 G0105",
        "<p>supports the CPT&#174;/HCPCS codes listed in <b>Groups 1 and 2</b></p> | G0104 G0105 G0121",
        "for HCPCS codes from Group 1 through 2. | G0104 G0105 G0121",
        "Group 2 CPT/HCPCS codes | G0121",
        "supports procedure codes in Groups 1, 2 & 3 | G0104 G0105 G0121 J1100 N1330",
        "supports CPT codes in Group 1, 2, and Group 3 | G0104 G0105 G0121 J1100 N1330",
        "For HCPCS code G0105 only: | G0105",
        "G0104-G0121 are supported by | G0104 G0105 G0121",
        "g0104 to g0105 | G0104 G0105",
        "G0104, J1100 (and 99999) | G0104 J1100",
        "Group 1 Paragraph: the codes support medical necessity |",
        "ICD-10 codes in Group 1 |",
        "HCPCS codes with the ICD-10-CM codes in Group 1 |",
        "CPT codes are billed. The diagnoses in Group 1 |",
        "HCPCS codes in Group 9 |",
        "supports all codes above |",
        "G0104 is not covered with |",
        "G0104 with a secondary diagnosis from Group 2 |",
        "Both a code from here and one of Group 2 support G0104 |",
        "except G0104 |",
        "99213 |",
        "XG0104 G01045 G0104.5 |",
        "G0105-G0104 |",
        " |"
      })
  void paragraph_isLinkedOnlyWhereItIsUnderstood(
      @Nullable String paragraph, @Nullable String codes) {
    Set<String> expected =
        codes == null ? Set.of() : Arrays.stream(codes.split(" ")).collect(Collectors.toSet());

    assertThat(new ParagraphLink(PROCEDURES).codes(paragraph == null ? "" : paragraph))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "CPT IN GROUP 1", "GROUP 1,", "1,", "&AMP", "G0104-", " "})
  void paragraph_ofOneTextOverAndOver_isReadInTime(String text) {
    ParagraphLink link = new ParagraphLink(PROCEDURES);
    String longest = text.repeat(ParagraphLink.LENGTH_MAX / text.length());

    assertTimeout(Duration.ofSeconds(10), () -> link.codes(longest));
    assertThat(link.codes("G0104" + " ".repeat(ParagraphLink.LENGTH_MAX))).isEmpty();
  }
}
