package org.preclaim.reference.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;
import org.preclaim.reference.RealReferenceData;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.Importer.Job;
import org.preclaim.reference.source.Importer.Loaded;
import org.preclaim.reference.source.Importer.Recognised;

/** Runs one importer over files made of text, or over the real ones where they are at hand. */
public final class Imports {

  /**
   * What came of an import.
   *
   * @param packed absent where there was a problem
   */
  public record Outcome(@Nullable PackedTable packed, ImportLog log) {

    /** The table; fails with the problems where there is none. */
    public PackedTable table() {
      assertThat(problems()).isEmpty();
      return Objects.requireNonNull(packed);
    }

    /** All problems, one a line. */
    public String problems() {
      return lines(log.problems());
    }

    /** All notices, one a line. */
    public String notices() {
      return lines(log.notices());
    }

    private static String lines(List<Problem> problems) {
      return problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
    }
  }

  private Imports() {}

  /** A text file of this name. */
  public static OfficialFile text(String name, String content) {
    return text(name, name, content, OfficialFile.CHARSET);
  }

  /** A text file in an archive. */
  public static OfficialFile text(String name, String shownAs, String content, Charset charset) {
    byte[] bytes = content.getBytes(charset);
    return new OfficialFile(
        name, shownAs, OfficialFile.Kind.TEXT, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** Imports files that {@code importer} recognises, all of one release. */
  public static Outcome of(Importer importer, OfficialFile... files) {
    Recognised recognised = recognised(importer, files[0]);
    LocalDate effective = Objects.requireNonNull(recognised.effective(), "no effective date");
    return of(importer, effective, files);
  }

  /** The same, with the date that the user gave. */
  public static Outcome of(Importer importer, LocalDate effective, OfficialFile... files) {
    ImportLog log = new ImportLog(SourceLimits.DEFAULT);
    Recognised recognised = recognised(importer, files[0]);
    try {
      Job job = new Job(recognised.dataset(), effective, List.of(files), Loaded.NOTHING);
      return new Outcome(importer.pack(job, log), log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What {@code file} is. */
  public static Recognised recognised(Importer importer, OfficialFile file) {
    ImportLog log = new ImportLog(SourceLimits.DEFAULT);
    try {
      return Objects.requireNonNull(importer.recognise(file, log), "not recognised");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The files in a real one; skips the test where there is none at hand. */
  public static List<OfficialFile> real(String name) {
    Path path = RealReferenceData.file(name);
    ImportLog log = new ImportLog(SourceLimits.DEFAULT);
    String own = path.getFileName().toString();
    return ArrivedFiles.in(path, own, SourceLimits.DEFAULT, Progress.NONE, log);
  }
}
