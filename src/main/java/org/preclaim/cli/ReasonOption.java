package org.preclaim.cli;

import picocli.CommandLine.Option;

/** Why something is done with a release. */
final class ReasonOption {

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for the record; nothing about a patient.")
  String text = "";
}
