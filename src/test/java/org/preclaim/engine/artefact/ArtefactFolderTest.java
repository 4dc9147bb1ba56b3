package org.preclaim.engine.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.problem.Problem;

class ArtefactFolderTest {

  private static final byte[] MODULE = "a compiled module".getBytes(UTF_8);

  private final Path parent;

  private final List<Problem> reported = new ArrayList<>();
  private final ArtefactKey key = new ArtefactKey.Builder().add("rules").key("add-on-codes");

  ArtefactFolderTest(@TempDir Path parent) {
    this.parent = parent;
  }

  @Test
  void find_nothingKept_isNothingAndSaysNothing() {
    assertThat(folder().find(key)).isNull();
    assertThat(reported).isEmpty();
  }

  @Test
  void find_kept_isTheSameBytes() {
    folder().keep(key, MODULE);

    assertThat(folder().find(key)).isEqualTo(MODULE);
    assertThat(reported).isEmpty();
  }

  @Test
  void find_oneByteChanged_isRefusedRemovedAndReported() throws IOException {
    folder().keep(key, MODULE);
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length - 1] ^= 1;
    Files.write(file(), bytes);

    assertThat(folder().find(key)).isNull();
    assertThat(reported)
        .extracting(Problem::toString)
        .containsExactly(
            file().getFileName()
                + ":1:1: ARTEFACT-REFUSED the compiled rules of `add-on-codes`: is not used and"
                + " compiled again: its content does not have the digest that its first line"
                + " states");
    assertThat(file()).doesNotExist();
  }

  @Test
  void find_cutShort_isRefused() throws IOException {
    folder().keep(key, MODULE);
    Files.write(file(), new byte[] {'p', 'r'});

    assertThat(folder().find(key)).isNull();
    assertThat(reported).extracting(Problem::code).containsExactly("ARTEFACT-REFUSED");
  }

  @Test
  void find_folderOpenToEverybody_isNotUsed() throws IOException {
    Assumptions.assumeTrue(
        Files.getFileStore(parent).supportsFileAttributeView("posix"),
        "this file system has no permissions to set");
    folder().keep(key, MODULE);
    Files.setPosixFilePermissions(file().getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(folder().find(key)).isNull();
    assertThat(reported).extracting(Problem::code).containsExactly("ARTEFACT-OPEN");
  }

  @Test
  void keep_whereAFileStands_isReportedAndDoesNotFail() throws IOException {
    Files.writeString(parent.resolve("cache"), "in the way");

    folder().keep(key, MODULE);

    assertThat(reported).extracting(Problem::code).containsExactly("ARTEFACT-UNWRITABLE");
  }

  @Test
  void keep_byManyAtOnce_leavesOneWholeFile() throws Exception {
    ExecutorService starts = Executors.newFixedThreadPool(8);
    try {
      List<Callable<byte[]>> tasks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        tasks.add(
            () -> {
              folder().keep(key, MODULE);
              return folder().find(key);
            });
      }
      for (Future<byte[]> found : starts.invokeAll(tasks)) {
        assertThat(found.get()).isEqualTo(MODULE);
      }
    } finally {
      starts.shutdown();
    }
    try (Stream<Path> files = Files.list(parent.resolve("cache"))) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void key_partsDividedOtherwise_isAnotherKey() {
    ArtefactKey one = new ArtefactKey.Builder().add("ab").add("c").key("x");
    ArtefactKey other = new ArtefactKey.Builder().add("a").add("bc").key("x");

    assertThat(one).isNotEqualTo(other);
  }

  private ArtefactFolder folder() {
    return new ArtefactFolder(parent.resolve("cache"), reported::add);
  }

  private Path file() {
    return parent.resolve("cache").resolve(key.sha256() + ".artefact");
  }
}
