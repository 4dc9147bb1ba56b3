package org.preclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.preclaim.desk.Desk;
import org.preclaim.desk.OpenRelease;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.artefact.ArtefactFolder;
import org.preclaim.journal.Journal;
import org.preclaim.lifecycle.FolderRule;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The options of every command that works on policies, or on what is kept beside them. */
final class CommonOptions {

  private static final Logger LOG = LoggerFactory.getLogger(CommonOptions.class);

  /** Where compiled rules are kept, below the data folder. */
  private static final String COMPILED = "compiled";

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Folder with rules/ and decision-tables/ (default: the working folder).")
  Path policies = Path.of(".");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder for what Preclaim keeps (default: data).")
  Path data = Path.of("data");

  /** These policies, compiled. */
  CompiledRelease compile() throws IOException, ProblemsException {
    return CompiledRelease.compile(policies().release(), compiled());
  }

  /** The files of these policies. */
  PolicyFolder policies() throws IOException {
    requireFolder(policies);
    return PolicyFolder.open(policies);
  }

  /** Rules that were compiled before. */
  ArtefactFolder compiled() {
    return new ArtefactFolder(data.resolve(COMPILED), problem -> LOG.warn("{}", problem));
  }

  /** The desk for these policies, which records nothing. */
  Desk openDesk(Clock clock) throws IOException, ProblemsException {
    return new Desk(OpenRelease.of(policies(), compiled()), ReferenceStore.open(data), data, clock);
  }

  /** The desk for these policies, which are compiled already; it records nothing. */
  Desk desk(CompiledRelease release, Clock clock) throws IOException, ProblemsException {
    OpenRelease opened = OpenRelease.of(policies(), release, compiled());
    return new Desk(opened, ReferenceStore.open(data), data, clock);
  }

  /** The desk for these policies, which records what it decides. */
  Desk openDesk(Clock clock, JournalOptions options) throws IOException, ProblemsException {
    return openDesk(
        clock,
        options,
        (folder, reference, journal) -> new Desk(folder, reference, data, clock, journal));
  }

  /**
   * The desk of a service: under the release that the journal's steps put in force.
   *
   * @param rule when that is the one in the folder
   */
  Desk openDesk(Clock clock, JournalOptions options, FolderRule rule)
      throws IOException, ProblemsException {
    return openDesk(
        clock,
        options,
        (folder, reference, journal) ->
            Desk.following(
                folder,
                rule,
                reference,
                data,
                clock,
                journal,
                problem -> LOG.error("{}", problem)));
  }

  /** Makes a desk of what was opened. */
  @FunctionalInterface
  private interface Opened {
    Desk desk(OpenRelease folder, ReferenceStore reference, Journal journal)
        throws IOException, ProblemsException;
  }

  private Desk openDesk(Clock clock, JournalOptions options, Opened opened)
      throws IOException, ProblemsException {
    PolicyFolder home = policies();
    // The journal's tables are made or looked at while the policies are compiled.
    CompletableFuture<Journal> opening =
        CompletableFuture.supplyAsync(() -> options.open(data, clock));
    try {
      OpenRelease folder = OpenRelease.of(home, compiled());
      return opened.desk(folder, ReferenceStore.open(data), journal(opening));
    } catch (IOException | ProblemsException | RuntimeException refused) {
      close(opening);
      throw refused;
    }
  }

  private static void close(CompletableFuture<Journal> opening) {
    try {
      opening.join().close();
    } catch (CompletionException neverOpened) {
      // Then there is nothing to close.
    }
  }

  private static Journal journal(CompletableFuture<Journal> opening) {
    try {
      return opening.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "`" + folder + "` is no folder: expected one with rules/ and decision-tables/");
    }
  }
}
