package org.preclaim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.Seed;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Search.Order;
import org.preclaim.journal.chain.StoredEntry;

/**
 * The process is killed under load, again and again on the same journal. Twice for each database;
 * {@code -Dpreclaim.crashes=50} makes it fifty times.
 */
class CrashTest {

  private static final int CRASHES = Integer.getInteger("preclaim.crashes", 2);
  private static final int ANSWERS_MAX = 1_500;
  private static final int PAGE = 5_000;

  private final Random random = new Random(Seed.VALUE);

  @ParameterizedTest
  @EnumSource(Databases.class)
  void process_killedUnderLoad_losesNoAnsweredDecision(Databases kind) throws Exception {
    String address = kind.fresh();
    Set<String> answered = new TreeSet<>();
    for (int crash = 0; crash < CRASHES; crash++) {
      answered.addAll(answeredUntilKilled(address, "run" + crash));

      JournalCopy.at(address).verify(null);
    }
    List<String> recorded = recorded(address);
    assertThat(new HashSet<>(recorded)).as("seed %d", Seed.VALUE).hasSameSizeAs(recorded);
    assertThat(recorded).as("seed %d", Seed.VALUE).containsAll(answered);
    assertThat(answered).hasSizeGreaterThan(CRASHES);
  }

  /** The ids that were printed before the process was killed, after a random number of them. */
  private List<String> answeredUntilKilled(String address, String run) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                JournalLoad.class.getName(),
                address,
                run)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int enough = 1 + random.nextInt(ANSWERS_MAX);
    List<String> answered = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      while (line != null) {
        answered.add(line);
        if (answered.size() == enough) {
          // Through the handle: what was printed before can still be read.
          process.toHandle().destroyForcibly();
        }
        line = out.readLine();
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(enough);
    // The kill may have cut the last line in two.
    return answered.subList(0, Math.max(enough, answered.size() - 1));
  }

  private static List<String> recorded(String address) {
    List<String> ids = new ArrayList<>();
    try (Journal journal = Journal.open(address, SampleDesk.CLOCK)) {
      Search search = new Search(null, null, null, new TreeSet<>(), Order.OLDEST_FIRST, null, PAGE);
      List<StoredEntry> page = journal.search(search);
      while (!page.isEmpty()) {
        page.forEach(stored -> ids.add(stored.entry().statement().id()));
        page = journal.search(search.beyond(page.get(page.size() - 1).entry().sequence()));
      }
    }
    return ids;
  }
}
