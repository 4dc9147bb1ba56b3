package org.preclaim.intake.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition.ChildTypeEnum;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Quoted;
import tools.jackson.databind.JsonNode;

/**
 * Holds a document to the definitions of its resources: names, cardinalities, types and values.
 * HAPI's parser does so too, but cannot say where.
 */
final class StructureCheck {

  private static final String RESOURCE_TYPE = "resourceType";
  private static final String CONTAINED = "contained";
  private static final String IMPLICIT_RULES = "implicitRules";
  private static final Set<String> EXTENSIONS = Set.of("extension", "modifierExtension");
  private static final Set<String> ELEMENT_PARTS = Set.of("id", "extension");

  private final FhirLimits limits;
  private final Findings findings;
  private final PrimitiveCheck primitives;

  StructureCheck(FhirLimits limits, Findings findings) {
    this.limits = limits;
    this.findings = findings;
    this.primitives = new PrimitiveCheck(findings);
  }

  /**
   * The elements that an object has.
   *
   * @param any with a value, or with something said about the value that is not there
   * @param valued with a value
   */
  private record Present(
      Set<BaseRuntimeChildDefinition> any, Set<BaseRuntimeChildDefinition> valued) {}

  /** Checks a resource and all that is in it. */
  void resource(JsonNode node, Spot spot) {
    if (!node.isObject()) {
      wrongType(spot, "an object", node);
      return;
    }
    JsonNode type = node.path(RESOURCE_TYPE);
    if (!type.isString() || !FhirModel.r4().getResourceTypes().contains(type.asString())) {
      findings.add(
          spot.field(RESOURCE_TYPE),
          FhirProblemCode.NOT_FHIR,
          type.isString()
              ? Quoted.text(type.asString()) + " is no resource of FHIR R4"
              : "`resourceType` is missing: expected the type of a FHIR resource");
      return;
    }
    element(node, FhirModel.r4().getResourceDefinition(type.asString()), spot);
  }

  private void element(JsonNode node, BaseRuntimeElementDefinition<?> definition, Spot spot) {
    Present present = new Present(new HashSet<>(), new HashSet<>());
    if (node.isEmpty()) {
      findings.add(
          spot, FhirProblemCode.BAD_VALUE, "the element is empty: expected a value, or none");
    }
    node.properties()
        .forEach(each -> property(each.getKey(), each.getValue(), definition, spot, present));
    if (definition.getChildType() == ChildTypeEnum.RESOURCE) {
      implicitRules(definition, present, spot);
    }
    for (BaseRuntimeChildDefinition child : definition.getChildren()) {
      if (child.getMin() > 0 && !present.any().contains(child)) {
        String name = plain(child);
        findings.add(
            spot.field(name), FhirProblemCode.MISSING_ELEMENT, "`" + name + "` is required");
      }
    }
  }

  private void implicitRules(BaseRuntimeElementDefinition<?> resource, Present present, Spot spot) {
    BaseRuntimeChildDefinition rules = resource.getChildByName(IMPLICIT_RULES);
    if (rules != null && present.any().contains(rules)) {
      findings.add(
          spot.field(IMPLICIT_RULES),
          FhirProblemCode.IMPLICIT_RULES,
          "the rules change what the resource means, and are not understood here");
    }
  }

  private void property(
      String name,
      JsonNode value,
      BaseRuntimeElementDefinition<?> definition,
      Spot spot,
      Present present) {
    boolean resource = definition.getChildType() == ChildTypeEnum.RESOURCE;
    if (resource && name.equals(RESOURCE_TYPE)) {
      return;
    }
    if (EXTENSIONS.contains(name)) {
      extensions(name, value, spot);
      return;
    }
    if (resource && name.equals(CONTAINED)) {
      contained(value, spot);
      return;
    }
    boolean about = name.startsWith("_");
    String element = about ? name.substring(1) : name;
    BaseRuntimeChildDefinition child = child(definition, element);
    if (child == null) {
      if (!(element.equals("id") && !resource)) {
        unknown(name, spot);
      }
      return;
    }
    if (!about && !present.valued().add(child)) {
      // The value of a choice, such as `servicedDate` beside `servicedPeriod`.
      findings.add(
          spot.field(plain(child)),
          FhirProblemCode.WRONG_TYPE,
          "the element is there under two names: expected one of them");
    }
    present.any().add(child);
    if (about) {
      aboutPrimitive(value, spot.field(plain(child)));
    } else {
      child(child, element, value, spot);
    }
  }

