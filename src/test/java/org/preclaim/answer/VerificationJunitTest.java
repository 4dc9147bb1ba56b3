package org.preclaim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.preclaim.engine.VerificationReport;
import org.preclaim.engine.VerifiedFile;
import org.preclaim.engine.VerifiedFile.Kind;
import org.preclaim.engine.VerifiedFile.Part;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.release.NotChecked;
import org.xml.sax.SAXException;

class VerificationJunitTest {

  private static final String FILE = "decision-tables/sample.xlsx";

  @Test
  void report_asJunit_hasATestForEachPart() throws IOException, SAXException {
    String document =
        VerificationJunit.document(
            report(
                problem("Policies", "B9", "`5043` is not a procedure code"),
                problem("Policies", "A40", "`a remark` stands below"),
                problem("Scenarios", "J3", "`<lft>` & \"left\""),
                problem("About", "B2", "`today` is not a date")));

    assertThat(document)
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .contains("<testsuite name=\"" + FILE + "\" tests=\"4\" failures=\"3\"")
        .contains("name=\"Policies!A4 table Sample\">")
        .contains("<failure message=\"2 problems\" type=\"TABLE-CODE\">")
        .contains("name=\"Scenarios!A2 scenario first\"/>")
        .contains("name=\"Scenarios!A3 scenario second\">")
        .contains("&lt;lft&gt;")
        .contains("<skipped message=\"no file is loaded\"/>");
    validate(document);
  }

  @Test
  void scenarios_thatWereNotRun_areSkippedUnlessSomethingIsWrongWithThem()
      throws IOException, SAXException {
    VerificationReport report = report(problem("Scenarios", "J3", "`lft` is not in the list"));
    List<NotChecked> notChecked = List.of(new NotChecked("scenarios", "they were not run"));

    String document =
        VerificationJunit.document(
            new VerificationReport(null, List.of(), report.problems(), notChecked, report.files()));

    assertThat(document)
        .contains(
            "<testsuite name=\""
                + FILE
                + "\" tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"1\"")
        .contains("name=\"Policies!A4 table Sample\"/>")
        .containsPattern(
            "name=\"Scenarios!A2 scenario first\">\\s*<skipped message=\"they were not run\"/>")
        .containsPattern("name=\"Scenarios!A3 scenario second\">\\s*<failure ");
    validate(document);
  }

  @Test
  void report_withTextThatXmlCannotHold_isStillADocument() throws IOException, SAXException {
    String document =
        VerificationJunit.document(
            report(problem("Policies", "B9", "`\u0000\u0008\uFFFF\uD800` is odd ]]>")));

    assertThat(document).contains("\uFFFD").doesNotContain("\u0000");
    validate(document);
  }

  @Test
  void problem_ofNoKnownFile_isATestOfItsOwn() throws IOException, SAXException {
    Problem empty =
        new Problem(new Place.TextPosition("folder", 1, 1), "RELEASE-EMPTY", "no policy here");
    String document =
        VerificationJunit.document(new VerificationReport(null, List.of(), List.of(empty)));

    assertThat(document).contains("<testsuite name=\"policies\" tests=\"1\" failures=\"1\"");
    validate(document);
  }

  private static VerificationReport report(Problem... problems) {
    VerifiedFile file =
        new VerifiedFile(
            FILE,
            List.of(
                new Part(Kind.TABLE, cell("Policies", "A4"), "table Sample", 3, Integer.MAX_VALUE),
                new Part(Kind.SCENARIO, cell("Scenarios", "A2"), "scenario first", 1, 1),
                new Part(Kind.SCENARIO, cell("Scenarios", "A3"), "scenario second", 2, 2)));
    return new VerificationReport(
        null,
        List.of(),
        List.of(problems),
        List.of(new NotChecked("mpfs", "no file is loaded")),
        List.of(file));
  }

  private static Place.Cell cell(String sheet, String cell) {
    return new Place.Cell(FILE, sheet, cell);
  }

  private static Problem problem(String sheet, String cell, String message) {
    return new Problem(cell(sheet, cell), "TABLE-CODE", message);
  }

  private static void validate(String document) throws IOException, SAXException {
    SchemaFactory.newDefaultInstance()
        .newSchema(Path.of("src/test/resources/answer/junit.xsd").toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(document)));
  }
}
