package org.preclaim.intake.x12;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.preclaim.intake.Admission;
import org.preclaim.intake.PatientKeys;
import org.preclaim.problem.Problem;

/** Chooses the reader for a transaction set by what it says it is, or refuses it by name. */
final class Guides {

  private static final Pattern PROFESSIONAL = Pattern.compile("005010X222(A[12])?");
  private static final Pattern INSTITUTIONAL = Pattern.compile("005010X223(A[123])?");
  private static final Pattern BEFORE_5010 = Pattern.compile("00[0-4][0-9]{3}.*");

  /** What the neighbours of a claim in the mail are, in our words. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "997", "an acknowledgement",
          "999", "an acknowledgement",
          "277", "an answer on the status of claims",
          "276", "a question for the status of claims",
          "835", "a payment advice",
          "270", "a question for coverage",
          "271", "an answer on coverage",
          "278", "a request for authorization",
          "834", "an enrolment",
          "820", "a premium payment");

  private final PatientKeys keys;
  private final X12Limits limits;
  private final Consumer<Admission> sink;

  Guides(PatientKeys keys, X12Limits limits, Consumer<Admission> sink) {
    this.keys = keys;
    this.limits = limits;
    this.sink = sink;
  }

  /** The reader for the transaction set that {@code start} opens in a group of {@code version}. */
  TransactionReader open(Segment start, String version) {
    String set = start.text(1);
    if (!set.equals("837")) {
      String kind = OTHERS.getOrDefault(set, "no claim");
      return refuse(
          start, X12Code.NOT_A_CLAIM, 1, "transaction set `%s` is %s; expected `837`", set, kind);
    }
    String own = start.text(3).strip();
    String guide = own.isEmpty() ? version : own;
    if (PROFESSIONAL.matcher(guide).matches()) {
      noticeConflict(start, guide, version);
      return new GuideClaims(Guide.PROFESSIONAL, start, keys, limits, sink);
    }
    if (INSTITUTIONAL.matcher(guide).matches()) {
      noticeConflict(start, guide, version);
      return new GuideClaims(Guide.INSTITUTIONAL, start, keys, limits, sink);
    }
    boolean old = BEFORE_5010.matcher(guide).matches();
    return refuse(
        start,
        old ? X12Code.OLD_VERSION : X12Code.GUIDE_UNKNOWN,
        3,
        old ? "`%s` is a version before 5010; expected %s" : "`%s` is not read; expected %s",
        guide,
        "`005010X222` or `005010X223`, or one of their errata");
  }

  private void noticeConflict(Segment start, String guide, String version) {
    if (!version.isEmpty() && !version.equals(guide)) {
      sink.accept(
          new Admission.Noticed(
              null,
              List.of(
                  start.problem(
                      X12Code.VERSION_CONFLICT,
                      3,
                      "`%s` is read although its group says `%s`",
                      guide,
                      version))));
    }
  }

  private TransactionReader refuse(
      Segment start, X12Code code, int element, String words, Object... named) {
    Problem problem = start.problem(code, element, words, named);
    sink.accept(new Admission.Refused(null, List.of(problem)));
    return new UnreadTransaction();
  }
}
