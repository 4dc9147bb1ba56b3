package org.preclaim.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that a release is made of, by digest. Its text is the same on every machine, and the
 * digest of the text is the release id:
 *
 * <pre>
 * preclaim-engine 1, drools 10.2.0
 * reference  ncci-mue-practitioner  2026-07-01  (sha-256)
 * (sha-256)  decision-tables/modifiers.xlsx
 * (sha-256)  rules/modifiers.drl
 * </pre>
 *
 * @param engine what turns the files into decisions
 * @param reference the reference tables, by dataset and day; possibly none
 * @param files rules and workbooks, by path
 */
public record ReleaseLock(String engine, List<PinnedReference> reference, List<LockedFile> files) {

  private static final String GAP = "  ";
  private static final String REFERENCE = "reference";
  private static final int REFERENCE_FIELDS = 4;
  private static final int FILE_FIELDS = 2;

  /** Copies the lists and sorts them. */
  public ReleaseLock {
    reference =
        reference.stream()
            .sorted(
                Comparator.comparing(PinnedReference::dataset)
                    .thenComparing(PinnedReference::effective))
            .toList();
    files = files.stream().sorted(Comparator.comparing(LockedFile::path)).toList();
  }

  /** The same files and engine, decided with these reference tables. */
  public ReleaseLock beside(List<PinnedReference> tables) {
    return new ReleaseLock(engine, tables, files);
  }

  /** The lock file that {@code text} is. */
  public static ReleaseLock parse(String text) {
    List<String> lines = text.lines().toList();
    List<PinnedReference> reference = new ArrayList<>();
    List<LockedFile> files = new ArrayList<>();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      if (line.startsWith(REFERENCE + GAP)) {
        String[] fields = fields(line, REFERENCE_FIELDS);
        reference.add(new PinnedReference(fields[1], fields[2], fields[3]));
      } else {
        String[] fields = fields(line, FILE_FIELDS);
        files.add(new LockedFile(fields[1], fields[0]));
      }
    }
    ReleaseLock lock = new ReleaseLock(lines.isEmpty() ? "" : lines.get(0), reference, files);
    if (!lock.text().equals(text)) {
      throw new IllegalArgumentException("this is not the text of a lock file");
    }
    return lock;
  }

  private static String[] fields(String line, int expected) {
    String[] fields = line.split(GAP, expected);
    if (fields.length != expected) {
      throw new IllegalArgumentException("expected " + expected + " fields: `" + line + "`");
    }
    return fields;
  }

  /** The lock file's text: a line for each thing, each with a line feed. */
  public String text() {
    StringBuilder text = new StringBuilder(engine).append('\n');
    for (PinnedReference table : reference) {
      line(text, REFERENCE, table.dataset(), table.effective(), table.sha256());
    }
    files.forEach(file -> line(text, file.sha256(), file.path()));
    return text.toString();
  }

  private static void line(StringBuilder text, String... fields) {
    text.append(String.join(GAP, fields)).append('\n');
  }

  /** The release id: {@code sha256:} and the digest of the text. */
  public String id() {
    return "sha256:" + ReleaseDigest.of(text().getBytes(UTF_8));
  }
}
