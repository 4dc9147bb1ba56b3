package org.preclaim.table;

import org.apache.poi.openxml4j.util.ZipSecureFile;

/** How large a workbook may be: far above what people maintain, far below what would hurt. */
final class Limits {

  static final int BYTES = 16 * 1024 * 1024;
  static final int UNPACKED_BYTES = 128 * 1024 * 1024;
  static final int ZIP_ENTRIES = 500;

  /** Small files of much white space pack better than a hundredfold and are harmless. */
  static final int RATIO_CHECKED_FROM_BYTES = 4 * 1024 * 1024;

  static final int UNPACKED_PER_PACKED_BYTE = 100;
  static final int SHEETS = 32;
  static final int ROWS = 100_000;
  static final int COLUMNS = 256;
  static final int CELL_CHARACTERS = 8_000;
  static final int MERGED_REGIONS = 1_000;
  static final int SCENARIOS = 5_000;

  private Limits() {}

  /** POI's own wall behind ours, for whatever it unpacks. */
  static void imposeOnPoi() {
    ZipSecureFile.setMinInflateRatio(1.0 / UNPACKED_PER_PACKED_BYTE);
    ZipSecureFile.setMaxEntrySize(UNPACKED_BYTES);
    ZipSecureFile.setMaxFileCount(ZIP_ENTRIES);
  }
}
