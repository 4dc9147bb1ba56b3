package org.preclaim.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.ChainCheck.Verified;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.Root;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code journal verify}: whether anything was changed, removed, reordered or cut off. */
@Command(
    name = "verify",
    description = "Proves that no entry was changed, removed, reordered or cut off.",
    footer = {
      "",
      "Reads the journal in use, a copy of its file, or an export; changes nothing.",
      "Exit code: 0 it holds, 1 the first wrong entry was named."
    },
    mixinStandardHelpOptions = true)
final class JournalVerifyCommand implements Callable<Integer> {

  @Option(
      names = "--root",
      paramLabel = "HASH@N",
      description = "A root that `journal root` gave earlier, noted elsewhere.")
  @Nullable String root;

  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  JournalVerifyCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    PrintStream out = context.streams().out();
    try {
      out.print(words(journal.read(common.data).verify(noted())));
      out.flush();
      return ExitCode.CLEAN;
    } catch (JournalFault wrong) {
      out.print(wrong.problem() + "\n");
      out.flush();
      return ExitCode.FINDINGS;
    }
  }

  private @Nullable Root noted() {
    return root == null
        ? null
        : Root.parse(root)
            .orElseThrow(
                () ->
                    new UserError(
                        "`" + root + "` is no root: expected 64 hexadecimal digits, @, a number"));
  }

  private String words(Verified verified) {
    return "the journal holds: "
        + JournalOptions.entries(verified.entries())
        + (verified.letGo() == 0 ? "" : ", " + verified.letGo() + " more let go by retention")
        + (verified.erased() == 0 ? "" : ", personal facts of " + verified.erased() + " erased")
        + (root == null ? "" : ", the noted root is in it")
        + "\nroot "
        + verified.root()
        + "\n";
  }
}
