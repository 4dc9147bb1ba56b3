package org.preclaim.reference.pack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The few texts of a section, for instance rationales, which rows name by their number. */
public record PackedTexts(List<String> texts) {

  /** Copies the list. */
  public PackedTexts {
    texts = List.copyOf(texts);
  }

  /** Those of a section; lines are texts. */
  public static PackedTexts in(ByteBuffer section) {
    String all = StandardCharsets.UTF_8.decode(section.duplicate()).toString();
    return new PackedTexts(List.of(all.split("\n", -1)));
  }

  /** The text with this number, from 0. */
  public String get(int number) {
    return texts.get(number);
  }
}
