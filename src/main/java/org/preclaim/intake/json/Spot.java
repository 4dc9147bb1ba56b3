package org.preclaim.intake.json;

import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Quoted;

/**
 * Where a value stands in its document. Pointers are only spelled out for problems, so that reading
 * a good document builds none.
 *
 * @param parent the object or list around it; absent for the document's root
 * @param step the name in the object, or the index in the list
 * @param order how many values stand before it
 */
record Spot(@Nullable Spot parent, String step, int order) {

  static final Spot ROOT = new Spot(null, "", 0);

  /** Where a field of the value here stands that is not there itself. */
  Spot field(String name) {
    return new Spot(this, name, order);
  }

  /** RFC 6901, with names cut and shown as in messages: the sender made them up. */
  String pointer() {
    if (parent == null) {
      return "";
    }
    return parent.pointer() + "/" + Quoted.name(step).replace("~", "~0").replace("/", "~1");
  }
}
