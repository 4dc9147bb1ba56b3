package org.preclaim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleErrorPageTest {

  private static final Pattern CODE =
      Pattern.compile("\"((?:RULE|FENCE|ARTEFACT)-[A-Z0-9]+(?:-[A-Z0-9]+)*)\"");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (\\S+)$");

  @Test
  void page_hasOneSectionForEachCode() throws IOException {
    SortedSet<String> codes = new TreeSet<>();
    for (Path source : sources()) {
      codes.addAll(found(CODE, Files.readString(source, UTF_8)));
    }

    assertThat(found(SECTION, Files.readString(Path.of("docs", "errors", "rules.md"), UTF_8)))
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).forEach(found::add);
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
