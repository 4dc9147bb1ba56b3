package org.preclaim.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.source.Progress;
import org.preclaim.reference.store.ImportReport;
import org.preclaim.reference.store.ImportRequest;
import org.preclaim.reference.store.ReferenceStore;

/** The raw files as the product has them: imported, packed and opened again. */
final class ImportedFiles {

  private ImportedFiles() {}

  /** Imports the files into an empty folder. */
  static ReferenceData in(Path data, List<Path> files) throws IOException, ProblemsException {
    List<ImportRequest.Source> sources = files.stream().map(ImportRequest.Source::of).toList();
    ImportReport report =
        ReferenceStore.open(data)
            .importFiles(new ImportRequest(sources, null, false), Progress.NONE);
    assertThat(report.problems()).isEmpty();
    return ReferenceStore.open(data).data();
  }
}
