package org.preclaim.engine.fence;

import java.util.regex.Pattern;

/** What a class that the rule compiler wrote is for. */
enum ClassKind {
  /** One condition, field or action in its author's words. */
  RULE(".+/P[0-9A-F]{2}/Lambda(Predicate|Extractor|Consequence)[0-9A-F]{32}"),
  /** Puts conditions and actions together; may hold an author's words in its lambdas. */
  FRAME(
      ".+/Rules[0-9A-F]{32}(RuleMethods[0-9]+)?|"
          + ".+/DomainClassesMetadata[0-9A-F]{32}(\\$\\w+_Metadata)?"),
  /** Tells the engine what there is. */
  PROJECT("org/drools/project/model/ProjectModel_\\w+"),
  /** None that the compiler writes of its own accord. */
  FOREIGN(".*");

  private final Pattern name;

  ClassKind(String name) {
    this.name = Pattern.compile(name);
  }

  /** The kind of the class with this internal name. */
  static ClassKind of(String internalName) {
    for (ClassKind kind : values()) {
      if (kind.name.matcher(internalName).matches()) {
        return kind;
      }
    }
    return FOREIGN;
  }
}
