package org.preclaim.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.replay.ReplayRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which decisions of the journal are made again. */
final class ReplayOptions {

  @Mixin ConditionOptions conditions = new ConditionOptions();

  @Option(names = "--id", paramLabel = "ID", description = "This decision; may be repeated.")
  @Nullable List<String> ids;

  @Option(names = "--sample", paramLabel = "N", description = "So many of them, drawn at random.")
  @Nullable Integer sample;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the sample; the same seed draws the same entries (default: 1).")
  @Nullable Long seed;

  @Option(
      names = "--up-to",
      paramLabel = "N",
      description = "No entry after this one, as a report says it: draws its sample again.")
  @Nullable Long upTo;

  /**
   * The request that these are.
   *
   * @param release under which, where it is not that of the day
   */
  ReplayRequest request(@Nullable String release) {
    return conditions.request(ids, sample, seed, release, upTo);
  }
}
