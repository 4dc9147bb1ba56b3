package org.preclaim.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journal}: what there is to do with the record of decisions. */
@Command(
    name = "journal",
    description = "Reads, checks and keeps the record of decisions.",
    mixinStandardHelpOptions = true)
final class JournalCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "expected a command: find, show, verify, root, export, erase or retain");
  }
}
