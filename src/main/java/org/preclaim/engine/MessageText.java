package org.preclaim.engine;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.Flag;
import org.preclaim.engine.language.Proposal;
import org.preclaim.engine.language.Published;

/**
 * What a policy's message can speak of.
 *
 * @param lines the lines the finding is about
 * @param codes their codes, or those that no line reports yet
 * @param others the lines they conflict with
 * @param missing documentation elements
 * @param edit the row of an official file that the finding rests on; empty for any other
 * @param suggested the code and modifiers that would be right; empty for a warning
 * @param payer the payer's word
 */
record MessageText(
    List<BilledLine> lines,
    List<String> codes,
    List<BilledLine> others,
    List<String> missing,
    String edit,
    String suggested,
    String payer) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  static MessageText of(Flag flag, String payer) {
    List<String> codes =
        flag.codes().isEmpty()
            ? flag.atRisk().stream().map(BilledLine::code).toList()
            : flag.codes();
    String edit = flag.because() instanceof Published published ? published.inWords() : "";
    return new MessageText(flag.atRisk(), codes, flag.with(), flag.missing(), edit, "", payer);
  }

  static MessageText of(Proposal proposal, String payer) {
    BilledLine line = proposal.line();
    List<BilledLine> lines = line == null ? List.of() : List.of(line);
    List<String> codes = List.of(line == null ? proposal.code() : line.code());
    String suggested =
        proposal.modifiers().isEmpty()
            ? proposal.code()
            : proposal.code() + "-" + String.join("-", proposal.modifiers());
    return new MessageText(lines, codes, List.of(), List.of(), "", suggested, payer);
  }

  /** The message; a placeholder that this finding has nothing for becomes a dash. */
  String fill(String message) {
    return PLACEHOLDER
        .matcher(message)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  private String value(String placeholder) {
    String value =
        switch (placeholder) {
          case "line" -> each(lines, MessageText::number);
          case "code" -> joined(codes);
          case "date" -> each(lines, line -> line.serviceDate().toString());
          case "units" -> each(lines, line -> line.units().stripTrailingZeros().toPlainString());
          case "modifiers" -> each(lines, line -> String.join("-", line.modifiers()));
          case "others" -> each(others, BilledLine::code);
          case "otherLines" -> each(others, MessageText::number);
          case "missing" -> joined(missing);
          case "edit" -> edit;
          case "suggested" -> suggested;
          case "payer" -> payer;
          // The lint knows no other placeholder, so this is the author's own text.
          default -> "{" + placeholder + "}";
        };
    return value.isEmpty() ? "-" : value;
  }

  private static String number(BilledLine line) {
    return Integer.toString(line.number());
  }

  private static String each(List<BilledLine> lines, Function<BilledLine, String> what) {
    return joined(lines.stream().map(what).toList());
  }

  private static String joined(List<String> items) {
    return items.stream().distinct().collect(Collectors.joining(", "));
  }
}
