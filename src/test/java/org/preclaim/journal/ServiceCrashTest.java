package org.preclaim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.KeyedLoad;
import org.preclaim.fixtures.ServiceProcess;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Search.Order;
import org.preclaim.journal.chain.StoredEntry;

/**
 * The service is ended while clients send; what had no answer is sent again to the next one. Killed
 * once for each database; {@code -Dpreclaim.service.crashes=50} makes it fifty times.
 */
class ServiceCrashTest {

  private static final int CRASHES = Integer.getInteger("preclaim.service.crashes", 1);
  private static final int ANSWERS_MAX = 600;
  private static final int PAGE = 5_000;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final KeyedLoad load = new KeyedLoad();

  @ParameterizedTest
  @EnumSource(Databases.class)
  void service_killedUnderLoad_hasWhatItAnsweredOnce(Databases kind, @TempDir Path data)
      throws Exception {
    String journal = kind.fresh();
    for (int crash = 0; crash < CRASHES; crash++) {
      try (ServiceProcess service = ServiceProcess.start(data, journal)) {
        load.sendUntilGone(service, enough(), service::kill);
      }
      JournalCopy.at(journal).verify(null);
    }
    try (ServiceProcess service = ServiceProcess.start(data, journal)) {
      load.sendUnanswered(service);
    }

    assertThat(load.answered()).hasSize(load.sent()).hasSizeGreaterThan(CRASHES);
    assertThat(recorded(journal)).as("seed %d", seed).isEqualTo(load.answered());
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void service_toldToStopUnderLoad_answersWhatItRecorded(Databases kind, @TempDir Path data)
      throws Exception {
    String journal = kind.fresh();
    try (ServiceProcess service = ServiceProcess.start(data, journal)) {
      load.sendUntilGone(service, enough(), service::terminate);
      service.awaitEnd();
    }

    JournalCopy.at(journal).verify(null);
    assertThat(recorded(journal)).as("seed %d", seed).isEqualTo(load.answered()).isNotEmpty();
  }

  private int enough() {
    return load.answered().size() + 1 + random.nextInt(ANSWERS_MAX);
  }

  /** The decision's id by the encounter's, which is the key; fails where one is there twice. */
  private static Map<String, String> recorded(String journal) {
    Map<String, String> recorded = new HashMap<>();
    Set<String> ids = new HashSet<>();
    try (JournalReader reader = JournalReader.open(journal)) {
      Search search = new Search(null, null, null, new TreeSet<>(), Order.OLDEST_FIRST, null, PAGE);
      List<StoredEntry> page = reader.search(search);
      while (!page.isEmpty()) {
        for (StoredEntry stored : page) {
          String id = stored.entry().statement().id();
          assertThat(ids.add(id)).as(id).isTrue();
          assertThat(recorded.put(stored.encounterId(), id)).as(stored.encounterId()).isNull();
        }
        page = reader.search(search.beyond(page.get(page.size() - 1).entry().sequence()));
      }
    }
    return recorded;
  }
}
