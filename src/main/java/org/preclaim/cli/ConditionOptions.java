package org.preclaim.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.replay.ReplayRequest;
import picocli.CommandLine.Option;

/** Conditions that recorded decisions must meet, all of them. */
final class ConditionOptions {

  @Option(names = "--from", paramLabel = "TIME", description = "Decided then or later: 2026-03-03.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Decided on that day or before.")
  @Nullable String to;

  @Option(names = "--policy", paramLabel = "ID", description = "This policy said something.")
  @Nullable String policy;

  @Option(names = "--code", paramLabel = "CODE", description = "The code was on a line.")
  @Nullable String code;

  @Option(names = "--payer", paramLabel = "NAME", description = "For this payer.")
  @Nullable String payer;

  @Option(names = "--outcome", paramLabel = "WORD", description = "With this outcome.")
  @Nullable String outcome;

  /** The request for these alone. */
  ReplayRequest request() {
    return request(null, null, null, null, null);
  }

  /** The request for these, among other things. */
  ReplayRequest request(
      @Nullable List<String> ids,
      @Nullable Integer sample,
      @Nullable Long seed,
      @Nullable String release,
      @Nullable Long upTo) {
    return new ReplayRequest(
        from, to, policy, code, payer, outcome, ids, sample, seed, release, upTo);
  }
}
