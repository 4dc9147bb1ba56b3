package org.preclaim.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reference}: what there is to do with the official files. */
@Command(
    name = "reference",
    description = "Works on the official edit files.",
    mixinStandardHelpOptions = true)
final class ReferenceCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command: import or list");
  }
}
