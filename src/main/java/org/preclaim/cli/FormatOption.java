package org.preclaim.cli;

import picocli.CommandLine.Option;

/** In which form a command answers. */
final class FormatOption {

  @Option(
      names = "--format",
      defaultValue = "text",
      converter = AnswerFormat.Converter.class,
      description = "text or json (default: text).")
  AnswerFormat chosen = AnswerFormat.TEXT;
}
