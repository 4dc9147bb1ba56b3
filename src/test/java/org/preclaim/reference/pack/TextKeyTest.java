package org.preclaim.reference.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.fixtures.Seed;

class TextKeyTest {

  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @Test
  void keys_ofRandomCodes_sortAndReadAsTheirTexts() {
    Random random = new Random(Seed.VALUE);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      codes.add(code(random));
    }

    assertThat(codes)
        .allSatisfy(code -> assertThat(TextKey.text(TextKey.of(code))).isEqualTo(code));
    List<String> byText = new ArrayList<>(codes);
    Collections.sort(byText);
    codes.sort(Comparator.comparingLong(TextKey::of));
    assertThat(codes).isEqualTo(byText);
  }

  @Test
  void after_ofACode_isBehindAllThatBeginWithIt() {
    assertThat(TextKey.of("N13ZZZZZ")).isLessThan(TextKey.after("N13"));
    assertThat(TextKey.of("N14")).isEqualTo(TextKey.after("N13"));
    assertThat(TextKey.of("12345678") + 1).isEqualTo(TextKey.after("12345678"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n13", "N1.3", "N13 ", "123456789", "É13"})
  void text_thatIsNoCode_hasNoKey(String text) {
    assertThat(TextKey.of(text)).isEqualTo(TextKey.NONE);
  }

  private static String code(Random random) {
    StringBuilder code = new StringBuilder();
    int length = 1 + random.nextInt(TextKey.LENGTH_MAX);
    for (int i = 0; i < length; i++) {
      code.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return code.toString();
  }
}
