package org.preclaim.intake.fhir;

import ca.uhn.fhir.parser.IParser;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.RelatedClaimComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.intake.PatientKeys;
import org.preclaim.problem.Told;

/**
 * Reads the claim of a FHIR R4 document in JSON: a Claim, a Bundle with one, or the Parameters of
 * HL7's operation {@code $submit} around either. One reader serves any number of documents and
 * threads, and throws nothing.
 */
public final class FhirIntake {

  private static final String RESOURCE = "resource";

  private final Vocabulary vocabulary;
  private final FhirLimits limits;
  private final DocumentText texts;

  /** A reader that knows these words, with these limits. */
  public FhirIntake(Vocabulary vocabulary, FhirLimits limits) {
    this.vocabulary = vocabulary;
    this.limits = limits;
    this.texts = new DocumentText(limits);
  }

  /**
   * The claim in {@code bytes}.
   *
   * @param name what the sender calls the input, {@code -} where it has no name
   * @param keys make the patient's pseudonym
   * @param taken for which uses a claim is taken in
   */
  public Submission read(byte[] bytes, String name, PatientKeys keys, ClaimUse taken) {
    DocumentText.Read read = texts.read(bytes, name);
    if (read instanceof DocumentText.Read.Unreadable unreadable) {
      return new Submission.Refused(null, Told.all(unreadable.problems()));
    }
    DocumentText.Read.Tree tree = (DocumentText.Read.Tree) read;
    Findings structure = new Findings(limits.problems());
    String type = tree.root().path("resourceType").asString("");
    Spot root = new Spot(type.isEmpty() ? "Resource" : type);
    new StructureCheck(limits, structure).resource(tree.root(), root);
    Resource resource = parsed(tree.text(), root, structure);
    return resource == null
        ? new Submission.Refused(null, structure.told())
        : read(resource, root, structure, keys, taken);
  }

  /** What HAPI makes of the text; null where it makes nothing of it, which is a problem then. */
  private static @Nullable Resource parsed(String text, Spot root, Findings structure) {
    ParserFindings second = new ParserFindings();
    boolean clean = structure.isEmpty();
    Resource resource = null;
    try {
      IParser parser = FhirModel.parser();
      parser.setParserErrorHandler(second);
      resource = (Resource) parser.parseResource(text);
    } catch (RuntimeException unparsable) {
      // Whatever it stumbled over has been told with its place, or is told without one.
      second.found().add("the document cannot be read by HAPI's parser");
    }
    if (clean) {
      second.found().forEach(each -> structure.add(root, FhirProblemCode.STRUCTURE, each));
    }
    return resource;
  }

  private Submission read(
      Resource root, Spot spot, Findings structure, PatientKeys keys, ClaimUse taken) {
    Findings problems = new Findings(limits.problems());
    Findings notices = new Findings(limits.problems());
    Resource content = root;
    Spot place = spot;
    if (root instanceof Parameters parameters) {
      int wrapped = wrapped(parameters);
      content = wrapped < 0 ? root : parameters.getParameter().get(wrapped).getResource();
      place = wrapped < 0 ? spot : spot.entry("parameter", wrapped).field(RESOURCE);
    }
    if (!(content instanceof Claim) && !(content instanceof Bundle)) {
      problems.add(
          place,
          FhirProblemCode.NOT_FHIR,
          content instanceof Parameters
              ? "expected one parameter `resource` with a Claim or a Bundle"
              : "a resource of the type `" + content.fhirType() + "` is no claim",
          "send a Claim, a Bundle with one, or Parameters with a `resource`");
      return refused(structure, problems);
    }
    SentResources sent = SentResources.of(content, place, problems, notices);
    List<Found<Claim>> claims = ownClaims(sent);
    if (claims.size() != 1) {
      problems.add(
          place,
          FhirProblemCode.NOT_ONE_CLAIM,
          "there are " + claims.size() + " claims that no other refers to: expected one");
      return refused(structure, problems);
    }
    sent.markRead(claims.get(0));
    Reading reading = new Reading(sent, problems, notices, vocabulary, limits);
    return new ClaimReader(reading, claims.get(0)).read(keys, taken, structure);
  }

  private static Submission refused(Findings structure, Findings problems) {
    structure.addUnrelated(problems);
    return new Submission.Refused(null, structure.told());
  }

  /** The index of the one parameter that holds what was submitted, or -1. */
  private static int wrapped(Parameters parameters) {
    int found = -1;
    List<ParametersParameterComponent> all = parameters.getParameter();
    for (int index = 0; index < all.size(); index++) {
      if (RESOURCE.equals(all.get(index).getName()) && all.get(index).hasResource()) {
        if (found >= 0) {
          return -1;
        }
        found = index;
      }
    }
    return found;
  }

  /** The claims that no other one names: those are earlier claims of the same patient. */
  private static List<Found<Claim>> ownClaims(SentResources sent) {
    List<DomainResource> named = new ArrayList<>();
    for (Found<Claim> claim : sent.claims()) {
      for (RelatedClaimComponent related : claim.resource().getRelated()) {
        Found<DomainResource> other = sent.find(related.getClaim(), claim);
        if (other != null && other.resource() != claim.resource()) {
          named.add(other.resource());
        }
      }
    }
    return sent.claims().stream().filter(each -> !named.contains(each.resource())).toList();
  }
}
