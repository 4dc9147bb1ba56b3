package org.preclaim.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.preclaim.lifecycle.DraftArchive;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code policies publish}: a folder handed in to a service as a draft. */
@Command(
    name = "publish",
    description = "Hands a folder in to a service as a draft, which verifies it once more.",
    footer = {
      "",
      "Its release.lock, as it was downloaded, says from which release the draft was made.",
      "Exit code: 0 the draft is kept, 1 something is wrong with it, 2 it was refused."
    },
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "What people call the release, such as 2027.1.")
  String name = "";

  @Option(
      names = "--base",
      paramLabel = "ID",
      description = "From which release it was made, where the folder has no release.lock.")
  @Nullable String base;

  @Mixin ReasonOption reason = new ReasonOption();
  @Mixin FolderArgument folder = new FolderArgument();
  @Mixin ServerOptions server = new ServerOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  PublishCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException, InterruptedException {
    Path home = folder.of(common);
    if (base == null && !Files.exists(home.resolve(DraftArchive.LOCK))) {
      throw new UserError(
          "`"
              + home
              + "` has no "
              + DraftArchive.LOCK
              + ": expected it there, or --base with the release");
    }
    PrintStream out = context.streams().out();
    tell(out, server.open().draft(zip(home), name, reason.text, base));
    out.flush();
    return ExitCode.CLEAN;
  }

  private void tell(PrintStream out, JsonNode release) {
    out.print(ReleaseText.of(release));
    String id = release.path("id").asString("");
    out.print("what it will do:  policies effect " + folder.of(common) + " FILE…\n");
    out.print("somebody else:    policies approve " + id + " --reason TEXT\n");
    out.print("then, in force:   policies activate " + id + " --reason TEXT\n");
  }

  /** The files that are policies, and the lock; whatever else lies in the folder stays there. */
  private static byte[] zip(Path home) throws IOException, ProblemsException {
    PolicyFolder policies = PolicyFolder.open(home);
    if (!policies.unread().isEmpty()) {
      throw new ProblemsException(policies.unread());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      policies.stored().files().forEach((path, content) -> add(zip, path, content));
      Path lock = home.resolve(DraftArchive.LOCK);
      if (Files.exists(lock)) {
        add(zip, DraftArchive.LOCK, Files.readAllBytes(lock));
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String path, byte[] content) {
    try {
      zip.putNextEntry(new ZipEntry(path));
      zip.write(content);
      zip.closeEntry();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
