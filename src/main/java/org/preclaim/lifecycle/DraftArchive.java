package org.preclaim.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.preclaim.archive.WholeZip;
import org.preclaim.problem.Problem;
import org.preclaim.release.OtherEndings;
import org.preclaim.release.PolicyFiles;
import org.preclaim.release.ReleaseLock;
import org.preclaim.release.StoredRelease;

/**
 * The files of a release as a zip: {@code rules/*.drl}, {@code decision-tables/*.xlsx}, and {@code
 * release.lock}, which tells from which release they came. Nothing of it is written to a disk.
 *
 * @param files rules and workbooks
 * @param lock the lock file; absent where there is none
 */
public record DraftArchive(PolicyFiles files, @Nullable ReleaseLock lock) {

  /** The longest archive that is taken: all policies that ship take less than a hundredth. */
  public static final int PACKED_BYTES_MAX = 64 << 20;

  /** The name of the lock file. */
  public static final String LOCK = "release.lock";

  private static final Pattern POLICY =
      Pattern.compile(
          "rules/[^/\\\\\\p{Cntrl}]{1,150}\\.drl|decision-tables/[^/\\\\\\p{Cntrl}]{1,150}\\.xlsx");

  /** What file managers and spreadsheet programs leave beside the files; none of it is a policy. */
  private static final Pattern LEFT_BEHIND =
      Pattern.compile("(.*/)?(~\\$|\\.)[^/]*|__MACOSX/.*|rules/|decision-tables/");

  private static final int ENTRIES_MAX = 600;
  private static final int FILE_BYTES_MAX = 20 << 20;
  private static final int BYTES_MAX = 128 << 20;
  private static final int LOCK_BYTES_MAX = 1 << 20;

  /** Zip has no time zone; a time in the archive would make other bytes of the same files. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /**
   * What {@code in} holds.
   *
   * @throws LifecycleRefusal with everything in it that does not belong there
   */
  public static DraftArchive read(InputStream in) throws IOException, LifecycleRefusal {
    return new Reading().read(in);
  }

  /** The id of the release that the lock file is of; absent where there is none. */
  @Nullable String base() {
    return lock == null ? null : lock.beside(List.of()).id();
  }

  /** Whether these are the files of the release {@code id} to the byte, with its lock file. */
  public boolean isRelease(String id) {
    return lock != null && id.equals(base()) && files.lock(List.of()).files().equals(lock.files());
  }

  /** Writes the files of {@code release}; the same bytes each time. */
  static void write(StoredRelease release, OutputStream out) throws IOException {
    NavigableMap<String, byte[]> entries = new TreeMap<>();
    release.files().forEach(entries::put);
    entries.put(LOCK, release.lock().beside(List.of()).text().getBytes(UTF_8));
    try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      entries.forEach((path, bytes) -> write(zip, path, bytes));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static void write(ZipOutputStream zip, String path, byte[] bytes) {
    try {
      ZipEntry entry = new ZipEntry(path);
      entry.setTimeLocal(NO_TIME);
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Unpacks an archive of somebody else, and stops at the first limit. */
  private static final class Reading {

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable ReleaseLock lock;
    private int entries;
    private int bytes;

    DraftArchive read(InputStream in) throws IOException, LifecycleRefusal {
      try (WholeZip zip = new WholeZip(in)) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (++entries > ENTRIES_MAX) {
            problem("the archive", "it holds more than " + ENTRIES_MAX + " files");
            break;
          }
          take(entry.getName(), zip);
        }
      } catch (ZipException | EOFException damaged) {
        if (entries > 0) {
          problem("the archive", "it is damaged, cut off, or has a password");
        }
      }
      if (problems.isEmpty() && files.isEmpty()) {
        problem(
            "the archive",
            "it holds no policies: expected a zip of `rules/*.drl` and `decision-tables/*.xlsx`");
      }
      if (!problems.isEmpty()) {
        throw new LifecycleRefusal(LifecycleRefusal.Reason.UNUSABLE, problems);
      }
      return new DraftArchive(new PolicyFiles(files), lock);
    }

    private void take(String name, InputStream zip) throws IOException, LifecycleRefusal {
      boolean isLock = name.equals(LOCK);
      if (LEFT_BEHIND.matcher(name).matches()) {
        unpacked(name, zip, FILE_BYTES_MAX);
      } else if (!isLock && !POLICY.matcher(name).matches()) {
        problems.add(OtherEndings.problem(name).orElseGet(() -> notOfADraft(name)));
        unpacked(name, zip, FILE_BYTES_MAX);
      } else {
        byte[] content = unpacked(name, zip, isLock ? LOCK_BYTES_MAX : FILE_BYTES_MAX);
        if (isLock) {
          takeLock(content);
        } else if (files.put(name, content) != null) {
          problem(shown(name), "it is in the archive twice");
        }
      }
    }

    /** Also what is passed over is counted: unpacking it costs as much. */
    private byte[] unpacked(String name, InputStream zip, int most)
        throws IOException, LifecycleRefusal {
      byte[] content = zip.readNBytes(Math.min(most, BYTES_MAX - bytes) + 1);
      bytes += content.length;
      if (content.length > most || bytes > BYTES_MAX) {
        problem(
            shown(name),
            "it unpacks to more than " + most + " bytes, or the archive to more than " + BYTES_MAX);
        throw new LifecycleRefusal(LifecycleRefusal.Reason.UNUSABLE, problems);
      }
      return content;
    }

    private void takeLock(byte[] content) {
      try {
        lock = ReleaseLock.parse(new String(content, UTF_8));
      } catch (IllegalArgumentException notOne) {
        problem(LOCK, "it is no lock file: leave it as it was downloaded, or leave it out");
      }
    }

    private static String shown(String name) {
      if (name.isBlank()) {
        return "a file without a name";
      }
      String printable = name.replaceAll("\\p{Cntrl}", "?");
      return printable.length() > 200 ? printable.substring(0, 200) + "…" : printable;
    }

    private static Problem notOfADraft(String name) {
      return LifecycleProblemCode.ARCHIVE.problem(
          shown(name),
          "it does not belong there: expected `rules/*.drl`, `decision-tables/*.xlsx` and"
              + " `release.lock`, without a folder around them");
    }

    private void problem(String subject, String message) {
      problems.add(LifecycleProblemCode.ARCHIVE.problem(subject, message));
    }
  }
}
