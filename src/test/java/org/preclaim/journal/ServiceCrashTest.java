package org.preclaim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.KeyedLoad;
import org.preclaim.fixtures.RecordedDecisions;
import org.preclaim.fixtures.Seed;
import org.preclaim.fixtures.ServiceProcess;

/**
 * The service is ended while clients send; what had no answer is sent again to the next one. Killed
 * once for each database; {@code -Dpreclaim.service.crashes=50} makes it fifty times.
 */
class ServiceCrashTest {

  private static final int CRASHES = Integer.getInteger("preclaim.service.crashes", 1);
  private static final int ANSWERS_MAX = 600;

  private final Random random = new Random(Seed.VALUE);
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
    assertThat(RecordedDecisions.in(journal)).as("seed %d", Seed.VALUE).isEqualTo(load.answered());
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
    assertThat(RecordedDecisions.in(journal))
        .as("seed %d", Seed.VALUE)
        .isEqualTo(load.answered())
        .isNotEmpty();
  }

  private int enough() {
    return load.answered().size() + 1 + random.nextInt(ANSWERS_MAX);
  }
}
