package org.preclaim.engine.language;

/**
 * Something a rule or a row says by inserting it. Findings become part of the answer; the others
 * are matched by the rules of the same family. What official files say stands beside them before
 * any rule fires.
 */
public sealed interface Statement
    permits Finding, CodeSelected, PrimaryRequired, Published, SidedCode {

  /** What is said, in a few words for the trace. */
  String inWords();
}
