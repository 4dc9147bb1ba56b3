package org.preclaim.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preclaim.decision.PolicyRef;

/**
 * A row or rule as it speaks to people: where it stands, and the texts its author gave it.
 *
 * @param ref where it stands
 * @param texts by name: {@code message}, {@code group}, {@code carc}, {@code rarc}, {@code
 *     remedies}
 */
record Policy(PolicyRef ref, Map<String, String> texts) {

  Policy {
    texts = Map.copyOf(texts);
  }

  /** A text, or empty. */
  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /** The items of a text that is a list, stripped. */
  List<String> items(String name, String separator) {
    return Arrays.stream(text(name).split(separator))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /**
   * This row's policy as a rule that draws on it tells it: the rule's own texts come first, and the
   * row stays the policy that is named.
   */
  Policy toldBy(Policy rule) {
    Map<String, String> merged = new HashMap<>(texts);
    rule.texts.forEach(
        (name, text) -> {
          if (!text.isEmpty()) {
            merged.put(name, text);
          }
        });
    return new Policy(ref, merged);
  }
}
