package org.preclaim.intake.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Quoted;

/**
 * The resources of one document, found by reference: contained ones, a Bundle's entries by their
 * full URL or by type and id. Nothing is ever fetched.
 */
final class SentResources {

  private static final String HISTORY = "/_history/";

  private final Findings findings;
  private final Findings notices;
  private final List<Found<DomainResource>> resources = new ArrayList<>();
  private final Map<String, Found<DomainResource>> byUrl = new HashMap<>();
  private final Map<String, List<Found<DomainResource>>> byId = new HashMap<>();
  private final Set<DomainResource> read = new HashSet<>();

  private SentResources(Findings findings, Findings notices) {
    this.findings = findings;
    this.notices = notices;
  }

  /** The resources of {@code root}: it alone, or the entries of the Bundle that it is. */
  static SentResources of(Resource root, Spot spot, Findings findings, Findings notices) {
    SentResources sent = new SentResources(findings, notices);
    if (root instanceof Bundle bundle) {
      List<BundleEntryComponent> entries = bundle.getEntry();
      for (int index = 0; index < entries.size(); index++) {
        BundleEntryComponent entry = entries.get(index);
        sent.add(
            entry.getResource(),
            spot.entry("entry", index).field("resource"),
            entry.hasFullUrl() ? entry.getFullUrl() : null);
      }
    } else {
      sent.add(root, spot, null);
    }
    return sent;
  }

  private void add(@Nullable Resource resource, Spot spot, @Nullable String fullUrl) {
    if (!(resource instanceof DomainResource domain)) {
      if (resource != null) {
        notRead(spot, resource);
      }
      return;
    }
    Found<DomainResource> found = new Found<>(domain, spot, fullUrl, domain);
    resources.add(found);
    if (fullUrl != null && byUrl.putIfAbsent(fullUrl, found) != null) {
      findings.add(
          spot,
          FhirProblemCode.REFERENCE,
          "the full URL of the entry is that of another entry: expected one for each");
    }
    String id = domain.getIdElement().getIdPart();
    if (id != null) {
      byId.computeIfAbsent(domain.fhirType() + "/" + id, any -> new ArrayList<>()).add(found);
    }
  }

  private void notRead(Spot spot, Resource resource) {
    notices.add(
        spot,
        FhirProblemCode.NOT_READ,
        "a resource of the type `" + resource.fhirType() + "` has no part in a claim");
  }

  /** The claims that stand for themselves. */
  List<Found<Claim>> claims() {
    return resources.stream()
        .filter(each -> each.resource() instanceof Claim)
        .map(each -> each.as(Claim.class))
        .toList();
  }

  /** The resources that nobody has asked for. */
  List<Found<DomainResource>> unread() {
    return resources.stream().filter(each -> !read.contains(each.resource())).toList();
  }

  void markRead(Found<? extends DomainResource> found) {
    read.add(found.resource());
    read.add(found.owner());
  }

  /** The resource that {@code reference} leads to; null where there is none, and nobody is told. */
  @Nullable Found<DomainResource> find(Reference reference, Found<?> from) {
    return reference.hasReference() ? lookUp(reference.getReference(), from) : null;
  }

  /**
   * The resource that {@code reference} leads to. Null where it names none by reference, or where a
   * problem says why it leads nowhere.
   *
   * @param from the resource in which the reference stands
   * @param types those that may be meant
   */
  @Nullable Found<DomainResource> resolve(
      Reference reference, Spot spot, Found<?> from, Set<String> types) {
    if (!reference.hasReference()) {
      return null;
    }
    String text = reference.getReference();
    Found<DomainResource> found = lookUp(text, from);
    if (found == null) {
      findings.add(
          spot.field("reference"),
          FhirProblemCode.REFERENCE,
          Quoted.text(text) + " leads to nothing that was sent: references are not fetched",
          "send a Bundle with the resource, or contain it");
      return null;
    }
    if (!types.contains(found.resource().fhirType())) {
      findings.add(
          spot.field("reference"),
          FhirProblemCode.REFERENCE,
          Quoted.text(text)
              + " leads to a resource of the type `"
              + found.resource().fhirType()
              + "`: expected "
              + String.join(" or ", types.stream().sorted().toList()));
      return null;
    }
    markRead(found);
    return found;
  }

  private @Nullable Found<DomainResource> lookUp(String text, Found<?> from) {
    if (text.startsWith("#")) {
      return contained(text.substring(1), from);
    }
    int version = text.indexOf(HISTORY);
    String reference = version < 0 ? text : text.substring(0, version);
    Found<DomainResource> exact = byUrl.get(reference);
    if (exact != null || reference.contains(":")) {
      return exact;
    }
    Found<DomainResource> neighbour = byUrl.get(base(from) + reference);
    List<Found<DomainResource>> same = byId.getOrDefault(reference, List.of());
    return neighbour != null ? neighbour : same.size() == 1 ? same.get(0) : null;
  }

  /** The address of the server from which the referring resource comes; empty where it has none. */
  private static String base(Found<?> from) {
    String url = from.fullUrl() == null ? "" : from.fullUrl();
    int type = url.lastIndexOf("/" + from.owner().fhirType() + "/");
    return type < 0 ? "" : url.substring(0, type + 1);
  }

  private static @Nullable Found<DomainResource> contained(String id, Found<?> from) {
    DomainResource owner = from.owner();
    List<Resource> contained = owner.getContained();
    for (int index = 0; index < contained.size(); index++) {
      String own = contained.get(index).getIdElement().getIdPart();
      boolean meant = own != null && (own.equals(id) || own.equals("#" + id));
      if (meant && contained.get(index) instanceof DomainResource resource) {
        Spot spot = ownerSpot(from).entry("contained", index);
        return new Found<>(resource, spot, from.fullUrl(), owner);
      }
    }
    return null;
  }

  private static Spot ownerSpot(Found<?> from) {
    String path = from.spot().path();
    int contained = path.indexOf(".contained[");
    return contained < 0 ? from.spot() : new Spot(path.substring(0, contained));
  }
}
