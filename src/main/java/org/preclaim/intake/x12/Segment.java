package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place.X12Position;
import org.preclaim.problem.Problem;
import org.preclaim.problem.Quoted;

/**
 * A segment taken apart. An absent element or component is the empty text.
 *
 * @param tag its identifier, for instance {@code CLM}
 * @param elements each as its components; the first stands for element 01
 * @param repeatedElement the number of an element that was sent more than once, or 0
 * @param interchange the ISA13 of its interchange
 * @param number from 1, counted over the whole input
 * @param byteOffset of its first byte
 * @param loop the loop of the guide that it stands in; absent before it was placed, and outside
 *     loops
 */
record Segment(
    String tag,
    List<List<String>> elements,
    int repeatedElement,
    String interchange,
    long number,
    long byteOffset,
    @Nullable String loop) {

  Segment {
    elements = elements.stream().map(List::copyOf).toList();
  }

  /** The first component of an element, counted from 1. */
  String text(int element) {
    return component(element, 1);
  }

  /** A component of an element, both counted from 1. */
  String component(int element, int component) {
    List<String> components = components(element);
    return component <= components.size() ? components.get(component - 1) : "";
  }

  /** The components of an element. */
  List<String> components(int element) {
    return element <= elements.size() ? elements.get(element - 1) : List.of();
  }

  /** Where the segment stands. */
  X12Position position() {
    return position(null);
  }

  /** Where an element of it stands; {@code element} is for instance {@code 05-1}. */
  X12Position position(@Nullable String element) {
    return new X12Position(interchange, number, tag, element, byteOffset, loop);
  }

  /** A problem of the segment as a whole. */
  Problem problem(X12Code code, String words, Object... named) {
    return new Problem(position(), code.code(), message(words, named));
  }

  /** A problem of one element. */
  Problem problem(X12Code code, int element, String words, Object... named) {
    String place = String.format(Locale.ROOT, "%02d", element);
    return new Problem(position(place), code.code(), message(words, named));
  }

  /** A problem of one component. */
  Problem problem(X12Code code, int element, int component, String words, Object... named) {
    String place = String.format(Locale.ROOT, "%02d-%d", element, component);
    return new Problem(position(place), code.code(), message(words, named));
  }

  /** What a message names comes from the sender and is cut where it is long. */
  private static String message(String words, Object... named) {
    Object[] shown =
        Arrays.stream(named)
            .map(each -> each instanceof String text ? Quoted.name(text) : each)
            .toArray();
    return String.format(Locale.ROOT, words, shown);
  }

  /** The segment, placed in a loop of the guide. */
  Segment in(Loop placed) {
    return new Segment(
        tag, elements, repeatedElement, interchange, number, byteOffset, placed.id());
  }

  /** The segment with undivided elements divided at {@code separator}. */
  Segment divided(char separator) {
    List<List<String>> divided = new ArrayList<>();
    for (List<String> element : elements) {
      divided.add(element.size() == 1 ? parts(element.get(0), separator) : element);
    }
    return new Segment(tag, divided, repeatedElement, interchange, number, byteOffset, loop);
  }

  private static List<String> parts(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** The tag alone: elements may name the patient and must not reach a log. */
  @Override
  public String toString() {
    return position().toString();
  }
}
