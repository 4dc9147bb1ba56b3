package org.preclaim.intake.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that HAPI's parser objects to. It says what, but mostly not where: the check of the
 * structure comes first, and this is the second opinion on what that let pass.
 */
final class ParserFindings implements IParserErrorHandler {

  private final List<String> found = new ArrayList<>();

  /** What was found, in words. */
  List<String> found() {
    return found;
  }

  private void add(String name, String what) {
    found.add("`" + name + "` " + what);
  }

  @Override
  public void containedResourceWithNoId(@Nullable IParseLocation location) {
    add("contained", "has a resource without an id");
  }

  @Override
  public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
    add("extension", "has both a value and extensions");
  }

  @Override
  public void incorrectJsonType(
      @Nullable IParseLocation location,
      String name,
      ValueType expected,
      @Nullable ScalarType expectedScalar,
      ValueType found,
      @Nullable ScalarType foundScalar) {
    add(name, "has another JSON type than it should");
  }

  @Override
  public void invalidValue(@Nullable IParseLocation location, String value, String error) {
    add("value", "is not of its element's type");
  }

  @Override
  public void missingRequiredElement(@Nullable IParseLocation location, String name) {
    add(name, "is required");
  }

  @Override
  public void unexpectedRepeatingElement(@Nullable IParseLocation location, String name) {
    add(name, "may stand once");
  }

  @Override
  public void unknownAttribute(@Nullable IParseLocation location, String name) {
    add(name, "is not known here");
  }

  @Override
  public void unknownElement(@Nullable IParseLocation location, String name) {
    add(name, "is not known here");
  }

  @Override
  public void unknownReference(@Nullable IParseLocation location, String reference) {
    // Told by the resolver, with its place.
  }

  @Override
  public void invalidInternalReference(IParseLocation location, String reference) {
    // Told by the resolver, with its place, where the reference is one that is read.
  }
}
