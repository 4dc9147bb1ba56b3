package org.preclaim.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.preclaim.cli.Bench.Share;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was measured, as text or JSON. */
final class BenchAnswer {

  private static final JsonMapper JSON = JsonMapper.shared();

  private BenchAnswer() {}

  /** A table of the measurements, then the families by what they take. */
  static String text(Bench bench, int refused, boolean cut) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%,d encounters, %.1f lines and %.1f findings each%s%s",
        bench.encounters().size(),
        bench.linesEach(),
        bench.findingsEach(),
        refused == 0 ? "" : String.format(Locale.ROOT, "; %,d were refused", refused),
        cut ? "; the file holds more" : "");
    line(text, "%,d policies, release %s", bench.release().policies(), bench.release().ref().id());
    line(text, "Java %s, %s", Runtime.version(), processors(bench.allThreads().threads()));
    line(text, "");
    line(text, "%-26s %12s %10s %10s %12s", "", "encounters/s", "p50 µs", "p99 µs", "bytes each");
    row(text, "one thread", bench.oneThread());
    row(text, bench.allThreads().threads() + " threads", bench.allThreads());
    line(text, "");
    line(text, "%-26s %12s %10s", "one thread, by family", "µs each", "share");
    families(text, bench);
    return text.toString();
  }

  private static void row(StringBuilder text, String what, Throughput measured) {
    long bytes = measured.allocatedBytesEach();
    line(
        text,
        "%-26s %,12.0f %,10.1f %,10.1f %12s",
        what,
        measured.perSecond(),
        measured.micros(50),
        measured.micros(99),
        bytes < 0 ? "unknown" : String.format(Locale.ROOT, "%,d", bytes));
  }

  private static void families(StringBuilder text, Bench bench) {
    List<Share> costliest =
        bench.families().stream()
            .sorted(Comparator.comparingDouble(share -> -bench.microsOf(share)))
            .toList();
    for (Share share : costliest) {
      share(text, bench, share.family(), bench.microsOf(share));
    }
    share(text, bench, "(facts and answer)", bench.base().microsEach());
  }

  private static void share(StringBuilder text, Bench bench, String what, double micros) {
    line(text, "%-26s %,12.1f %8.0f %%", what, micros, 100 * bench.shareOf(micros));
  }

  private static String processors(int count) {
    return count == 1 ? "1 processor" : count + " processors";
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  /** The same on one line. */
  static String json(Bench bench, int refused, boolean cut) {
    ObjectNode root = JSON.createObjectNode();
    root.put("release", bench.release().ref().id());
    root.put("policies", bench.release().policies());
    root.put("java", Runtime.version().toString());
    root.put("processors", bench.allThreads().threads());
    root.put("encounters", bench.encounters().size());
    root.put("refused", refused);
    root.put("truncated", cut);
    root.put("linesEach", rounded(bench.linesEach()));
    root.put("findingsEach", rounded(bench.findingsEach()));
    add(root.putObject("oneThread"), bench.oneThread());
    add(root.putObject("allProcessors"), bench.allThreads());
    root.put("factsAndAnswerMicros", rounded(bench.base().microsEach()));
    ArrayNode families = root.putArray("families");
    for (Share share : bench.families()) {
      double micros = bench.microsOf(share);
      families
          .addObject()
          .put("family", share.family())
          .put("micros", rounded(micros))
          .put("share", rounded(bench.shareOf(micros)));
    }
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void add(ObjectNode node, Throughput measured) {
    node.put("threads", measured.threads());
    node.put("perSecond", rounded(measured.perSecond()));
    node.put("p50Micros", rounded(measured.micros(50)));
    node.put("p99Micros", rounded(measured.micros(99)));
    if (measured.allocatedBytesEach() >= 0) {
      node.put("allocatedBytes", measured.allocatedBytesEach());
    }
  }

  /** More digits than three after the point would promise what no clock keeps. */
  private static double rounded(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
