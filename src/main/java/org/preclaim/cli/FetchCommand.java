package org.preclaim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.preclaim.lifecycle.DraftArchive;
import org.preclaim.lifecycle.LifecycleRefusal;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.ReleaseLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code policies fetch}: the files of a release, from a service into a folder of their own. */
@Command(
    name = "fetch",
    description = "Fetches the files of a release from a service into a new folder.",
    footer = {
      "",
      "Its release.lock tells later from which release a draft was made: leave it as it is.",
      "Exit code: 0 the folder holds the release, 2 it was refused, and the folder is as it was."
    },
    mixinStandardHelpOptions = true)
final class FetchCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The folder, which is new or empty.")
  Path folder = Path.of("");

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "Its id, or the release id of a decision (default: the active one).")
  @Nullable String id;

  @Mixin ServerOptions server = new ServerOptions();

  private final Context context;

  FetchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException, InterruptedException {
    WholeFolder whole = WholeFolder.at(folder);
    ReleaseServer service = server.open();
    JsonNode release = service.release(id == null ? active(service) : id);
    String found = release.path("id").asString("");
    whole.write(files(service.files(found), found));
    tell(context.streams().out(), release);
    return ExitCode.CLEAN;
  }

  private static String active(ReleaseServer service) throws InterruptedException {
    String active = service.releases().path("active").asString("");
    if (active.isEmpty()) {
      throw new UserError("no release is active: expected --release with the id of one");
    }
    return active;
  }

  /** Rules, workbooks and the lock file, by their paths. */
  private static NavigableMap<String, byte[]> files(byte[] zip, String id)
      throws IOException, ProblemsException {
    DraftArchive archive = read(zip);
    ReleaseLock lock = archive.lock();
    if (lock == null || !archive.isRelease(id)) {
      throw new UserError("what came is not `" + id + "`: its release.lock says otherwise");
    }
    NavigableMap<String, byte[]> files = new TreeMap<>();
    archive.files().forEach(files::put);
    files.put(DraftArchive.LOCK, lock.text().getBytes(UTF_8));
    return files;
  }

  private static DraftArchive read(byte[] zip) throws IOException, ProblemsException {
    try {
      return DraftArchive.read(new ByteArrayInputStream(zip));
    } catch (LifecycleRefusal refused) {
      throw new ProblemsException(refused.problems());
    }
  }

  private void tell(PrintStream out, JsonNode release) {
    out.print(ReleaseText.headline(release));
    out.print("what is wrong:    policies verify " + folder + "\n");
    out.print("what it will do:  policies effect " + folder + " FILE…\n");
    out.print("hand it in:       policies publish " + folder + " --name NAME --reason TEXT\n");
    out.flush();
  }
}
