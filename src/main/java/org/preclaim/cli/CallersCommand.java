package org.preclaim.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callers}: who may use the service with a key, and what they may do. */
@Command(
    name = "callers",
    description = "Gives systems keys to the service, and takes them away.",
    mixinStandardHelpOptions = true)
final class CallersCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected a command: add, list, rotate or revoke");
  }
}
