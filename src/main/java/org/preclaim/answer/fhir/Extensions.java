package org.preclaim.answer.fhir;

import java.math.BigDecimal;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Check;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.PolicyRef;

/** What a ClaimResponse has no element for; each is defined below {@code resources/fhir}. */
final class Extensions {

  private Extensions() {}

  static Extension suggestion(CodeSuggestion suggestion) {
    Extension extension = new Extension(Names.SUGGESTION);
    part(extension, "action", new CodeType(suggestion.action().word()));
    Integer line = suggestion.line();
    if (line != null) {
      part(extension, "line", new PositiveIntType(line));
    }
    part(extension, "code", Names.procedure(suggestion.code()));
    suggestion.modifiers().forEach(each -> part(extension, "modifier", Names.modifier(each)));
    part(extension, "units", new DecimalType(plain(suggestion.units())));
    part(extension, "message", new StringType(suggestion.message()));
    policy(extension, suggestion.policy());
    return extension;
  }

  static Extension finding(DenialWarning warning) {
    Extension extension = new Extension(Names.FINDING);
    part(extension, "kind", new CodeType(warning.kind()));
    part(extension, "severity", new CodeType(warning.severity().word()));
    warning.lines().forEach(each -> part(extension, "line", new PositiveIntType(each)));
    DenialWarning.Remittance expect = warning.expect();
    if (expect != null) {
      part(extension, "group", new Coding(Names.GROUP, expect.group(), null));
      expect.rarc().forEach(each -> part(extension, "rarc", new Coding(Names.RARC, each, null)));
    }
    warning.remedies().forEach(each -> part(extension, "remedy", new StringType(each)));
    policy(extension, warning.policy());
    return extension;
  }

  static Extension release(Decision decision) {
    Extension extension = new Extension(Names.RELEASE);
    part(extension, "id", new StringType(decision.release().id()));
    part(extension, "name", new StringType(decision.release().name()));
    decision
        .reference()
        .forEach(
            (dataset, effective) ->
                part(extension, "reference", new StringType(dataset + " " + effective)));
    return extension;
  }

  static List<Extension> checks(Decision decision) {
    return decision.checks().stream().map(Extensions::check).toList();
  }

  private static Extension check(Check check) {
    Extension extension = new Extension(Names.CHECK);
    part(extension, "family", new StringType(check.family()));
    part(extension, "state", new CodeType(check.state().word()));
    optional(extension, "detail", check.detail());
    return extension;
  }

  private static void policy(Extension extension, PolicyRef policy) {
    part(extension, "policy", new StringType(policy.id()));
    part(extension, "file", new StringType(policy.file()));
    optional(extension, "cell", policy.cell());
    if (policy.line().isPresent()) {
      part(extension, "fileLine", new PositiveIntType(policy.line().getAsInt()));
    }
    part(extension, "citation", new StringType(policy.citation()));
  }

  private static void optional(Extension extension, String name, @Nullable String text) {
    if (text != null) {
      part(extension, name, new StringType(text));
    }
  }

  private static void part(Extension extension, String name, Type value) {
    extension.addExtension(new Extension(name, value));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
