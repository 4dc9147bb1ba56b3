package org.preclaim.engine;

import java.util.List;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.Flag;
import org.preclaim.engine.language.Proposal;

/**
 * What a policy's texts can speak of.
 *
 * @param lines the lines the finding is about
 * @param codes the codes it is about where they are not those of the lines
 * @param others the lines they conflict with
 * @param missing documentation elements
 * @param suggested the code and modifiers that would be right; empty for a warning
 * @param payer the payer's word
 */
record Subject(
    List<BilledLine> lines,
    List<String> codes,
    List<BilledLine> others,
    List<String> missing,
    String suggested,
    String payer) {

  static Subject of(Flag flag, String payer) {
    return new Subject(flag.atRisk(), flag.codes(), flag.with(), flag.missing(), "", payer);
  }

  static Subject of(Proposal proposal, String payer) {
    BilledLine line = proposal.line();
    String suggested =
        proposal.modifiers().isEmpty()
            ? proposal.code()
            : proposal.code() + "-" + String.join("-", proposal.modifiers());
    return line == null
        ? new Subject(List.of(), List.of(proposal.code()), List.of(), List.of(), suggested, payer)
        : new Subject(List.of(line), List.of(), List.of(), List.of(), suggested, payer);
  }
}
