package org.preclaim.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.fuzz.FuzzTarget.Answer;
import org.preclaim.lifecycle.ArchiveReading;
import org.preclaim.lifecycle.LifecycleRefusal;
import org.preclaim.problem.Problem;
import org.preclaim.table.VocabularyReader;
import org.preclaim.table.VocabularyReading;
import org.preclaim.table.WorkbookLint;
import org.preclaim.table.WorkbookReader;
import org.preclaim.table.WorkbookReading;

/** What analysts upload: workbooks of policies and of words, and archives of drafts. */
final class PolicyTargets {

  /** What the parts of a workbook are sensitive to. */
  static final List<String> XML_WORDS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "&#0;",
          "&#x110000;",
          "&a;",
          "]]>",
          "<![CDATA[",
          "<!--",
          "<?xml?>",
          "<!DOCTYPE a [<!ENTITY a \"aaaaaaaa\">]>",
          "r=\"ZZZ9999999\"",
          "r=\"A0\"",
          "t=\"s\"",
          "t=\"e\"",
          "t=\"b\"",
          "<v>-1</v>",
          "<v>99999999999</v>",
          "<v>1e400</v>",
          "<f>A1</f>",
          "<f t=\"shared\" si=\"9\"/>",
          "<row r=\"0\">",
          "<row r=\"2000000\">",
          "spans=\"1:99999\"",
          "_x000D_",
          "_xFFFF_",
          "Target=\"../../x\"",
          "TargetMode=\"External\"",
          "s=\"-1\"",
          "<mergeCell ref=\"A1:XFD1048576\"/>",
          "RuleTable x",
          "$param",
          "NAME",
          "METADATA",
          "\u00a0",
          "2025-13-01",
          "50431-",
          "none",
          "x2",
          "forall(",
          "\\u0000",
          "content.xml",
          ".bin");

  private static final Path TABLES = Path.of("decision-tables");
  private static final Vocabulary WORDS = words();

  private PolicyTargets() {}

  static List<FuzzTarget> all() {
    List<Sample> books = Sample.in(TABLES, ".xlsx");
    Predicate<Sample> ofWords = book -> book.name().equals(VocabularyReader.FILE_NAME);
    return List.of(
        new FuzzTarget(
            "workbook",
            books.stream().filter(ofWords.negate()).toList(),
            XML_WORDS,
            100,
            PolicyTargets::policies),
        new FuzzTarget(
            "vocabulary",
            books.stream().filter(ofWords).toList(),
            XML_WORDS,
            60,
            PolicyTargets::vocabulary),
        new FuzzTarget("draft-archive", archives(), XML_WORDS, 500, PolicyTargets::archive));
  }

  private static Vocabulary words() {
    Sample words = Sample.of(TABLES.resolve(VocabularyReader.FILE_NAME));
    return new VocabularyReader().read(words.name(), words.bytes()).vocabulary();
  }

  private static Answer policies(Sample input) {
    WorkbookReading reading =
        new WorkbookReader().read("decision-tables/" + input.name(), input.bytes());
    List<Problem> problems = new ArrayList<>(reading.problems());
    if (reading.workbook() == null) {
      return Contract.refused(problems);
    }
    problems.addAll(new WorkbookLint(WORDS).check(List.of(reading.workbook())));
    return new Answer(!problems.isEmpty(), reading.workbook() + Contract.told(problems));
  }

  private static Answer vocabulary(Sample input) {
    VocabularyReading reading =
        new VocabularyReader().read("decision-tables/" + input.name(), input.bytes());
    String said = reading.payers() + Contract.told(reading.problems());
    return new Answer(!reading.problems().isEmpty(), said);
  }

  private static List<Sample> archives() {
    try {
      return Stream.of(ArchiveReading.example()).map(zip -> new Sample("draft.zip", zip)).toList();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static Answer archive(Sample input) throws IOException {
    try {
      return new Answer(false, ArchiveReading.read(input.bytes()));
    } catch (LifecycleRefusal refused) {
      return Contract.refused(refused.problems());
    }
  }
}
