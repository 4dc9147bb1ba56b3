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
import org.preclaim.table.Mention;
import org.preclaim.table.TableFault;

/**
 * Looks up every code that workbooks name in the official files that are loaded. A code that no
 * loaded file could know is not judged, and that is said.
 */
public final class OfficialLint {

  private static final int NAMED_MAX = 5;

  private final CodeStandings standings;

  /** A lint that knows these files. */
  public OfficialLint(ReferenceData reference) {
    this.standings = new CodeStandings(reference);
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
      CodeStandings.Standing standing = standings.of(mention);
      if (standing == CodeStandings.Standing.NOT_LOADED) {
        unjudged.computeIfAbsent(dataset, any -> new TreeSet<>()).add(mention.code());
      }
      Problem problem = problem(mention, dataset, standing);
      if (problem != null) {
        problems.add(problem);
      }
    }
    return new Answer(List.copyOf(problems), notChecked(unjudged, dental));
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
    String what = dataset == Dataset.ICD10_CM ? "diagnoses " : "codes ";
    return what + String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
  }
}
