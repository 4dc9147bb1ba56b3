package org.preclaim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which form the log is written. The log begins before anything is read but this variable. */
enum LogFormat {
  /** Lines for people; where nothing is said. */
  TEXT,
  /** A JSON object on each line. */
  JSON;

  /**
   * The variable of the environment; of the same name is the property that {@code logback.xml}
   * reads.
   */
  static final String VARIABLE = "PRECLAIM_LOG_FORMAT";

  /** The format of this name, in capitals or not; empty where there is none of it. */
  static Optional<LogFormat> of(@Nullable String name) {
    return name == null || name.isBlank()
        ? Optional.of(TEXT)
        : Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Makes the log of this process one of this form; before the first logger. */
  void use() {
    System.setProperty(VARIABLE, name().toLowerCase(Locale.ROOT));
  }
}
