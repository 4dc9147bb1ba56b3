package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Place;

class RealFilesTest {

  /** What a file holds, counted over its raw text without any code of the reader. */
  private record Count(int claims, int lines, int diagnoses) {

    static Count of(String text) {
      String element = text.substring(3, 4);
      String terminator = text.substring(105, 106);
      List<String[]> segments =
          Arrays.stream(text.split(java.util.regex.Pattern.quote(terminator), -1))
              .map(segment -> segment.strip().split(java.util.regex.Pattern.quote(element), -1))
              .toList();
      int diagnoses = 0;
      for (String[] segment : segments) {
        if (segment[0].equals("HI")) {
          diagnoses +=
              (int)
                  Arrays.stream(segment)
                      .filter(part -> part.matches("(A?B[KF])([^A-Z0-9].*)?"))
                      .count();
        }
      }
      return new Count(
          tagged(segments, "CLM"), tagged(segments, "SV1") + tagged(segments, "SV2"), diagnoses);
    }

    private static int tagged(List<String[]> segments, String tag) {
      return (int) segments.stream().filter(segment -> segment[0].equals(tag)).count();
    }
  }

  @TestFactory
  Stream<DynamicTest> validFile_read_admitsEveryClaimLineAndDiagnosis() {
    return Stream.of("guide-837p-5010", "guide-837i-5010", "imsweb-837-5010")
        .flatMap(folder -> RealFiles.in(folder).stream())
        .filter(RealFiles::valid)
        .map(file -> dynamicTest(file.getFileName().toString(), () -> admitsEverything(file)));
  }

  private static void admitsEverything(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    List<Admission> admissions = Admitting.all(bytes);
    List<Encounter> encounters = Admitting.encounters(admissions);
    assertThat(admissions).noneMatch(Admission.Refused.class::isInstance);
    int lines = 0;
    int diagnoses = 0;
    for (Encounter encounter : encounters) {
      lines += encounter.lines().size();
      diagnoses += encounter.diagnoses() == null ? 0 : encounter.diagnoses().size();
    }
    assertThat(new Count(encounters.size(), lines, diagnoses))
        .isEqualTo(Count.of(new String(bytes, StandardCharsets.ISO_8859_1)));
  }

  @TestFactory
  Stream<DynamicTest> otherFile_read_tellsItsProblems() {
    return RealFiles.in("imsweb-837-5010").stream()
        .filter(file -> !RealFiles.valid(file))
        .map(file -> dynamicTest(file.getFileName().toString(), () -> tellsItsProblems(file)));
  }

  private static void tellsItsProblems(Path file) throws Exception {
    List<Admission> admissions = Admitting.all(Files.readAllBytes(file));
    String problems = Admitting.problems(admissions);
    assertThat(admissions)
        .filteredOn(Admission.Refused.class::isInstance)
        .extracting(admission -> ((Admission.Refused) admission).problems().get(0).place())
        .isNotEmpty()
        .allMatch(Place.X12Position.class::isInstance);
    String name = file.getFileName().toString().replace(".txt", "");
    GoldenFile.assertSame("intake/x12/" + name + ".problems.txt", problems);
  }

  @Test
  void institutionalFiles_read_areAnsweredAsTheListSays() throws Exception {
    StringBuilder list = new StringBuilder();
    for (Path file : RealFiles.in("guide-837i-5010")) {
      list.append("== ").append(file.getFileName()).append('\n');
      List<Admission> admissions = Admitting.all(Files.readAllBytes(file));
      Admitting.encounters(admissions).forEach(each -> list.append(facts(each)));
      list.append(Admitting.problems(admissions));
    }
    GoldenFile.assertSame("intake/x12/guide-837i.list.txt", list.toString());
  }

  private static String facts(Encounter encounter) {
    StringBuilder facts = new StringBuilder();
    facts.append(encounter.id()).append(' ').append(encounter.setting().word());
    facts.append(", payer ").append(encounter.payer()).append(", diagnoses");
    Objects.requireNonNull(encounter.diagnoses(), "a claim has some")
        .forEach(each -> facts.append(' ').append(each.code()));
    facts.append('\n');
    for (ServiceLine line : encounter.lines()) {
      facts.append("  ").append(line.number()).append(' ').append(line.code().value());
      facts.append(" x ").append(line.units()).append(", ").append(line.charge());
      facts.append(", ").append(line.dates().from()).append(" to ").append(line.dates().to());
      facts.append('\n');
    }
    return facts.toString();
  }

  @TestFactory
  Stream<DynamicTest> otherFile_checked_endsAsUnreadable() {
    return RealFiles.in("imsweb-837-5010").stream()
        .filter(file -> !RealFiles.valid(file))
        .map(file -> dynamicTest(file.getFileName().toString(), () -> endsAsUnreadable(file)));
  }

  private static void endsAsUnreadable(Path file) {
    CommandLineRun run = CommandLineRun.withPolicies("check", file.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(file.getFileName().toString(), ", byte ", "X12-");
  }

  @TestFactory
  Stream<DynamicTest> acknowledgement_read_isRefusedByName() {
    return RealFiles.in("imsweb-837-5010").stream()
        .filter(file -> file.getFileName().toString().contains("_999_"))
        .map(file -> dynamicTest(file.getFileName().toString(), () -> isNoClaim(file)));
  }

  private static void isNoClaim(Path file) throws Exception {
    List<Admission> admissions = Admitting.all(Files.readAllBytes(file));
    assertThat(Admitting.encounters(admissions)).isEmpty();
    assertThat(Admitting.problems(admissions))
        .contains("X12-NOT-A-CLAIM transaction set `999` is an acknowledgement");
  }

  @TestFactory
  Stream<DynamicTest> oldVersion_read_isRefusedByName() {
    return RealFiles.in("guide-4010-must-be-refused").stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> refusedByName(file)));
  }

  private static void refusedByName(Path file) throws Exception {
    List<Admission> admissions = Admitting.all(Files.readAllBytes(file));
    assertThat(Admitting.encounters(admissions)).isEmpty();
    assertThat(Admitting.problems(admissions)).contains(X12Code.OLD_VERSION.code());
  }

  @TestFactory
  Stream<DynamicTest> anyFile_read_carriesNoDirectIdentifier() {
    return Stream.of("guide-837p-5010", "guide-837i-5010", "imsweb-837-5010")
        .flatMap(folder -> RealFiles.in(folder).stream())
        .filter(RealFiles::valid)
        .map(file -> dynamicTest(file.getFileName().toString(), () -> carriesNoIdentifier(file)));
  }

  private static void carriesNoIdentifier(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    List<Admission> admissions = Admitting.all(bytes);
    Set<String> words = new HashSet<>();
    for (Encounter encounter : Admitting.encounters(admissions)) {
      words.addAll(Identifiers.words(encounter.toString()));
    }
    words.addAll(Identifiers.words(Admitting.problems(admissions)));
    List<String> leaked = new ArrayList<>();
    for (String identifier : Identifiers.of(new String(bytes, StandardCharsets.ISO_8859_1))) {
      if (words.contains(identifier)) {
        leaked.add(identifier);
      }
    }
    assertThat(leaked).isEmpty();
  }
}
