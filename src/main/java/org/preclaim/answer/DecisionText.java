package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.preclaim.decision.Check;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.PolicyRef;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Problem;

/**
 * The report that a biller reads: for each encounter what is wrong, why, what to do and what it
 * would cost; at the end a summary. 100 columns wide; every part ends with a line break.
 */
public final class DecisionText {

  /** Whether a report is coloured. */
  public enum Colour {
    /** Plain text, for files and pipes. */
    NONE,
    /** ANSI escapes, for terminals. */
    ANSI
  }

  private static final int INDENT = 2;
  private static final int VERDICT_WIDTH = 9;
  private static final int DETAIL_INDENT = INDENT + VERDICT_WIDTH;
  private static final int LABEL_WIDTH = 8;
  private static final int NOT_CHECKED_WIDTH = 38;
  private static final int NOT_APPLICABLE_WIDTH = 16;

  private final Colour colour;

  /** A report in this colour. */
  public DecisionText(Colour colour) {
    this.colour = colour;
  }

  /** The part about one encounter, with an empty line at its end. */
  public String encounter(Encounter encounter, Decision decision) {
    TextPage page = new TextPage(colour);
    String outcome = decision.outcome().word().toUpperCase(Locale.ROOT);
    Money atRisk = LinesAtRisk.of(encounter, decision).charge();
    String cost = atRisk.equals(Money.ZERO) ? "" : ", charge at risk " + atRisk;
    page.line(tone(decision.outcome()), decision.encounterId() + ": " + outcome + cost);
    decision.warnings().forEach(warning -> warning(page, encounter, warning));
    decision.suggestions().forEach(suggestion -> suggestion(page, encounter, suggestion));
    notChecked(page, decision.checks());
    return page.gap().toString();
  }

  /** The part about input that could not be read, with an empty line at its end. */
  public String refused(Admission.Refused refused) {
    TextPage page = new TextPage(colour);
    String id = refused.encounterId();
    page.line(Tone.ALARM, (id == null ? "an encounter" : id) + ": CANNOT BE READ");
    for (Problem problem : refused.problems()) {
      page.row(INDENT, Tone.PLAIN, problem.place() + ":", LABEL_WIDTH, problem.code());
      detail(page, "why", problem.message());
      String help = problem.help();
      if (help != null) {
        detail(page, "do", help);
      }
    }
    return page.gap().toString();
  }

  /** The end of the report. */
  public String summary(DecisionTally tally) {
    return SummaryText.of(tally, colour);
  }

  private void warning(TextPage page, Encounter encounter, DenialWarning warning) {
    String verdict = warning.severity().word().toUpperCase(Locale.ROOT);
    String where =
        warning.lines().isEmpty()
            ? String.join(", ", warning.codes())
            : warning.lines().stream()
                .map(number -> lineInWords(encounter, number))
                .collect(Collectors.joining(", "));
    String subject = (where.isEmpty() ? "" : where + ": ") + warning.kind();
    page.row(INDENT, tone(warning.severity()), verdict, VERDICT_WIDTH, subject);
    detail(page, "why", warning.message());
    int choice = 0;
    for (String remedy : warning.remedies()) {
      detail(page, choice == 0 ? "do" : "or", remedy);
      choice++;
    }
    String expected = expected(warning);
    if (!expected.isEmpty()) {
      detail(page, "expect", expected);
    }
    policy(page, warning.policy());
  }

  private static String expected(DenialWarning warning) {
    List<String> parts = new ArrayList<>();
    DenialWarning.Remittance expect = warning.expect();
    if (expect != null) {
      String remarks = expect.rarc().isEmpty() ? "" : " with " + String.join(", ", expect.rarc());
      parts.add(expect.group() + "-" + expect.carc() + remarks);
    }
    if (warning.chargeAtRisk() != null) {
      parts.add("charge at risk " + warning.chargeAtRisk());
    }
    return String.join(", ", parts);
  }

