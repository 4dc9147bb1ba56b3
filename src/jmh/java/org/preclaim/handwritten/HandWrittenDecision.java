package org.preclaim.handwritten;

import static org.preclaim.decision.Check.State.APPLIED;
import static org.preclaim.decision.Check.State.NOT_APPLICABLE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.Hit;
import org.preclaim.decision.Check;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.DenialWarning.Remittance;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.PolicyRef;
import org.preclaim.decision.TraceStep;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.Workbook;

/**
 * The whole answer to generated rows as a programmer would write it who needed no rule engine:
 * messages put together from strings, warnings and trace sorted.
 */
public final class HandWrittenDecision {

  private static final Comparator<DenialWarning> WARNINGS =
      Comparator.<DenialWarning>comparingInt(warning -> warning.lines().get(0))
          .thenComparing(warning -> warning.policy().id())
          .thenComparing(DenialWarning::toString);

  private static final Comparator<TraceStep> STEPS =
      Comparator.comparing(TraceStep::policy).thenComparing(TraceStep::toString);

  private final CompiledRelease release;
  private final HandWrittenTable table;
  private final Map<String, PolicyRef> refs = new HashMap<>();
  private final Map<String, GeneratedRow> rows = new HashMap<>();
  private final Remittance expect = new Remittance("CO", "50", List.of());

  /**
   * With these rows.
   *
   * @param release of the same rows; says only where each stands
   */
  public HandWrittenDecision(List<GeneratedRow> generated, CompiledRelease release) {
    this.release = release;
    this.table = new HandWrittenTable(generated);
    generated.forEach(row -> rows.put(row.id(), row));
    Workbook workbook = release.release().families().get(0).workbook();
    if (workbook == null) {
      throw new IllegalArgumentException("no workbook");
    }
    for (PolicyRow row : workbook.policies()) {
      String citation = row.metadata("citation").orElse("");
      refs.put(
          row.id(),
          new PolicyRef(row.id(), workbook.file(), row.place(), OptionalInt.empty(), citation));
    }
  }

  /** The decision. */
  public Decision decide(Encounter encounter) {
    boolean concerned = table.concerns(encounter);
    List<Hit> hits = concerned ? table.judge(encounter) : List.of();
    List<DenialWarning> warnings = new ArrayList<>(hits.size());
    List<TraceStep> trace = new ArrayList<>(hits.size());
    for (Hit hit : hits) {
      ServiceLine line = encounter.lines().get(hit.line() - 1);
      ServiceLine other = hit.other() == 0 ? null : encounter.lines().get(hit.other() - 1);
      String kind = kind(hit.row());
      PolicyRef ref = refs.get(hit.row());
      if (ref == null) {
        throw new IllegalStateException(hit.row());
      }
      warnings.add(warning(kind, line, other, ref));
      trace.add(step(kind, line, other, ref));
    }
    warnings.sort(WARNINGS);
    trace.sort(STEPS);
    return new Decision(
        encounter.id(),
        release.ref(),
        new TreeMap<>(),
        warnings.isEmpty() ? Outcome.CLEAN : Outcome.WARNINGS,
        List.of(),
        Collections.unmodifiableList(warnings),
        List.of(new Check("generated", concerned ? APPLIED : NOT_APPLICABLE, null)),
        Collections.unmodifiableList(trace));
  }

  private String kind(String id) {
    GeneratedRow row = rows.get(id);
    if (row instanceof GeneratedRow.Pair) {
      return "not-reported-together";
    } else if (row instanceof GeneratedRow.AddOn) {
      return "add-on-without-primary";
    }
    return row instanceof GeneratedRow.Documented ? "documentation-missing" : "medical-necessity";
  }

  private DenialWarning warning(
      String kind, ServiceLine line, @Nullable ServiceLine other, PolicyRef ref) {
    String code = line.code().value();
    List<Integer> lines = List.of(line.number());
    List<String> codes = List.of(code);
    if (other != null && other.number() != line.number()) {
      lines = List.of(line.number(), other.number());
      String second = other.code().value();
      codes = second.equals(code) ? codes : List.of(code, second);
    }
    return new DenialWarning(
        kind,
        lines,
        List.of(line.number()),
        codes,
        Severity.DENY,
        code + " on line " + line.number() + " meets a made-up policy",
        expect,
        line.charge(),
        List.of("remove line " + line.number()),
        ref);
  }

  private static TraceStep step(
      String kind, ServiceLine line, @Nullable ServiceLine other, PolicyRef ref) {
    String first = words(line);
    if (other == null) {
      return new TraceStep(ref.id(), ref.id(), List.of(first), "deny " + kind + ", " + first);
    }
    String second = words(other);
    return new TraceStep(
        ref.id(),
        ref.id(),
        List.of(first, second),
        "deny " + kind + ", " + first + ", with " + second);
  }

  private static String words(ServiceLine line) {
    StringBuilder words = new StringBuilder("line ").append(line.number()).append(" (");
    words.append(line.code().value());
    for (Modifier modifier : line.modifiers()) {
      words.append('-').append(modifier.value());
    }
    return words.append(')').toString();
  }
}
