package org.preclaim.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/**
 * Carries out the last command of a line, with no options but its own: those before it belong to
 * the service that starts without a command, and would be read and have no effect.
 */
final class OwnOptions implements IExecutionStrategy {

  private static final IExecutionStrategy LAST = new RunLast();

  @Override
  public int execute(ParseResult parsed) throws ExecutionException, ParameterException {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    List<CommandLine> commands = parsed.asCommandLineList();
    CommandLine last = commands.get(commands.size() - 1);
    List<String> misplaced = new ArrayList<>();
    for (ParseResult each = parsed; each.hasSubcommand(); each = each.subcommand()) {
      each.matchedOptions().stream()
          .filter(option -> option.scopeType() == ScopeType.LOCAL)
          .forEach(option -> misplaced.add(place(option, last)));
    }
    if (!misplaced.isEmpty()) {
      throw new ParameterException(last, String.join("\n", misplaced));
    }
    return LAST.execute(parsed);
  }

  private static String place(OptionSpec option, CommandLine command) {
    String name = option.longestName();
    String words = command.getCommandSpec().qualifiedName().replaceFirst("^\\S+ ", "");
    return command.getCommandSpec().findOption(name) == null
        ? "expected no " + name + ": " + words + " does not take it"
        : "expected " + name + " after " + words;
  }
}