  private void suggestion(TextPage page, Encounter encounter, CodeSuggestion suggestion) {
    String verdict = suggestion.action().word().toUpperCase(Locale.ROOT);
    Integer number = suggestion.line();
    String line = number == null ? "" : lineInWords(encounter, number);
    String result =
        coded(suggestion.code(), suggestion.modifiers()) + " x " + plain(suggestion.units());
    String subject =
        switch (suggestion.action()) {
          case ADD -> result;
          case REPLACE -> line + " by " + result;
          case MODIFY -> line + " to " + result;
          case REMOVE -> line;
        };
    page.row(INDENT, Tone.ADVICE, verdict, VERDICT_WIDTH, subject);
    detail(page, "why", suggestion.message());
    policy(page, suggestion.policy());
  }

  private static String lineInWords(Encounter encounter, int number) {
    String code =
        encounter.lines().stream()
            .filter(line -> line.number() == number)
            .findFirst()
            .map(DecisionText::coded)
            .orElse("");
    return ("line " + number + " " + code).strip();
  }

  private static String coded(ServiceLine line) {
    return coded(line.code().value(), line.modifiers().stream().map(Object::toString).toList());
  }

  /** A code with its modifiers, for instance {@code 50706-LT}. */
  static String coded(String code, List<String> modifiers) {
    return modifiers.isEmpty() ? code : code + "-" + String.join("-", modifiers);
  }

  private static void policy(TextPage page, PolicyRef policy) {
    detail(page, "policy", policy.id() + ", " + place(policy));
    if (!policy.citation().isBlank()) {
      detail(page, "source", policy.citation());
    }
  }

  /** Where a policy is written: a cell of a workbook, or a line of a rule file. */
  static String place(PolicyRef policy) {
    String cell = policy.cell();
    if (cell != null) {
      return policy.file() + "!" + cell;
    }
    return policy.line().isPresent()
        ? policy.file() + ":" + policy.line().getAsInt()
        : policy.file();
  }

  private static void detail(TextPage page, String label, String text) {
    page.row(DETAIL_INDENT, Tone.PLAIN, label, LABEL_WIDTH, text);
  }

  /** What stands behind an outcome that is not the whole answer, and what never applied. */
  private static void notChecked(TextPage page, List<Check> checks) {
    List<String> notApplicable = new ArrayList<>();
    List<String> notImported = new ArrayList<>();
    for (Check check : checks) {
      String detail = check.detail();
      if (check.isNotImported()) {
        notImported.add(check.family());
      } else {
        switch (check.state()) {
          case APPLIED -> {
            if (detail != null) {
              page.row(
                  INDENT, Tone.CAUTION, "LEFT OPEN " + check.family(), NOT_CHECKED_WIDTH, detail);
            }
          }
          case NOT_APPLICABLE ->
              notApplicable.add(check.family() + (detail == null ? "" : " (" + detail + ")"));
          case NO_DATA, ERROR, SKIPPED -> {
            String why = check.state().word() + (detail == null ? "" : ": " + detail);
            page.row(INDENT, Tone.CAUTION, "NOT CHECKED " + check.family(), NOT_CHECKED_WIDTH, why);
          }
        }
      }
    }
    if (!notImported.isEmpty()) {
      String why = "official files that were never imported: " + String.join(", ", notImported);
      page.row(INDENT, Tone.CAUTION, "NOT CHECKED", NOT_APPLICABLE_WIDTH, why);
    }
    if (!notApplicable.isEmpty()) {
      String families = String.join(", ", notApplicable);
      page.row(INDENT, Tone.PLAIN, "not applicable", NOT_APPLICABLE_WIDTH, families);
    }
  }

  private static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case CLEAN -> Tone.GOOD;
      case SUGGESTIONS -> Tone.ADVICE;
      case WARNINGS -> Tone.ALARM;
      case INCOMPLETE -> Tone.CAUTION;
    };
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case DENY -> Tone.ALARM;
      case RISK -> Tone.CAUTION;
      case INFO -> Tone.ADVICE;
    };
  }
}
