package org.preclaim.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientKeyTest {

  @TempDir Path folder = Path.of("");

  @Test
  void key_firstUse_isMadeForItsOwnerAlone() throws IOException {
    Path data = folder.resolve("new/data");

    byte[] key = PatientKey.in(data);

    assertThat(key).hasSize(32);
    assertThat(PatientKey.in(data)).isEqualTo(key);
    assertThat(PatientKey.in(folder)).isNotEqualTo(key);
    assertThat(data).isDirectoryContaining("glob:**/patient.key");
    assumeThat(isPosix()).as("file system with permissions").isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(data))))
        .isEqualTo("rw-------");
  }

  @Test
  void key_openToOthers_isRefused() throws IOException {
    assumeThat(isPosix()).as("file system with permissions").isTrue();
    PatientKey.in(folder);
    Files.setPosixFilePermissions(file(folder), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> PatientKey.in(folder))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("can be read by others: take their permissions away with chmod 600");
  }

  @Test
  void key_thatIsNone_isRefusedWithoutQuotingIt() throws IOException {
    PatientKey.in(folder);
    Files.writeString(file(folder), "abc");

    assertThatThrownBy(() -> PatientKey.in(folder))
        .hasMessage("`" + file(folder) + "` is no patient key: expected 64 hexadecimal digits");
  }

  private static Path file(Path data) {
    return data.resolve(PatientKey.FILE);
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
