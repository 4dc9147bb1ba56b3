package org.preclaim.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code policies releases}: the releases of a service, or the life of one. */
@Command(
    name = "releases",
    description = "Lists the releases of a service, or tells who did what with one, when and why.",
    footer = {"", "Exit code: 0 told, 2 refused."},
    mixinStandardHelpOptions = true)
final class ReleasesCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "One, or the release id of a decision; all where it is left out.")
  @Nullable String id;

  @Mixin FormatOption format = new FormatOption();
  @Mixin ServerOptions server = new ServerOptions();

  private final Context context;

  ReleasesCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintStream out = context.streams().out();
    ReleaseServer service = server.open();
    JsonNode said = id == null ? service.releases() : service.release(id);
    out.print(
        switch (format.chosen) {
          case TEXT -> id == null ? list(said) : life(said);
          case JSON -> said + "\n";
        });
    out.flush();
    return ExitCode.CLEAN;
  }

  private static String list(JsonNode all) {
    StringBuilder text = new StringBuilder(row("release", "name", "state", "since", "by"));
    for (JsonNode each : all.path("releases")) {
      text.append(
          row(
              each.path("id").asString(""),
              each.path("name").asString(""),
              each.path("state").asString(""),
              each.path("since").asString(""),
              each.path("by").asString("") + ReleaseText.scheduled(each)));
    }
    return text.toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-71s  %-20s  %-10s  %-24s  %s\n", cells);
  }

  private static String life(JsonNode release) {
    StringBuilder text = new StringBuilder(ReleaseText.headline(release));
    String base = release.path("base").asString("");
    if (!base.isEmpty()) {
      text.append("made from ").append(base).append('\n');
    }
    for (JsonNode step : release.path("steps")) {
      String from = step.path("from").asString("");
      text.append(
          String.format(
                  Locale.ROOT,
                  "%-24s  %-20s  %-11s  %s",
                  step.path("at").asString(""),
                  step.path("by").asString(""),
                  step.path("step").asString(""),
                  (from.isEmpty() ? "" : "from " + from + ": ") + step.path("reason").asString(""))
              .stripTrailing());
      text.append('\n').append(ReleaseText.note(step));
    }
    return text.toString();
  }
}
