package org.preclaim.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words, in capitals or not. */
abstract class WordConverter<W extends Enum<W>> implements ITypeConverter<W> {

  private final List<W> known;

  WordConverter(Class<W> words) {
    this.known = Arrays.asList(words.getEnumConstants());
  }

  @Override
  public final W convert(String value) {
    String asked = value.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(each -> word(each).equals(asked))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("`" + value + "`: expected " + expected()));
  }

  private String expected() {
    List<String> words = known.stream().map(this::word).toList();
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private String word(W value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
