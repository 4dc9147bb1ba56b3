package org.preclaim.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code journal export}: the whole journal as lines of JSON. */
@Command(
    name = "export",
    description = "Writes the whole journal as lines of JSON, which `journal verify` reads too.",
    mixinStandardHelpOptions = true)
final class JournalExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file, which must not be there yet.")
  Path file = Path.of("");

  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws IOException {
    requireNew();
    try (WholeFile whole = WholeFile.ownerOnly(file)) {
      Writer out = new BufferedWriter(new OutputStreamWriter(whole.out(), StandardCharsets.UTF_8));
      journal.read(common.data).export(out);
      out.flush();
      requireNew();
      whole.keep();
      return ExitCode.CLEAN;
    } catch (NoSuchFileException noFolder) {
      throw new UserError("the folder of `" + file + "` does not exist");
    } catch (UncheckedIOException failed) {
      throw new IOException("`" + file + "` cannot be written", failed);
    }
  }

  private void requireNew() {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UserError("`" + file + "` exists already: expected the name of a new file");
    }
  }
}
