package org.preclaim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    try (Writer out =
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
      journal.read(common.data).export(out);
      return ExitCode.CLEAN;
    } catch (FileAlreadyExistsException exists) {
      throw new UserError("`" + file + "` exists already: expected the name of a new file");
    } catch (UncheckedIOException failed) {
      throw new IOException("`" + file + "` cannot be written", failed);
    }
  }
}
