package org.preclaim.reference.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.source.OfficialFile;

/** The files of an article export that are needed, with the columns that each must have. */
enum ExportFile {
  ARTICLES("article.csv", "display_id", "article_eff_date", "article_end_date"),
  PROCEDURES("article_x_hcpc_code.csv", "hcpc_code_id", "hcpc_code_group"),
  DIAGNOSES("article_x_icd10_covered.csv", "icd10_code_id", "icd10_covered_group"),
  PARAGRAPHS("article_x_icd10_covered_group.csv", "icd10_covered_group", "paragraph");

  /** The columns that name a version of an article, in each of the files. */
  static final String ARTICLE = "article_id";

  static final String VERSION = "article_version";

  private final String fileName;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, but its type does not say so
  private final List<String> own;

  ExportFile(String fileName, String... own) {
    this.fileName = fileName;
    this.own = List.of(own);
  }

  String fileName() {
    return fileName;
  }

  List<String> columns() {
    return Stream.concat(Stream.of(ARTICLE, VERSION), own.stream()).toList();
  }

  /** Which of them a file is; {@code null} where it is none. */
  static @Nullable ExportFile of(OfficialFile file) {
    return Arrays.stream(values())
        .filter(each -> each.fileName.equals(file.lowerCaseName()))
        .findFirst()
        .orElse(null);
  }
}
