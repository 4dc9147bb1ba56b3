package org.preclaim.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.preclaim.replay.ReplayProgress;

/**
 * A bar on a terminal with the rate of a replay and, where it is known how much there is, the time
 * left; elsewhere nothing.
 */
final class ReplayBar implements ReplayProgress, AutoCloseable {

  private static final int UPDATE_MILLIS = 200;
  private static final int COLUMNS = 100;

  private final Streams streams;
  private final String task;
  private @Nullable ProgressBar bar;

  private ReplayBar(Streams streams, String task) {
    this.streams = streams;
    this.task = task;
  }

  static ReplayBar on(Streams streams, String task) {
    return new ReplayBar(streams, task);
  }

  @Override
  public void done(long entries, long of) {
    if (!streams.colour()) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(of)
              .startsFrom(entries, Duration.ZERO)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .showSpeed()
              .setConsumer(new ConsoleProgressBarConsumer(streams.err(), COLUMNS))
              .build();
    }
    bar.stepTo(entries);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
