package org.preclaim.reference.codes;

import java.util.List;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Importer.Job;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.ReferenceProblemCode;

/** A release that is one file: a second one would be mixed with the first. */
final class SingleFile {

  private SingleFile() {}

  /** The first file; every other one is a problem. */
  static OfficialFile of(Job job, ImportLog log) {
    List<OfficialFile> files = job.files();
    for (OfficialFile other : files.subList(1, files.size())) {
      log.problem(
          other.place(),
          ReferenceProblemCode.PARTS,
          "the release of "
              + job.effective()
              + " came twice, expected one file; the other is `"
              + files.get(0).shownAs()
              + "`");
    }
    return files.get(0);
  }
}
