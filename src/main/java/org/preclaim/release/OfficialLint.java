package org.preclaim.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.RemittanceCodes;
import org.preclaim.table.Mention;
import org.preclaim.table.TableFault;

/**
 * Looks up every code that workbooks name in the official files that are loaded. A code that no
 * loaded file could know is not judged, and that is said.
 */
public final class OfficialLint {

  private static final int NAMED_MAX = 5;

  private final CodeStandings standings;
  private final RemittanceStandings remittance;

  /** A lint that knows these files. */
  public OfficialLint(ReferenceData reference) {
    this.standings = new CodeStandings(reference);
    this.remittance = new RemittanceStandings(reference);
  }

  /**
   * What the official files say of codes.
   *
   * @param problems codes that are not valid on the dates of their rows
   * @param notChecked official tables that would have been asked but are not loaded
   */
  public record Answer(List<Problem> problems, List<NotChecked> notChecked) {
    /** Copies the lists. */
    public Answer {
      problems = List.copyOf(problems);
      notChecked = List.copyOf(notChecked);
    }
  }

  /** Judges the codes in their order. */
  public Answer check(List<Mention> mentions) {
    Set<Problem> problems = new LinkedHashSet<>();
    Map<Dataset, Set<String>> unjudged = new EnumMap<>(Dataset.class);
    Set<String> dental = new TreeSet<>();
    for (Mention mention : mentions) {
      Dataset dataset = CodeStandings.datasetOf(mention);
      if (dataset == null) {
        dental.add(mention.code());
        continue;
      }
      Judged judged =
          switch (mention.kind()) {
            case PROCEDURE, DIAGNOSIS, DIAGNOSIS_PREFIX -> code(mention, dataset);
            case REASON -> remittance(mention, RemittanceCodes.Kind.REASON);
            case REMARK -> remittance(mention, RemittanceCodes.Kind.REMARK);
          };
      if (!judged.known()) {
        unjudged.computeIfAbsent(dataset, any -> new TreeSet<>()).add(mention.code());
      }
      if (judged.problem() != null) {
        problems.add(judged.problem());
      }
    }
    return new Answer(List.copyOf(problems), notChecked(unjudged, dental));
  }

  /** What came of one code; nothing at all where no file is loaded that would know it. */
  private record Judged(boolean known, @Nullable Problem problem) {}

  private Judged code(Mention mention, Dataset dataset) {
    CodeStandings.Standing standing = standings.of(mention);
    return new Judged(
        standing != CodeStandings.Standing.NOT_LOADED, problem(mention, dataset, standing));
  }

  private Judged remittance(Mention mention, RemittanceCodes.Kind kind) {
    RemittanceStandings.Standing standing = remittance.of(kind, mention.code(), mention.dates());
    if (standing instanceof RemittanceStandings.NotLoaded) {
      return new Judged(false, null);
    }
    boolean reason = kind == RemittanceCodes.Kind.REASON;
    TableFault unknown = reason ? TableFault.CARC_UNKNOWN : TableFault.RARC_UNKNOWN;
    String code = (reason ? "reason" : "remark") + " code `" + mention.code() + "` is ";
    if (standing instanceof RemittanceStandings.Unknown) {
      return new Judged(
          true,
          problem(
              mention,
              unknown,
              code + "not in the official list",
              "correct the code; where it is newer than the list, import the next one"));
    } else if (standing instanceof RemittanceStandings.Stopped stopped) {
      return new Judged(
          true,
          problem(
              mention,
              reason ? TableFault.CARC_STOPPED : TableFault.RARC_STOPPED,
              code + "not used from `" + stopped.day() + "` on",
              "name the code that takes its place, or end the policy on that day"));
    } else if (standing instanceof RemittanceStandings.NotBegun begins) {
      return new Judged(
          true,
          problem(
              mention,
              unknown,
              code + "not used before `" + begins.day() + "`, and the policy ends by then",
              "name the code that was used at the time, or correct the dates"));
    }
    return new Judged(true, null);
  }

  private static @Nullable Problem problem(
      Mention mention, Dataset dataset, CodeStandings.Standing standing) {
    boolean procedure = mention.kind() == Mention.Kind.PROCEDURE;
    String code = "`" + mention.code() + "` ";
    return switch (standing) {
      case VALID, NOT_LOADED -> null;
      case HEADER ->
          mention.kind() == Mention.Kind.DIAGNOSIS
              ? problem(
                  mention,
                  TableFault.DIAGNOSIS_HEADER,
                  code + "stands for a group of diagnoses and cannot be reported itself",
                  "write all characters of the code")
              : null;
      case RETIRED ->
          problem(
              mention,
              procedure ? TableFault.CODE_RETIRED : TableFault.DIAGNOSIS_RETIRED,
              code + "is in the official files, but not as valid " + days(mention),
              "name the code that took its place, or correct the dates");
      case UNKNOWN ->
          problem(
              mention,
              procedure ? TableFault.CODE_UNKNOWN : TableFault.DIAGNOSIS_UNKNOWN,
              code
                  + (mention.kind() == Mention.Kind.DIAGNOSIS_PREFIX ? "begins no code" : "is not")
                  + " in the official files of `"
                  + dataset.word()
                  + "` "
                  + days(mention),
              "correct the code; where it is newer than the files, import the next release");
    };
  }

  private static Problem problem(
      Mention mention, TableFault fault, String message, @Nullable String help) {
    return new Problem(mention.place(), fault.code(), message, help);
  }

  private static String days(Mention mention) {
    LocalDate from = mention.dates().from();
    LocalDate until = mention.dates().until();
    if (from == null) {
      return until == null ? "on any day that they cover" : "before " + until;
    }
    if (until == null) {
      return "from " + from + " on";
    }
    return from.plusDays(1).equals(until) ? "on " + from : "from " + from + " until " + until;
  }

  private static List<NotChecked> notChecked(
      Map<Dataset, Set<String>> unjudged, Set<String> dental) {
    List<NotChecked> notChecked = new ArrayList<>();
    unjudged.forEach(
        (dataset, codes) ->
            notChecked.add(
                new NotChecked(
                    dataset.word(),
                    "no file is loaded for the dates of " + named(codes, dataset))));
    if (!dental.isEmpty()) {
      notChecked.add(
          new NotChecked(
              "dental", "there is no official file to ask for " + named(dental, Dataset.HCPCS)));
    }
    return notChecked;
  }

  private static String named(Set<String> codes, Dataset dataset) {
    List<String> first = codes.stream().limit(NAMED_MAX).toList();
    int more = codes.size() - first.size();
    String what =
        switch (dataset) {
          case ICD10_CM -> "diagnoses ";
          case REMITTANCE_CODES -> "reason and remark codes ";
          case PTP_PRACTITIONER,
              PTP_OUTPATIENT_HOSPITAL,
              MUE_PRACTITIONER,
              MUE_OUTPATIENT_HOSPITAL,
              MUE_DME_SUPPLIER,
              ADD_ON,
              FEE_SCHEDULE,
              AGE_EDITS,
              HCPCS,
              COVERAGE_ARTICLES ->
              "codes ";
        };
    return what + String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
  }
}
