package org.preclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.preclaim.desk.Desk;
import org.preclaim.desk.OpenRelease;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.artefact.ArtefactFolder;
import org.preclaim.journal.Journal;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The options that every command has. */
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

  @Option(names = "--verbose", description = "Show the trace of an internal fault.")
  boolean verbose;

  /** These policies, compiled. */
  CompiledRelease compile() throws IOException, ProblemsException {
    return compile(policies());
  }

  private PolicyFolder policies() throws IOException {
    requireFolder(policies);
    return PolicyFolder.open(policies);
  }

  private CompiledRelease compile(PolicyFolder folder) throws IOException, ProblemsException {
    ArtefactFolder compiled =
        new ArtefactFolder(data.resolve(COMPILED), problem -> LOG.warn("{}", problem));
    return CompiledRelease.compile(folder.release(), compiled);
  }

  /** The desk for these policies, which records nothing. */
  Desk openDesk(Clock clock) throws IOException, ProblemsException {
    return desk(compile(), clock);
  }

  /** The desk for these policies, which records what it decides. */
  Desk openDesk(Clock clock, JournalOptions options) throws IOException, ProblemsException {
    PolicyFolder folder = policies();
    CompiledRelease release = compile(folder);
    ReferenceStore reference = ReferenceStore.open(data);
    Journal journal = options.open(data, clock);
    journal.keep(folder.stored());
    return new Desk(OpenRelease.of(release), reference, data, clock, journal);
  }

  /** The desk for policies that are compiled already, which records nothing. */
  Desk desk(CompiledRelease release, Clock clock) throws ProblemsException {
    return new Desk(OpenRelease.of(release), ReferenceStore.open(data), data, clock);
  }

  static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "`" + folder + "` is no folder: expected one with rules/ and decision-tables/");
    }
  }
}
