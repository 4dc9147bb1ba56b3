package org.preclaim.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.source.Progress;

/** A bar on standard error for the file that is being read. */
final class ReadingBar implements Progress, AutoCloseable {

  private static final int UPDATE_MILLIS = 200;
  private static final int COLUMNS = 100;
  private static final long MEGABYTE = 1 << 20;

  private final Streams streams;
  private final boolean shown;
  private @Nullable ProgressBar bar;
  private String file = "";

  private ReadingBar(Streams streams, boolean shown) {
    this.streams = streams;
    this.shown = shown;
  }

  /** A bar on a terminal; elsewhere nothing. */
  static ReadingBar on(Streams streams) {
    return new ReadingBar(streams, streams.colour());
  }

  /** A bar where somebody asked for it. */
  static ReadingBar where(boolean asked, Streams streams) {
    return new ReadingBar(streams, asked);
  }

  @Override
  public void read(String name, long bytes, long of) {
    if (!shown) {
      return;
    }
    if (bar == null || !file.equals(name)) {
      close();
      file = name;
      bar = open(name, of);
    }
    bar.stepTo(bytes);
  }

  private ProgressBar open(String name, long of) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(of)
        .setUnit(" MB", MEGABYTE)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setConsumer(new ConsoleProgressBarConsumer(streams.err(), COLUMNS))
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
