package org.preclaim.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeZipTest {

  private static final List<String> NAMES = List.of("a.txt", "b.txt", "c.txt");

  @ParameterizedTest
  @ValueSource(strings = {"", "a comment that mentions PK\005\006 without being one"})
  void zip_whole_isReadToItsEnd(String comment) throws IOException {
    assertThat(names(zip(NAMES, comment))).isEqualTo(NAMES);
  }

  @Test
  void zip_withoutFiles_isWhole() throws IOException {
    assertThat(names(zip(List.of(), ""))).isEmpty();
  }

  @Test
  void zip_withMoreFilesThanTheCountHolds_isWhole() throws IOException {
    List<String> names = new ArrayList<>();
    for (int file = 0; file < 66_000; file++) {
      names.add("f" + file);
    }

    assertThat(names(zip(names, ""))).hasSize(66_000);
  }

  @Test
  void zip_cutAnywhere_isNoticed() {
    byte[] zip = zip(NAMES, "");

    for (int length = 0; length < zip.length; length++) {
      byte[] cut = Arrays.copyOf(zip, length);
      assertThatThrownBy(() -> names(cut)).as("cut after %s bytes", length).isNotNull();
    }
  }

  /** What it is for: the JDK's own class takes the first for a zip of one file. */
  @Test
  void zip_cutBetweenTwoFiles_passesForASmallerOneWithoutUs() throws IOException {
    byte[] first = zip(NAMES.subList(0, 1), "");
    byte[] cut = Arrays.copyOf(first, first.length - 22 - 46 - NAMES.get(0).length());

    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(cut))) {
      assertThat(zip.getNextEntry()).isNotNull();
      assertThat(zip.getNextEntry()).isNull();
    }
    assertThatThrownBy(() -> names(cut)).hasMessageContaining("cut off");
  }

  @Test
  void zip_whoseDirectoryListsOtherFiles_isRefused() {
    byte[] one = zip(NAMES.subList(0, 1), "");
    byte[] two = zip(NAMES.subList(0, 2), "");
    byte[] files = Arrays.copyOf(two, two.length - 22 - 2 * (46 + NAMES.get(0).length()));
    byte[] directory = Arrays.copyOfRange(one, one.length - 22 - 46 - 5, one.length);

    assertThatThrownBy(
            () ->
                drain(
                    new WholeZip(
                        new SequenceInputStream(
                            new ByteArrayInputStream(files), new ByteArrayInputStream(directory)))))
        .hasMessageContaining("lists other files");
  }

  @Test
  void zip_withANameThatIsNoText_isRefused() {
    byte[] zip = zip(List.of("\u00e9.txt"), "");
    zip[30] = (byte) 0xff;

    assertThatThrownBy(() -> names(zip)).isInstanceOf(ZipException.class);
  }

  /** Longer than what is remembered of it. */
  @Test
  void zip_ofMegabytes_isReadToItsEnd() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(1).nextBytes(noise);

    assertThat(names(zip(NAMES, "", noise))).isEqualTo(NAMES);
    byte[] zip = zip(NAMES, "", noise);
    assertThatThrownBy(() -> names(Arrays.copyOf(zip, zip.length - 1)))
        .hasMessageContaining("cut off");
  }

  private static List<String> names(byte[] zip) throws IOException {
    return drain(new WholeZip(new ByteArrayInputStream(zip)));
  }

  private static List<String> drain(WholeZip zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (zip) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static byte[] zip(List<String> names, String comment) {
    return zip(names, comment, new byte[] {1, 2, 3});
  }

  private static byte[] zip(List<String> names, String comment, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment(comment);
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
    return bytes.toByteArray();
  }
}
