package org.preclaim.reference.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;

/**
 * Which tables are in force, by the digests that their files are named after. As text: a first line
 * with the version, a line for each table, and a last line with a checksum of what is above it.
 *
 * @param entries sorted by dataset and first day
 */
record Manifest(List<Entry> entries) {

  /**
   * A table in force.
   *
   * @param effective ISO date of its release
   */
  record Entry(Dataset dataset, String effective, String digest) {

    static Entry of(PackedTable table) {
      return new Entry(
          table.dataset(), table.span().effective().toString(), table.vintage().digest());
    }

    boolean isSameRelease(Entry other) {
      return dataset == other.dataset && effective.equals(other.effective);
    }
  }

  static final String FILE = "manifest";

  private static final String VERSION = "preclaim reference 1";
  private static final Pattern LINE =
      Pattern.compile("([a-z0-9-]{1,40}) (\\d{4}-\\d{2}-\\d{2}) ([0-9a-f]{64})");
  private static final String CHECKSUM = "checksum ";
  private static final int BYTES_MAX = 1 << 20;

  Manifest {
    entries =
        entries.stream()
            .sorted(Comparator.comparing(Entry::dataset).thenComparing(Entry::effective))
            .toList();
  }

  /** The manifest in {@code folder}; an empty one where there is none yet. */
  static Manifest in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return new Manifest(List.of());
    }
    if (Files.size(file) > BYTES_MAX) {
      throw new CorruptTableException("it is far larger than a manifest gets");
    }
    return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
  }

  private static Manifest parse(String text) throws CorruptTableException {
    List<String> lines = text.lines().toList();
    int last = lines.size() - 1;
    if (last < 1 || !lines.get(0).equals(VERSION)) {
      throw new CorruptTableException("it does not begin with `" + VERSION + "`");
    }
    String body = String.join("\n", lines.subList(0, last)) + "\n";
    if (!lines.get(last).equals(CHECKSUM + checksum(body))) {
      throw new CorruptTableException("it does not have the checksum that it names");
    }
    List<Entry> entries = new ArrayList<>();
    for (String line : lines.subList(1, last)) {
      entries.add(entry(line));
    }
    return new Manifest(entries);
  }

  private static Entry entry(String line) throws CorruptTableException {
    Matcher match = LINE.matcher(line);
    if (match.matches()) {
      for (Dataset dataset : Dataset.values()) {
        if (dataset.word().equals(match.group(1))) {
          return new Entry(dataset, match.group(2), match.group(3));
        }
      }
    }
    throw new CorruptTableException("it has a line that names no table");
  }

  /** The text of the file. */
  String text() {
    StringBuilder body = new StringBuilder(VERSION).append('\n');
    for (Entry entry : entries) {
      body.append(entry.dataset().word()).append(' ').append(entry.effective()).append(' ');
      body.append(entry.digest()).append('\n');
    }
    return body + CHECKSUM + checksum(body.toString()) + "\n";
  }

  private static String checksum(String body) {
    CRC32C checksum = new CRC32C();
    checksum.update(body.getBytes(StandardCharsets.ISO_8859_1));
    return Long.toHexString(checksum.getValue());
  }

  /** This with {@code added} in the place of other tables of the same releases. */
  Manifest with(List<Entry> added) {
    List<Entry> all = new ArrayList<>(added);
    entries.stream()
        .filter(each -> added.stream().noneMatch(each::isSameRelease))
        .forEach(all::add);
    return new Manifest(all);
  }
}
