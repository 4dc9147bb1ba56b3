package org.preclaim.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code policies}: what there is to do with rules and tables. */
@Command(
    name = "policies",
    description = "Works on rules and tables.",
    mixinStandardHelpOptions = true)
final class PoliciesCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "expected a command: verify, coverage, diff, effect, textconv,"
            + " releases, fetch, publish, approve, activate, rollback");
  }
}
