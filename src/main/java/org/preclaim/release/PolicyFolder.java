package org.preclaim.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.table.VocabularyReader;
import org.preclaim.table.VocabularyReading;
import org.preclaim.table.Workbook;
import org.preclaim.table.WorkbookLint;
import org.preclaim.table.WorkbookReader;
import org.preclaim.table.WorkbookReading;

/**
 * A folder with {@code rules/} and {@code decision-tables/} in it, as a release. It is read once
 * and whole: what changes on disk afterwards is another release.
 */
public final class PolicyFolder {

  /** The folder of DRL files. */
  public static final String RULES = "rules";

  /** The folder of workbooks. */
  public static final String TABLES = "decision-tables";

  private static final long FILE_BYTES_MAX = 20L * 1024 * 1024;
  private static final int FILES_MAX = 500;

  private static final String NAME = "working folder";

  private final SortedMap<String, byte[]> found = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> unread;
  private final PolicyFiles files;
  private final ReleaseLock lock;
  private final String name;

  /** What lies in {@code folder} now. */
  private PolicyFolder(Path folder) throws IOException {
    collect(folder, RULES, ".drl");
    collect(folder, TABLES, ".xlsx");
    if (found.isEmpty() && problems.isEmpty()) {
      problems.add(
          new Problem(
              new Place.TextPosition(folder.toString(), 1, 1),
              "RELEASE-EMPTY",
              "there is no policy here",
              "expected `rules/*.drl` and `decision-tables/*.xlsx` below this folder"));
    }
    this.unread = List.copyOf(problems);
    this.files = new PolicyFiles(found);
    this.lock = files.lock(List.of());
    this.name = NAME;
  }

  /** What once lay in a folder. */
  private PolicyFolder(StoredRelease stored) {
    this.unread = List.of();
    this.files = stored.files();
    this.lock = stored.lock();
    this.name = stored.name();
  }

  /**
   * The release in {@code folder}; throws everything that is wrong with its files at once.
   *
   * @throws IOException where a file cannot be read at all
   */
  public static PolicyRelease read(Path folder) throws IOException, ProblemsException {
    return open(folder).release();
  }

  /**
   * The files in {@code folder}, read but not looked at.
   *
   * @throws IOException where a file cannot be read at all
   */
  public static PolicyFolder open(Path folder) throws IOException {
    return new PolicyFolder(folder);
  }

  /** The release that was stored: equal to the one that was read from the folder. */
  public static PolicyRelease read(StoredRelease stored) throws ProblemsException {
    return new PolicyFolder(stored).release();
  }

  /** What to store of it, so that it can be read again without the folder. */
  public StoredRelease stored() {
    return new StoredRelease(name, lock, files);
  }

  /** What of it could not be read at all, which {@link #release()} throws with the rest. */
  public List<Problem> unread() {
    return unread;
  }

  private void collect(Path folder, String below, String ending) throws IOException {
    Path home = folder.resolve(below);
    if (!Files.isDirectory(home)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> entries = Files.list(home)) {
      paths = entries.filter(file -> isPolicyFile(file, ending)).sorted().toList();
    }
    if (paths.size() > FILES_MAX) {
      problem(below, "RELEASE-TOO-LARGE", "holds " + paths.size() + " files, at most " + FILES_MAX);
      return;
    }
    for (Path file : paths) {
      String path = below + "/" + file.getFileName();
      if (Files.size(file) > FILE_BYTES_MAX) {
        problem(path, "RELEASE-TOO-LARGE", "is larger than " + FILE_BYTES_MAX + " bytes");
      } else {
        found.put(path, Files.readAllBytes(file));
      }
    }
  }

  /** Spreadsheet programs leave lock files beside an open workbook; they are no policies. */
  private static boolean isPolicyFile(Path file, String ending) {
    String name = file.getFileName().toString();
    return name.endsWith(ending) && !name.startsWith("~$") && !name.startsWith(".");
  }

  /** The release; throws everything that is wrong with its files at once. */
  public PolicyRelease release() throws ProblemsException {
    VocabularyReading words = vocabulary();
    Map<String, RuleFile> rules = rules();
    Map<String, Workbook> workbooks = workbooks();
    SortedSet<String> names = new TreeSet<>(rules.keySet());
    names.addAll(workbooks.keySet());
    unknownFamilies(words.families(), names);
    problems.addAll(new WorkbookLint(words.vocabulary()).check(List.copyOf(workbooks.values())));
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new PolicyRelease(
        new ReleaseRef(lock.id(), name),
        lock.files(),
        names.stream().map(name -> new Family(name, workbooks.get(name), rules.get(name))).toList(),
        words.vocabulary(),
        words.payers().stream().collect(Collectors.toMap(PayerProfile::payer, payer -> payer)));
  }

  /** A profile that names a family which is not there would change nothing, in silence. */
  private void unknownFamilies(Map<String, Place> named, SortedSet<String> known) {
    for (Map.Entry<String, Place> mention : new TreeMap<>(named).entrySet()) {
      String family = mention.getKey();
      if (!known.contains(family)) {
        problems.add(
            new Problem(
                mention.getValue(),
                "RELEASE-UNKNOWN-FAMILY",
                "`" + family + "` is no policy family of this folder",
                Vocabulary.nearest(known, family)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("expected one of `" + String.join("`, `", known) + "`")));
      }
    }
  }

  private VocabularyReading vocabulary() {
    String path = TABLES + "/" + VocabularyReader.FILE_NAME;
    byte[] bytes = files.bytes(path);
    if (bytes == null) {
      return new VocabularyReading(new Vocabulary(Map.of()), List.of(), Map.of(), List.of());
    }
    VocabularyReading reading = new VocabularyReader().read(path, bytes);
    problems.addAll(reading.problems());
    return reading;
  }

  private Map<String, Workbook> workbooks() {
    Map<String, Workbook> workbooks = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          if (path.startsWith(TABLES) && !path.endsWith("/" + VocabularyReader.FILE_NAME)) {
            WorkbookReading reading = new WorkbookReader().read(path, bytes);
            problems.addAll(reading.problems());
            Workbook workbook = reading.workbook();
            Workbook other = workbook == null ? null : workbooks.put(workbook.family(), workbook);
            if (other != null) {
              problem(path, "RELEASE-TWICE", "is the same family as `" + other.file() + "`");
            }
          }
        });
    return workbooks;
  }

  private Map<String, RuleFile> rules() {
    Map<String, RuleFile> rules = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          if (path.startsWith(RULES)) {
            String family = path.substring(RULES.length() + 1, path.length() - ".drl".length());
            try {
              String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
              rules.put(family, new RuleFile(path, text));
            } catch (CharacterCodingException notText) {
              problem(path, "RULE-NOT-UTF-8", "the file is not UTF-8 text");
            }
          }
        });
    return rules;
  }

  private void problem(String path, String code, String message) {
    problems.add(new Problem(new Place.TextPosition(path, 1, 1), code, message));
  }
}
