package org.preclaim.answer.fhir;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.intake.fhir.FhirModel;
import org.preclaim.intake.fhir.FhirProblemCode;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * The answer without a decision, as an OperationOutcome: one issue for each thing that is wrong.
 */
public final class OutcomeAnswer {

  /** The media type of what this class writes. */
  public static final String MEDIA_TYPE = "application/fhir+json";

  private static final String INVALID_CREDENTIAL = "invalid-credential";

  private OutcomeAnswer() {}

  /** The OperationOutcome as JSON on one line. */
  public static String json(ProblemAnswer answer) {
    OperationOutcome outcome = new OperationOutcome();
    if (answer.problems().isEmpty()) {
      OperationOutcomeIssueComponent issue =
          issue(outcome, type(answer.kind(), answer.status()), answer.kind());
      issue.getDetails().setText(answer.title());
      issue.setDiagnostics(answer.detail());
    }
    answer.problems().forEach(each -> problem(outcome, each, answer.status()));
    return FhirModel.json(outcome);
  }

  private static void problem(OperationOutcome outcome, Problem problem, int status) {
    OperationOutcomeIssueComponent issue =
        issue(outcome, type(problem.code(), status), problem.code());
    issue.getDetails().setText(problem.message());
    if (problem.place() instanceof Place.FhirPath path) {
      issue.addExpression(path.expression());
      if (problem.help() != null) {
        issue.setDiagnostics(problem.help());
      }
    } else {
      issue.setDiagnostics(problem.place().toString());
    }
  }

  private static OperationOutcomeIssueComponent issue(
      OperationOutcome outcome, IssueType type, String code) {
    OperationOutcomeIssueComponent issue = outcome.addIssue();
    issue.setSeverity(IssueSeverity.ERROR);
    issue.setCode(type);
    boolean ofFhir = code.startsWith("FHIR-");
    issue.setDetails(Names.concept(ofFhir ? Names.PROBLEM : Names.PROBLEM_KIND, code));
    return issue;
  }

  private static IssueType type(String code, int status) {
    for (FhirProblemCode each : FhirProblemCode.values()) {
      if (each.code().equals(code)) {
        return type(each);
      }
    }
    // FHIR tells who shows nothing from who shows what nobody knows.
    return code.equals(INVALID_CREDENTIAL) ? IssueType.UNKNOWN : type(status);
  }

  private static IssueType type(FhirProblemCode code) {
    return switch (code) {
      case SYNTAX, ENCODING, NOT_FHIR, UNKNOWN_ELEMENT, WRONG_TYPE, STRUCTURE ->
          IssueType.STRUCTURE;
      case LIMIT -> IssueType.TOOCOSTLY;
      case MISSING_ELEMENT, CLAIM_ID, PATIENT_KEY, NOTHING_TO_CHECK -> IssueType.REQUIRED;
      case BAD_VALUE, DATE, QUANTITY, AMOUNT -> IssueType.VALUE;
      case MODIFIER_EXTENSION -> IssueType.EXTENSION;
      case IMPLICIT_RULES, CLAIM_USE, CLAIM_TYPE, CLAIM_STATUS, INPATIENT -> IssueType.NOTSUPPORTED;
      case REFERENCE -> IssueType.NOTFOUND;
      case BAD_CODE, CODE_SYSTEM, TWO_CODES, UNKNOWN_WORD -> IssueType.CODEINVALID;
      case NOT_ONE_CLAIM,
          BIRTH_AFTER_SERVICE,
          DUPLICATE_NUMBER,
          UNKNOWN_DIAGNOSIS,
          UNKNOWN_CARE_TEAM ->
          IssueType.BUSINESSRULE;
      case PROVIDER, NOT_READ, DETAIL -> IssueType.INFORMATIONAL;
    };
  }

  private static IssueType type(int status) {
    return switch (status) {
      case 404 -> IssueType.NOTFOUND;
      case 401 -> IssueType.LOGIN;
      case 403 -> IssueType.FORBIDDEN;
      case 405, 406, 415, 501 -> IssueType.NOTSUPPORTED;
      case 408, 504 -> IssueType.TIMEOUT;
      case 409 -> IssueType.CONFLICT;
      case 413, 414, 431 -> IssueType.TOOLONG;
      case 429 -> IssueType.THROTTLED;
      case 503 -> IssueType.TRANSIENT;
      default -> status >= 500 ? IssueType.EXCEPTION : IssueType.INVALID;
    };
  }
}
