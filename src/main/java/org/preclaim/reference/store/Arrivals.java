package org.preclaim.reference.store;

import static org.preclaim.reference.source.ReferenceProblemCode.NOT_USED;
import static org.preclaim.reference.source.ReferenceProblemCode.NO_EFFECTIVE_DATE;
import static org.preclaim.reference.source.ReferenceProblemCode.UNRECOGNISED;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.source.ArrivedFiles;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Importer;
import org.preclaim.reference.source.Importer.Recognised;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.OfficialFile.Kind;

/** Sorts what arrived into releases, each with the importer that reads it. */
final class Arrivals {

  /** A release: what it is of, and from when it holds. Sorts the earlier release first. */
  record Key(Dataset dataset, LocalDate effective) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byDataset = dataset.compareTo(other.dataset);
      return byDataset != 0 ? byDataset : effective.compareTo(other.effective);
    }
  }

  /** The files of a release. */
  record Release(Importer importer, List<OfficialFile> files) {}

  private final ImportLog log;
  private final @Nullable LocalDate given;
  private final Map<Key, Release> releases = new TreeMap<>();

  Arrivals(@Nullable LocalDate given, ImportLog log) {
    this.given = given;
    this.log = log;
  }

  /** Sorts in what came in one file: itself, or the members of an archive. */
  void add(List<OfficialFile> files) {
    int before = count();
    List<OfficialFile> strangers = new ArrayList<>();
    for (OfficialFile file : files) {
      try {
        long problems = log.problemCount();
        if (!recognise(file) && log.problemCount() == problems) {
          strangers.add(file);
        }
      } catch (IOException unreadable) {
        ArrivedFiles.report(log, file.place(), unreadable);
      }
    }
    boolean alongside = count() > before;
    strangers.forEach(file -> leave(file, alongside));
  }

  private int count() {
    return releases.values().stream().mapToInt(release -> release.files().size()).sum();
  }

  private boolean recognise(OfficialFile file) throws IOException {
    for (Importer importer : Formats.IMPORTERS) {
      long problems = log.problemCount();
      Recognised recognised = importer.recognise(file, log);
      if (recognised != null) {
        put(importer, recognised, file);
        return true;
      }
      if (log.problemCount() > problems) {
        return false;
      }
    }
    return false;
  }

  private void put(Importer importer, Recognised recognised, OfficialFile file) {
    LocalDate effective = recognised.effective() == null ? given : recognised.effective();
    if (effective == null) {
      log.problem(
          file.place(),
          NO_EFFECTIVE_DATE,
          "neither the file nor its name says from when it holds",
          "keep the name under which it was published, or give --effective");
      return;
    }
    Key key = new Key(recognised.dataset(), effective);
    releases
        .computeIfAbsent(key, unseen -> new Release(importer, new ArrayList<>()))
        .files()
        .add(file);
  }

  private void leave(OfficialFile file, boolean alongside) {
    if (alongside) {
      log.notice(file.place(), NOT_USED, "no table is made of this file; it was left out");
    } else {
      log.problem(
          file.place(),
          UNRECOGNISED,
          "no importer knows this file, expected one of those in docs/reference-data.md");
    }
  }

  /** The releases in their order; of a table in two formats of one archive, the text is kept. */
  Map<Key, Release> releases() {
    Map<Key, Release> kept = new TreeMap<>();
    releases.forEach(
        (key, release) -> kept.put(key, new Release(release.importer(), once(release.files()))));
    return kept;
  }

  private List<OfficialFile> once(List<OfficialFile> files) {
    Map<String, OfficialFile> byStem = new TreeMap<>();
    List<OfficialFile> textFirst =
        files.stream()
            .sorted(
                Comparator.comparing((OfficialFile file) -> file.kind() == Kind.WORKBOOK)
                    .thenComparing(OfficialFile::shownAs))
            .toList();
    for (OfficialFile file : textFirst) {
      OfficialFile other = byStem.putIfAbsent(stem(file), file);
      if (other != null) {
        log.notice(
            file.place(),
            NOT_USED,
            "it is " + other.name() + " in another format; it was left out");
      }
    }
    return List.copyOf(byStem.values());
  }

  /** Where it came from, without what follows the last point of a name in an archive. */
  private static String stem(OfficialFile file) {
    String shown = file.shownAs();
    int point = shown.lastIndexOf('.');
    return shown.lastIndexOf('/') >= 0 && point > shown.lastIndexOf('/')
        ? shown.substring(0, point)
        : shown;
  }
}
