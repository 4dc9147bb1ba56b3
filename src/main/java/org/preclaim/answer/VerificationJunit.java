package org.preclaim.answer;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.VerificationReport;
import org.preclaim.engine.VerifiedFile;
import org.preclaim.problem.Problem;
import org.preclaim.release.NotChecked;

/**
 * A verification as JUnit XML, which build servers show as tests: a suite for each file, and in it
 * a test for the file, for each table and for each scenario. What was not checked is skipped.
 */
public final class VerificationJunit {

  private static final String NOT_CHECKED = "not checked";

  /** What XML 1.0 cannot hold, escaped or not; a cell can. */
  private static final String NOT_XML =
      "[^\\t\\r\\n\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private static final String REPLACEMENT = "\uFFFD";

  private VerificationJunit() {}

  /** A whole document, with a line break at its end. */
  public static String document(VerificationReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      new Document(xml).write(suites(report), report.notChecked());
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a text in memory cannot be written", impossible);
    }
    return text.append('\n').toString();
  }

  /** The tests of a file by name. */
  private record Suite(String name, Map<String, Test> tests) {

    int failures() {
      return (int) tests.values().stream().filter(Test::hasFailed).count();
    }

    int skipped() {
      return (int) tests.values().stream().filter(Test::isSkipped).count();
    }
  }

  /**
   * A test.
   *
   * @param problems what is wrong
   * @param notRun why it was not made; absent where it was
   */
  private record Test(List<Problem> problems, @Nullable String notRun) {

    Test(@Nullable String notRun) {
      this(new ArrayList<>(), notRun);
    }

    boolean hasFailed() {
      return !problems.isEmpty();
    }

    /** What is known to be wrong is told, whether the test was made or not. */
    boolean isSkipped() {
      return problems.isEmpty() && notRun != null;
    }
  }

  private static List<Suite> suites(VerificationReport report) {
    String notRun = scenariosNotRun(report);
    List<Suite> suites = new ArrayList<>();
    List<Problem> left = new ArrayList<>(report.problems());
    for (VerifiedFile file : report.files()) {
      Map<String, Test> tests = new LinkedHashMap<>();
      tests.put(file.path(), new Test(null));
      for (VerifiedFile.Part part : file.parts()) {
        boolean scenario = part.kind() == VerifiedFile.Kind.SCENARIO;
        tests.put(name(part), new Test(scenario ? notRun : null));
      }
      report.problems().stream()
          .filter(file::holds)
          .forEach(problem -> of(tests, file, problem).problems().add(problem));
      left.removeIf(file::holds);
      suites.add(new Suite(file.path(), tests));
    }
    if (!left.isEmpty()) {
      suites.add(new Suite("policies", Map.of("policies", new Test(left, null))));
    }
    return suites;
  }

  /** Why the scenarios were not run; null where they were. */
  private static @Nullable String scenariosNotRun(VerificationReport report) {
    return report.notChecked().stream()
        .filter(each -> each.check().equals(NotChecked.SCENARIOS))
        .map(NotChecked::detail)
        .findFirst()
        .orElse(null);
  }

  private static Test of(Map<String, Test> tests, VerifiedFile file, Problem problem) {
    String name = file.partOf(problem).map(VerificationJunit::name).orElse(file.path());
    return tests.computeIfAbsent(name, any -> new Test(null));
  }

  private static String name(VerifiedFile.Part part) {
    return part.place().sheet() + "!" + part.place().cell() + " " + part.name();
  }

  /** The document on its way out. */
  private static final class Document {

    private final XMLStreamWriter xml;

    Document(XMLStreamWriter xml) {
      this.xml = xml;
    }

    void write(List<Suite> suites, List<NotChecked> notChecked) throws XMLStreamException {
      int tests = suites.stream().mapToInt(suite -> suite.tests().size()).sum();
      int failures = suites.stream().mapToInt(Suite::failures).sum();
      line(0);
      xml.writeStartElement("testsuites");
      attribute("name", "policies verify");
      counts(tests + notChecked.size(), failures);
      for (Suite suite : suites) {
        open(suite.name(), suite.tests().size(), suite.failures(), suite.skipped());
        for (Map.Entry<String, Test> test : suite.tests().entrySet()) {
          test(suite.name(), test.getKey(), test.getValue());
        }
        close(1);
      }
      if (!notChecked.isEmpty()) {
        open(NOT_CHECKED, notChecked.size(), 0, notChecked.size());
        for (NotChecked each : notChecked) {
          skipped(NOT_CHECKED, each.check(), each.detail());
        }
        close(1);
      }
      close(0);
    }

    private void open(String name, int tests, int failures, int skipped) throws XMLStreamException {
      line(1);
      xml.writeStartElement("testsuite");
      attribute("name", name);
      counts(tests, failures);
      attribute("errors", "0");
      attribute("skipped", Integer.toString(skipped));
    }

    private void counts(int tests, int failures) throws XMLStreamException {
      attribute("tests", Integer.toString(tests));
      attribute("failures", Integer.toString(failures));
    }

    private void test(String suite, String name, Test test) throws XMLStreamException {
      List<Problem> problems = test.problems();
      if (problems.isEmpty() && test.notRun() != null) {
        skipped(suite, name, test.notRun());
        return;
      }
      line(2);
      if (problems.isEmpty()) {
        xml.writeEmptyElement("testcase");
        names(suite, name);
        return;
      }
      xml.writeStartElement("testcase");
      names(suite, name);
      Problem first = problems.get(0);
      line(3);
      xml.writeStartElement("failure");
      attribute("message", problems.size() == 1 ? first.message() : problems.size() + " problems");
      attribute("type", first.code());
      text(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
      xml.writeEndElement();
      close(2);
    }

    private void skipped(String suite, String name, String reason) throws XMLStreamException {
      line(2);
      xml.writeStartElement("testcase");
      names(suite, name);
      line(3);
      xml.writeEmptyElement("skipped");
      attribute("message", reason);
      close(2);
    }

    private void names(String suite, String name) throws XMLStreamException {
      attribute("classname", suite);
      attribute("name", name);
    }

    private void attribute(String name, String value) throws XMLStreamException {
      xml.writeAttribute(name, value.replaceAll(NOT_XML, REPLACEMENT));
    }

    private void text(String value) throws XMLStreamException {
      xml.writeCharacters(value.replaceAll(NOT_XML, REPLACEMENT));
    }

    private void close(int depth) throws XMLStreamException {
      line(depth);
      xml.writeEndElement();
    }

    private void line(int depth) throws XMLStreamException {
      xml.writeCharacters("\n" + "  ".repeat(depth));
    }
  }
}
