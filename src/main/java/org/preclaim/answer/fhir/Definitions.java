package org.preclaim.answer.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.intake.fhir.CodeSystems;
import org.preclaim.intake.fhir.FhirModel;
import org.preclaim.intake.fhir.FhirProblemCode;

/**
 * What our own extensions and codes mean, as FHIR resources. Those that never change are files; the
 * words of the vocabulary are as the policies in force have them.
 */
public final class Definitions {

  private static final Pattern ID = Pattern.compile("[a-z-]{1,64}");
  private static final String PROBLEM = "problem";

  private Definitions() {}

  /** The StructureDefinition of the extension {@code id} as JSON. */
  public static Optional<String> structure(String id) {
    return Optional.ofNullable(file("StructureDefinition-", id));
  }

  /** The CodeSystem {@code id} as JSON. */
  public static Optional<String> codes(String id, Vocabulary vocabulary) {
    if (id.equals(PROBLEM)) {
      return Optional.of(FhirModel.json(problems()));
    }
    return vocabulary.lists().contains(id)
        ? Optional.of(FhirModel.json(words(id, vocabulary)))
        : Optional.ofNullable(file("CodeSystem-", id));
  }

  private static @Nullable String file(String kind, String id) {
    if (!ID.matcher(id).matches()) {
      return null;
    }
    try (InputStream file = Definitions.class.getResourceAsStream("/fhir/" + kind + id + ".json")) {
      return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static CodeSystem words(String list, Vocabulary vocabulary) {
    CodeSystem codes =
        codeSystem(list, "The words of the list " + list + ", as the policies in force have them.");
    vocabulary.words(list).forEach(word -> codes.addConcept().setCode(word).setDisplay(word));
    return codes.setCount(codes.getConcept().size());
  }

  private static CodeSystem problems() {
    CodeSystem codes = codeSystem(PROBLEM, "What can be wrong with a claim in FHIR.");
    for (FhirProblemCode each : FhirProblemCode.values()) {
      codes.addConcept().setCode(each.code()).setDisplay(each.meaning());
    }
    return codes.setCount(codes.getConcept().size());
  }

  private static CodeSystem codeSystem(String id, String description) {
    CodeSystem codes = new CodeSystem();
    codes.setId(id);
    codes.setUrl(CodeSystems.OWN_CODES + id);
    codes.setName(Character.toUpperCase(id.charAt(0)) + id.substring(1).replace("-", ""));
    codes.setTitle(id);
    codes.setStatus(PublicationStatus.ACTIVE);
    codes.setExperimental(false);
    codes.setPublisher("Preclaim");
    codes.setDescription(description);
    codes.setCaseSensitive(true);
    codes.setContent(CodeSystemContentMode.COMPLETE);
    return codes;
  }
}