  /** The element's name in FHIRPath, which knows no types in names. */
  private static String plain(BaseRuntimeChildDefinition child) {
    String name = child.getElementName();
    return name.endsWith("[x]") ? name.substring(0, name.length() - "[x]".length()) : name;
  }

  private static @Nullable BaseRuntimeChildDefinition child(
      BaseRuntimeElementDefinition<?> definition, String name) {
    BaseRuntimeChildDefinition child = definition.getChildByName(name);
    return child != null && child.getValidChildNames().contains(name) ? child : null;
  }

  private void unknown(String name, Spot spot) {
    findings.add(
        spot,
        FhirProblemCode.UNKNOWN_ELEMENT,
        Quoted.text(name) + " is no element of FHIR R4 here");
  }

  private void child(BaseRuntimeChildDefinition child, String name, JsonNode value, Spot spot) {
    BaseRuntimeElementDefinition<?> type = child.getChildByName(name);
    if (child.getMax() == 1) {
      value(child, type, value, spot.field(plain(child)));
      return;
    }
    if (!value.isArray() || value.isEmpty()) {
      wrongType(spot.field(name), "a list with at least one entry", value);
      return;
    }
    if (name.equals("entry") || name.equals("parameter")) {
      atMost(limits.entries(), value.size(), spot.field(name));
    }
    for (int index = 0; index < value.size(); index++) {
      value(child, type, value.get(index), spot.entry(name, index));
    }
  }

  private void value(
      BaseRuntimeChildDefinition child,
      @Nullable BaseRuntimeElementDefinition<?> type,
      JsonNode value,
      Spot spot) {
    if (type == null || value.has(RESOURCE_TYPE)) {
      resource(value, spot);
      return;
    }
    switch (type.getChildType()) {
      case PRIMITIVE_DATATYPE, ID_DATATYPE -> primitives.check(child, type, value, spot);
      case PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG -> primitives.text(value, spot);
      case RESOURCE, CONTAINED_RESOURCES, CONTAINED_RESOURCE_LIST -> resource(value, spot);
      case COMPOSITE_DATATYPE, RESOURCE_BLOCK, EXTENSION_DECLARED, UNDECL_EXT -> {
        if (value.isObject()) {
          element(value, type, spot);
        } else {
          wrongType(spot, "an object", value);
        }
      }
    }
  }

  private void contained(JsonNode value, Spot spot) {
    if (!value.isArray()) {
      wrongType(spot.field(CONTAINED), "a list of resources", value);
      return;
    }
    atMost(limits.contained(), value.size(), spot.field(CONTAINED));
    for (int index = 0; index < value.size(); index++) {
      resource(value.get(index), spot.entry(CONTAINED, index));
    }
  }

  private void atMost(int most, int found, Spot spot) {
    if (found > most) {
      findings.add(spot, FhirProblemCode.LIMIT, "there are " + found + " entries: at most " + most);
    }
  }

  private void extensions(String name, JsonNode value, Spot spot) {
    if (!value.isArray() || value.isEmpty()) {
      wrongType(spot.field(name), "a list with at least one entry", value);
      return;
    }
    BaseRuntimeElementDefinition<?> type = FhirModel.r4().getElementDefinition("Extension");
    for (int index = 0; index < value.size(); index++) {
      Spot each = spot.entry(name, index);
      if (type == null || !value.get(index).isObject()) {
        wrongType(each, "an object", value.get(index));
        continue;
      }
      element(value.get(index), type, each);
      if (name.equals("modifierExtension")) {
        findings.add(
            each,
            FhirProblemCode.MODIFIER_EXTENSION,
            "the extension changes what its element means, and is not understood here");
      }
    }
  }

  /** What stands beside a primitive value: an id, extensions, for a list one entry per value. */
  private void aboutPrimitive(JsonNode value, Spot spot) {
    if (value.isArray()) {
      value.forEach(each -> aboutPrimitive(each, spot));
      return;
    }
    if (value.isNull()) {
      return;
    }
    if (!value.isObject()) {
      wrongType(spot, "an object", value);
      return;
    }
    for (String name : value.propertyNames()) {
      if (name.equals("extension")) {
        extensions(name, value.get(name), spot);
      } else if (!ELEMENT_PARTS.contains(name)) {
        unknown(name, spot);
      }
    }
  }

  private void wrongType(Spot spot, String expected, JsonNode found) {
    findings.add(
        spot,
        FhirProblemCode.WRONG_TYPE,
        "expected " + expected + ", found " + PrimitiveCheck.inWords(found));
  }
}
