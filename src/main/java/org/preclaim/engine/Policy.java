package org.preclaim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.DenialWarning.Remittance;
import org.preclaim.decision.PolicyRef;

/**
 * A row or rule as it speaks to people: where it stands, and the texts its author gave it. Its
 * texts are read when they are first needed, since most rows of a large table never fire.
 */
final class Policy {

  private final PolicyRef ref;
  private final Map<String, String> texts;
  private final Map<Policy, Policy> toldHere = new ConcurrentHashMap<>(0);

  // Written without a lock: whoever comes second reads the same from the same texts.
  private @Nullable Texts read;

  /** Texts as findings need them. */
  private record Texts(Wording message, List<Wording> remedies, @Nullable Remittance expect) {}

  /**
   * @param ref where it stands
   * @param texts by name: {@code message}, {@code group}, {@code carc}, {@code rarc}, {@code
   *     remedies}
   */
  Policy(PolicyRef ref, Map<String, String> texts) {
    this.ref = ref;
    this.texts = Map.copyOf(texts);
  }

  PolicyRef ref() {
    return ref;
  }

  /** What it says of a finding. */
  String message(Subject subject) {
    return texts().message.about(subject);
  }

  /** What to do about a finding, the first choice first. */
  List<String> remedies(Subject subject) {
    List<Wording> remedies = texts().remedies;
    List<String> filled = new ArrayList<>(remedies.size());
    for (Wording remedy : remedies) {
      filled.add(remedy.about(subject));
    }
    return List.copyOf(filled);
  }

  /** What a remittance typically says. */
  @Nullable Remittance expect() {
    return texts().expect;
  }

  private Texts texts() {
    Texts known = read;
    if (known == null) {
      List<Wording> remedies = items("remedies", "\\|").stream().map(Wording::of).toList();
      known = new Texts(Wording.of(text("message")), remedies, remittance());
      read = known;
    }
    return known;
  }

  private @Nullable Remittance remittance() {
    String carc = text("carc");
    return carc.isEmpty() ? null : new Remittance(text("group"), carc, items("rarc", ","));
  }

  private String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /** The items of a text that is a list, stripped. */
  private List<String> items(String name, String separator) {
    return Arrays.stream(text(name).split(separator))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /**
   * A row's policy as this rule, which draws on it, tells it: the rule's own texts come first, and
   * the row stays the policy that is named.
   */
  Policy telling(Policy row) {
    return toldHere.computeIfAbsent(row, this::merged);
  }

  private Policy merged(Policy row) {
    Map<String, String> merged = new HashMap<>(row.texts);
    texts.forEach(
        (name, text) -> {
          if (!text.isEmpty()) {
            merged.put(name, text);
          }
        });
    return new Policy(row.ref, merged);
  }
}
