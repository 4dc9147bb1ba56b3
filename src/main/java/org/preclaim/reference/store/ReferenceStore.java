package org.preclaim.reference.store;

import static org.preclaim.reference.source.ReferenceProblemCode.STORE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.Progress;

/**
 * The official tables below a data folder. Decisions ask {@link #data()}, which is one set of
 * tables and never changes; an import puts another set in its place. Safe for use by many threads.
 */
public final class ReferenceStore {

  /** The name of the folder below the data folder. */
  public static final String FOLDER = "reference";

  private final StoreFolder folder;
  private volatile Loaded loaded;

  /** The tables and the manifest that named them. */
  private record Loaded(Manifest manifest, LoadedTables tables) {}

  private ReferenceStore(StoreFolder folder, Loaded loaded) {
    this.folder = folder;
    this.loaded = loaded;
  }

  /**
   * The store in {@code dataFolder}; one without tables where nothing was imported yet. Tables are
   * mapped, not read.
   *
   * @throws ProblemsException with every file that is damaged or missing
   */
  public static ReferenceStore open(Path dataFolder) throws ProblemsException {
    StoreFolder folder = new StoreFolder(dataFolder.resolve(FOLDER));
    return new ReferenceStore(folder, load(folder));
  }

  private static Loaded load(StoreFolder folder) throws ProblemsException {
    List<Problem> problems = new ArrayList<>();
    List<PackedTable> opened = new ArrayList<>();
    try {
      Manifest manifest = folder.manifest();
      for (Manifest.Entry entry : manifest.entries()) {
        try {
          PackedTable table = folder.open(entry);
          Formats.open(table);
          opened.add(table);
        } catch (IOException damaged) {
          problems.add(problem(folder.file(entry.digest()), damaged));
        }
      }
      if (problems.isEmpty()) {
        return new Loaded(manifest, LoadedTables.of(opened));
      }
    } catch (IOException damaged) {
      problems.add(problem(folder.manifestFile(), damaged));
    }
    throw new ProblemsException(problems);
  }

  private static Problem problem(Path file, IOException damaged) {
    return new Problem(
        new Place.Cell(file.toString(), null, null),
        STORE.code(),
        String.valueOf(damaged.getMessage()),
        "remove the folder `" + FOLDER + "` and import the official files again");
  }

  /**
   * The tables with these digests, whether they are in force or were replaced. Every byte of them
   * is read once, so that they are what they were.
   *
   * @throws ProblemsException with every table that is missing or damaged
   */
  public ReferenceData tables(Collection<String> digests) throws ProblemsException {
    List<Problem> problems = new ArrayList<>();
    List<PackedTable> opened = new ArrayList<>();
    for (String digest : digests) {
      try {
        opened.add(folder.openIntact(digest));
      } catch (IOException damaged) {
        problems.add(
            new Problem(
                new Place.Cell(folder.file(digest).toString(), null, null),
                STORE.code(),
                String.valueOf(damaged.getMessage()),
                "put it back from a copy of the folder `" + FOLDER + "`, or import its files"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    try {
      return LoadedTables.of(opened);
    } catch (IOException damaged) {
      throw new ProblemsException(List.of(problem(folder.manifestFile(), damaged)));
    }
  }

  /** All tables as they stand. */
  public ReferenceData data() {
    return loaded.tables();
  }

  /**
   * Puts in force what another process imported since; does nothing where none did.
   *
   * @throws ProblemsException with every file that is damaged or missing: then the tables of before
   *     stay
   */
  public synchronized void refresh() throws ProblemsException {
    try {
      if (folder.manifest().equals(loaded.manifest())) {
        return;
      }
    } catch (IOException damaged) {
      throw new ProblemsException(List.of(problem(folder.manifestFile(), damaged)));
    }
    loaded = load(folder);
  }

  /**
   * Imports official files: all of them, or none.
   *
   * @param progress told while files are read
   * @throws IOException where the store cannot be written, with a message for the user
   */
  public ImportReport importFiles(ImportRequest request, Progress progress)
      throws IOException, ProblemsException {
    StoreFolder.Lock lock = folder.lock();
    try {
      folder.removeDrafts();
      LoadedTables before = load(folder).tables();
      ImportReport report = new Import(folder, before, request, progress).run();
      refresh();
      return report;
    } finally {
      lock.close();
    }
  }

  /** Reads every byte of every table, and tells which are not what was stored. */
  public List<Problem> verify() throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (Manifest.Entry entry : folder.manifest().entries()) {
      try {
        if (!folder.open(entry).isIntact()) {
          IOException changed = new IOException("its bytes are not those that were stored");
          problems.add(problem(folder.file(entry.digest()), changed));
        }
      } catch (IOException damaged) {
        problems.add(problem(folder.file(entry.digest()), damaged));
      }
    }
    return problems;
  }
}
