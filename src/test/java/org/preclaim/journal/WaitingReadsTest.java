package org.preclaim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.JournalDrafts;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.journal.chain.Receipt;
import org.preclaim.journal.chain.Search;

/** Who looks something up by its key waits neither for searches nor for a commit. */
class WaitingReadsTest {

  private static final int CONNECTIONS = 4;

  private final JournalDrafts drafts = new JournalDrafts(13);
  private Path file;
  private Journal journal;

  @BeforeEach
  void record(@TempDir Path folder) {
    file = folder.resolve("journal.db");
    journal = Journal.open(file.toString(), SampleDesk.CLOCK);
    journal.keep(JournalDrafts.release());
    journal.record(drafts.next()).join();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void key_lookedUpDuringSearches_isFoundAtOnce() throws Exception {
    CountDownLatch searching = new CountDownLatch(CONNECTIONS);
    CountDownLatch end = new CountDownLatch(1);
    List<CompletableFuture<Void>> searches = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      searches.add(CompletableFuture.runAsync(() -> search(searching, end), this::onThread));
    }
    assertThat(searching.await(1, TimeUnit.MINUTES)).isTrue();

    assertThat(soon(() -> journal.findByKey("key-1"))).isEmpty();
    assertThatThrownBy(() -> journal.search(Search.oldest(1)))
        .hasMessage("JOURNAL-UNAVAILABLE all 4 connections for reading are busy: try again later");
    end.countDown();
    searches.forEach(CompletableFuture::join);
    assertThat(journal.search(Search.oldest(1))).hasSize(1);
  }

  private void search(CountDownLatch searching, CountDownLatch end) {
    journal
        .reader()
        .sequences(
            Search.oldest(1),
            number -> {
              searching.countDown();
              await(end);
            });
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void read_whileACommitWaits_isAnswered() throws Exception {
    CompletableFuture<Receipt> receipt;
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      receipt = journal.record(drafts.next());
      // The writer has tried by then, and goes on trying for ten seconds.
      TimeUnit.MILLISECONDS.sleep(500);

      assertThat(soon(() -> journal.search(Search.oldest(5)))).hasSize(1);
      assertThat(soon(() -> journal.find("none"))).isEqualTo(Optional.empty());
      assertThat(receipt).isNotDone();
      statement.execute("ROLLBACK");
    }
    assertThat(receipt.join()).isInstanceOf(Receipt.Recorded.class);
  }

  /** Before what it must not wait for is over, which the test looks at, or hangs without this. */
  private <T> T soon(Supplier<T> read) {
    return CompletableFuture.supplyAsync(read, this::onThread)
        .orTimeout(1, TimeUnit.MINUTES)
        .join();
  }

  private void onThread(Runnable task) {
    Thread thread = new Thread(task, "reader");
    thread.setDaemon(true);
    thread.start();
  }
}
