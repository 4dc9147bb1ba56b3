package org.preclaim.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.preclaim.answer.DecisionText.Colour;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.PolicyRef;
import org.preclaim.decision.TraceStep;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.PolicyPlaces;

/**
 * Recorded decisions in words that an auditor reads: when, by whom and under which policies, on
 * which facts, what was said, and why. 100 columns wide; every part ends with a line break.
 */
public final class RecordText {

  /** What stands for the id of an encounter that was erased. */
  public static final String ERASED = "(erased)";

  private static final int INDENT = 2;
  private static final int LABEL_WIDTH = 12;
  private static final int NUMBER_WIDTH = 4;
  private static final int STEP_LABEL_WIDTH = 11;

  private final Colour colour;

  /** In this colour. */
  public RecordText(Colour colour) {
    this.colour = colour;
  }

  /**
   * What the record says of a decision, beside what was decided.
   *
   * @param entry its number
   * @param recordedAt when it was written
   * @param caller who sent the encounter
   * @param door through which it came
   * @param hash of the entry
   * @param erased whether personal facts were erased
   */
  public record Kept(
      long entry, Instant recordedAt, String caller, String door, String hash, boolean erased) {}

  /** A line for each of these decisions; of an erased encounter with {@link #ERASED}. */
  public String found(List<IssuedDecision> decisions) {
    TextPage page = new TextPage(colour);
    page.line(Tone.HEADING, columns("decision", "decided at", "outcome", "encounter", "policies"));
    for (IssuedDecision issued : decisions) {
      Decision decision = issued.decision();
      TreeSet<String> policies = new TreeSet<>();
      decision.suggestions().stream()
          .map(CodeSuggestion::policy)
          .forEach(policy -> policies.add(policy.id()));
      decision.warnings().stream()
          .map(DenialWarning::policy)
          .forEach(policy -> policies.add(policy.id()));
      page.line(
          Tone.PLAIN,
          columns(
              issued.decisionId(),
              issued.decidedAt().toString(),
              decision.outcome().word(),
              decision.encounterId(),
              String.join(", ", policies)));
    }
    return page.toString();
  }

  private static String columns(String id, String at, String outcome, String encounter, String by) {
    return String.format(
            Locale.ROOT, "%-26s  %-24s  %-11s  %-20s  %s", id, at, outcome, encounter, by)
        .stripTrailing();
  }

  /**
   * All there is to say of one decision, its trace included.
   *
   * @param facts the encounter as it is kept
   * @param places where the policies of its release are written
   */
  public String shown(IssuedDecision issued, Encounter facts, Kept kept, PolicyPlaces places) {
    Decision decision = issued.decision();
    TextPage page = new TextPage(colour);
    page.line(Tone.HEADING, "Decision " + issued.decisionId());
    head(page, issued, kept);
    page.gap().line(Tone.HEADING, "Facts");
    new FactsText(page).write(facts, kept.erased());
    page.gap();
    String said = new DecisionText(colour).encounter(facts, decision);
    TextPage why = new TextPage(colour);
    why.line(Tone.HEADING, "Trace");
    trace(why, decision, places);
    return page + said + why;
  }

  private static void head(TextPage page, IssuedDecision issued, Kept kept) {
    Decision decision = issued.decision();
    row(page, "decided", issued.decidedAt().toString());
    row(
        page,
        "encounter",
        kept.erased()
            ? "erased, like the patient's key and date of birth and what the record says in free"
                + " text"
            : decision.encounterId());
    row(page, "sent by", kept.caller() + " through " + kept.door());
    row(page, "entry", kept.entry() + ", recorded " + kept.recordedAt());
    row(page, "hash", kept.hash());
    row(page, "release", decision.release().name());
    row(page, "", decision.release().id());
    SortedMap<String, String> reference = decision.reference();
    if (reference.isEmpty()) {
      row(page, "reference", "no official file was asked");
    }
    String label = "reference";
    for (var file : reference.entrySet()) {
      row(page, label, file.getKey() + " " + file.getValue());
      label = "";
    }
  }

  private static void trace(TextPage page, Decision decision, PolicyPlaces places) {
    List<TraceStep> steps = decision.trace();
    if (steps.isEmpty()) {
      page.line(Tone.PLAIN, "  no row and no rule fired");
    }
    for (int index = 0; index < steps.size(); index++) {
      TraceStep step = steps.get(index);
      page.row(INDENT, Tone.PLAIN, String.valueOf(index + 1), NUMBER_WIDTH, step.rule());
      Optional<PolicyRef> place = places.place(step);
      detail(
          page,
          "written",
          place.map(DecisionText::place).orElse("not known: the release's files are not here"));
      place
          .filter(known -> !known.citation().isBlank())
          .ifPresent(known -> detail(page, "source", known.citation()));
      details(page, "fired for", facts(step, index, steps, decision, false));
      details(page, "looked up", facts(step, index, steps, decision, true));
      detail(page, "stated", step.states());
    }
  }

  /** What a step matched: facts of the encounter and of other steps, or rows of official files. */
  private static List<String> facts(
      TraceStep step, int index, List<TraceStep> steps, Decision decision, boolean official) {
    List<String> facts = new ArrayList<>();
    for (String fact : step.facts()) {
      boolean lookedUp =
          decision.reference().keySet().stream().anyMatch(file -> fact.startsWith(file + " "));
      if (lookedUp == official) {
        facts.add(fact + statedBy(fact, index, steps));
      }
    }
    return facts;
  }

  private static String statedBy(String fact, int index, List<TraceStep> steps) {
    for (int other = 0; other < steps.size(); other++) {
      if (other != index && steps.get(other).states().equals(fact)) {
        return " (step " + (other + 1) + ")";
      }
    }
    return "";
  }

  private static void row(TextPage page, String label, String text) {
    page.row(INDENT, Tone.PLAIN, label, LABEL_WIDTH, text);
  }

  private static void details(TextPage page, String label, List<String> texts) {
    String first = label;
    for (String text : texts) {
      detail(page, first, text);
      first = "";
    }
  }

  private static void detail(TextPage page, String label, String text) {
    page.row(INDENT + NUMBER_WIDTH, Tone.PLAIN, label, STEP_LABEL_WIDTH, text);
  }
}
