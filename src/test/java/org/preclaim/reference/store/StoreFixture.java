package org.preclaim.reference.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.source.Progress;

/** Imports in one line. */
final class StoreFixture {

  private StoreFixture() {}

  static ImportReport load(Path data, Path... files) throws IOException, ProblemsException {
    return load(ReferenceStore.open(data), files);
  }

  static ImportReport load(ReferenceStore store, Path... files)
      throws IOException, ProblemsException {
    List<ImportRequest.Source> sources = Stream.of(files).map(ImportRequest.Source::of).toList();
    return store.importFiles(new ImportRequest(sources, null, false), Progress.NONE);
  }

  /** Everything that a report says, in words. */
  static String text(ImportReport report) {
    return Stream.of(
            report.releases().stream()
                .map(
                    release ->
                        release.change().word()
                            + " "
                            + release.vintage().dataset().word()
                            + " "
                            + release.vintage().effective()
                            + ", "
                            + release.vintage().rows()
                            + " rows"),
            report.notices().stream().map(notice -> "notice: " + notice),
            report.problems().stream().map(Object::toString))
        .flatMap(lines -> lines)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
