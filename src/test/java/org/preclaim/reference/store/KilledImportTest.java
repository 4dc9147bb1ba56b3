package org.preclaim.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.encounter.Setting;
import org.preclaim.fixtures.Seed;
import org.preclaim.reference.NcciFiles;
import org.preclaim.reference.ReferenceData;

/** An import that dies leaves the set from before it or the set from after it. */
class KilledImportTest {

  private static final LocalDate DAY = LocalDate.of(2025, 10, 1);
  private static final int KILLS = 20;
  private static final int ROWS = 400;

  private final Path data;

  KilledImportTest(@TempDir Path data) {
    this.data = data;
  }

  /** Both tables of a set say which set they are of. */
  private Path mue(String setting, int set) {
    String[] rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> "A" + (1000 + i) + " " + set + " 2")
            .toArray(String[]::new);
    String name = "MCR_MUE_" + setting.replace(" ", "") + "Services_Eff_10-01-2025.csv";
    return NcciFiles.write(data.resolve("set-" + set), name, NcciFiles.mue(setting, rows));
  }

  @Test
  void store_afterKillsAtRandomMoments_holdsOneSetOrTheOther() throws Exception {
    Random random = new Random(Seed.VALUE);
    Path[] files = {
      mue("Practitioner", 1), mue("Practitioner", 2), mue("DME Supplier", 1), mue("DME Supplier", 2)
    };
    StoreFixture.load(data, files[0], files[2]);
    int changes = 0;
    int before = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      killAfter(1 + random.nextInt(4), random.nextInt(40), files);
      ReferenceStore store = ReferenceStore.open(data);
      int set = units(store.data(), Setting.PRACTITIONER);
      assertThat(units(store.data(), Setting.DME_SUPPLIER))
          .as("seed %d", Seed.VALUE)
          .isEqualTo(set);
      assertThat(store.verify()).as("seed %d", Seed.VALUE).isEmpty();
      changes += set == before ? 0 : 1;
      before = set;
    }
    assertThat(changes).as("seed %d", Seed.VALUE).isPositive();
    System.out.println("seed " + Seed.VALUE + ": the set had changed after " + changes + " kills");
    assertThat(StoreFixture.load(data, files[1], files[3]).problems()).isEmpty();
  }

  private static int units(ReferenceData loaded, Setting setting) {
    var table = Objects.requireNonNull(loaded.mue(setting, DAY));
    return Objects.requireNonNull(table.find("A1007")).units();
  }

  private void killAfter(int lines, int millis, Path... files)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledImport.class.getName(),
                data.toString(),
                files[0].toString(),
                files[1].toString(),
                files[2].toString(),
                files[3].toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader()) {
      for (int line = 0; line < lines; line++) {
        assertThat(said.readLine()).isIn("begun", "done");
      }
      process.waitFor(millis, TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
