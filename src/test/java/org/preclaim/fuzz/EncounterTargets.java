package org.preclaim.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.preclaim.fixtures.Words;
import org.preclaim.fuzz.FuzzTarget.Answer;
import org.preclaim.intake.Admission;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.intake.json.EncounterLines;

/** Encounters in JSON: a document, and a document on each line. */
final class EncounterTargets {

  /** What JSON is sensitive to, and some that an encounter is. */
  static final List<String> WORDS =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\\",
          "\\u0000",
          "\\ud800",
          "\\udc00",
          "\\\"",
          "null",
          "true",
          "false",
          "NaN",
          "{}",
          "[]",
          "\"\"",
          "[[",
          "{\"a\":",
          "1e9999",
          "-0",
          "01",
          "\n",
          "\r",
          "\t",
          " ",
          "\u0000",
          "\u00ff",
          "/*",
          "#",
          "2026-02-30",
          "9999-12-31",
          "\"id\":1,");

  private static final EncounterJson JSON = new EncounterJson(Words.VOCABULARY);

  private EncounterTargets() {}

  static List<FuzzTarget> all() {
    List<Sample> documents =
        Stream.of(
                Sample.resources("intake/json", ".json"),
                Sample.in(Path.of("docs", "examples"), "first-encounter.json"))
            .flatMap(List::stream)
            .filter(document -> document.bytes().length > 0)
            .toList();
    List<String> lines = new ArrayList<>();
    documents.forEach(each -> lines.add(new String(each.bytes(), ISO_8859_1).replace("\n", " ")));
    List<Sample> files =
        List.of(
            Sample.of("all.ndjson", String.join("\n", lines)),
            Sample.of("two.ndjson", lines.get(0) + "\r\n\n" + lines.get(1) + "\n"));
    return List.of(
        new FuzzTarget("json", documents, WORDS, 10_000, EncounterTargets::document),
        new FuzzTarget("json-lines", files, WORDS, 1_000, EncounterTargets::lines));
  }

  private static Answer document(Sample input) {
    return Contract.admissions(
        List.of(JSON.read(new ByteArrayInputStream(input.bytes()), input.name())));
  }

  private static Answer lines(Sample input) {
    List<Admission> admissions = new ArrayList<>();
    try (EncounterLines lines =
        JSON.readLines(new ByteArrayInputStream(input.bytes()), input.name())) {
      lines.forEachRemaining(admissions::add);
    }
    long sent =
        Stream.of(new String(input.bytes(), ISO_8859_1).split("\n", -1))
            .filter(line -> line.chars().anyMatch(each -> " \t\r".indexOf(each) < 0))
            .count();
    assertThat(admissions).as("answers, one for each line").hasSize((int) sent);
    return Contract.admissions(admissions);
  }
}
