package org.preclaim.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Clients that each do one thing again and again until all are closed. */
abstract class Clients implements AutoCloseable {

  private static final int FAULTS_TOLD = 5;

  private final List<Thread> threads = new ArrayList<>();
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean over;

  /** What a client does once. */
  interface Act {
    void go() throws IOException, InterruptedException;
  }

  /** Starts a client; what {@code act} throws is a fault. */
  final void start(String name, Act act) {
    Thread thread = new Thread(() -> repeat(name, act), name);
    thread.start();
    threads.add(thread);
  }

  private void repeat(String name, Act act) {
    while (!over) {
      try {
        act.go();
      } catch (InterruptedException stop) {
        over = true;
      } catch (IOException | RuntimeException failed) {
        fault(name + ": " + failed);
      }
    }
  }

  /** Something that should not have happened. */
  final void fault(String what) {
    faults.add(what);
  }

  /** Whether they are to end. */
  final boolean isOver() {
    return over;
  }

  /** What should not have happened; the first ones. */
  final List<String> faults() {
    synchronized (faults) {
      return List.copyOf(faults.subList(0, Math.min(FAULTS_TOLD, faults.size())));
    }
  }

  @Override
  public final void close() {
    over = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
