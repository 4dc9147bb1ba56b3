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
import org.preclaim.table.TableFault;
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
  private final List<Problem> unread = new ArrayList<>();

  /** The families whose files are there and were not read. */
  private final SortedSet<String> missing = new TreeSet<>();

  private final PolicyFiles files;
  private final ReleaseLock lock;
  private final String name;

  /** What lies in {@code folder} now. */
  private PolicyFolder(Path folder) throws IOException {
    collect(folder, RULES, ".drl");
    collect(folder, TABLES, ".xlsx");
    if (found.isEmpty() && unread.isEmpty()) {
      unread.add(
          new Problem(
              new Place.TextPosition(folder.toString(), 1, 1),
              "RELEASE-EMPTY",
              "there is no policy here",
              "expected `rules/*.drl` and `decision-tables/*.xlsx` below this folder"));
    }
    this.files = new PolicyFiles(found);
    this.lock = files.lock(List.of());
    this.name = NAME;
  }

  /** What once lay in a folder. */
  private PolicyFolder(StoredRelease stored) {
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

  /** What can be read of the release that was stored, by whichever engine it decided. */
  public static PolicyReading reading(StoredRelease stored) {
    return new PolicyFolder(stored).reading();
  }

  /** The paths of its files in alphabetical order. */
  public List<String> paths() {
    return lock.files().stream().map(LockedFile::path).toList();
  }

  /** The family that the file at {@code path} belongs to; the file's name where it is of none. */
  public static String familyOf(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.replaceFirst("(\\.drl)?\\.xlsx$|\\.drl$", "");
  }

  /** What to store of it, so that it can be read again without the folder. */
  public StoredRelease stored() {
    return new StoredRelease(name, lock, files);
  }

  /** What of it could not be read at all, which {@link #release()} throws with the rest. */
  public List<Problem> unread() {
    return List.copyOf(unread);
  }

  private void collect(Path folder, String below, String ending) throws IOException {
    Path home = folder.resolve(below);
    if (!Files.isDirectory(home)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> entries = Files.list(home)) {
      paths = entries.sorted().toList();
    }
    paths.forEach(file -> refuseOtherEnding(below + "/" + file.getFileName()));
    paths = paths.stream().filter(file -> isPolicyFile(file, ending)).toList();
    if (paths.size() > FILES_MAX) {
      String message = "holds " + paths.size() + " files, at most " + FILES_MAX;
      unread.add(problem(below, "RELEASE-TOO-LARGE", message));
      return;
    }
    for (Path file : paths) {
      String path = below + "/" + file.getFileName();
      if (Files.size(file) > FILE_BYTES_MAX) {
        String message = "is larger than " + FILE_BYTES_MAX + " bytes";
        unread.add(problem(path, "RELEASE-TOO-LARGE", message));
        missing.add(familyOf(path));
      } else {
        found.put(path, Files.readAllBytes(file));
      }
    }
  }

  private void refuseOtherEnding(String path) {
    OtherEndings.problem(path)
        .ifPresent(
            problem -> {
              unread.add(problem);
              missing.add(OtherEndings.familyOf(path));
            });
  }

  private static boolean isPolicyFile(Path file, String ending) {
    String name = file.getFileName().toString();
    return name.endsWith(ending) && !OtherEndings.isLeftBehind(name);
  }

  /** The release; throws everything that is wrong with its files at once. */
  public PolicyRelease release() throws ProblemsException {
    PolicyReading reading = reading();
    if (!reading.problems().isEmpty()) {
      throw new ProblemsException(reading.problems());
    }
    return reading.release();
  }

  /** What can be read of the files, and everything that is wrong with them. */
  public PolicyReading reading() {
    List<Problem> problems = new ArrayList<>(unread);
    VocabularyReading words = vocabulary();
    problems.addAll(words.problems());
    Map<String, RuleFile> rules = rules(problems);
    Map<String, Workbook> workbooks = workbooks(problems);
    SortedSet<String> names = new TreeSet<>(rules.keySet());
    names.addAll(workbooks.keySet());
    SortedSet<String> named = new TreeSet<>(missing);
    named.addAll(names);
    unknownFamilies(words.families(), named, problems);
    problems.addAll(
        new WorkbookLint(words.vocabulary()).check(List.copyOf(workbooks.values()), problems));
    if (missing.contains(familyOf(VocabularyReader.FILE_NAME))) {
      // Each word of each table would be unknown, and bury what has to be done.
      problems.removeIf(each -> each.code().equals(TableFault.UNKNOWN_WORD.code()));
    }
    PolicyRelease release =
        new PolicyRelease(
            new ReleaseRef(lock.id(), name),
            lock.files(),
            names.stream()
                .map(family -> new Family(family, workbooks.get(family), rules.get(family)))
                .toList(),
            words.vocabulary(),
            words.payers().stream().collect(Collectors.toMap(PayerProfile::payer, payer -> payer)));
    return new PolicyReading(release, problems);
  }

  /** A profile that names a family which is not there would change nothing, in silence. */
  private static void unknownFamilies(
      Map<String, Place> named, SortedSet<String> known, List<Problem> problems) {
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
    return new VocabularyReader().read(path, bytes);
  }

  private Map<String, Workbook> workbooks(List<Problem> problems) {
    Map<String, Workbook> workbooks = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          if (path.startsWith(TABLES) && !path.endsWith("/" + VocabularyReader.FILE_NAME)) {
            WorkbookReading reading = new WorkbookReader().read(path, bytes);
            problems.addAll(reading.problems());
            Workbook workbook = reading.workbook();
            Workbook other = workbook == null ? null : workbooks.put(workbook.family(), workbook);
            if (other != null) {
              String message = "is the same family as `" + other.file() + "`";
              problems.add(problem(path, "RELEASE-TWICE", message));
            }
          }
        });
    return workbooks;
  }

  private Map<String, RuleFile> rules(List<Problem> problems) {
    Map<String, RuleFile> rules = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          if (path.startsWith(RULES)) {
            String family = path.substring(RULES.length() + 1, path.length() - ".drl".length());
            try {
              String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
              rules.put(family, new RuleFile(path, text));
            } catch (CharacterCodingException notText) {
              problems.add(problem(path, "RULE-NOT-UTF-8", "the file is not UTF-8 text"));
            }
          }
        });
    return rules;
  }

  private static Problem problem(String path, String code, String message) {
    return new Problem(new Place.TextPosition(path, 1, 1), code, message);
  }
}
