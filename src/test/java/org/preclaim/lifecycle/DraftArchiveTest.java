package org.preclaim.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.fixtures.SmallPolicies;
import org.preclaim.problem.Problem;
import org.preclaim.release.StoredRelease;

class DraftArchiveTest {

  private static final int MEGABYTE = 1 << 20;

  @Test
  void archive_written_isReadAgainWithItsBase() throws Exception {
    StoredRelease release = SmallPolicies.version(1).stored("one");
    byte[] zip = written(release);

    DraftArchive read = DraftArchive.read(new ByteArrayInputStream(zip));

    assertThat(read.base()).isEqualTo(release.id());
    assertThat(read.files().lock(List.of())).isEqualTo(release.lock());
    assertThat(written(release)).isEqualTo(zip);
  }

  private static byte[] written(StoredRelease release) throws Exception {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    DraftArchive.write(release, zip);
    return zip.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../rules/a.drl",
        "rules/../../a.drl",
        "rules/../a.drl",
        "/rules/a.drl",
        "C:\\rules\\a.drl",
        "rules\\a.drl",
        "rules/deep/a.drl",
        "draft/rules/a.drl",
        "decision-tables/a.txt",
        "tables/a.xls",
        "rules/a.java",
        "a.drl",
        "rules/a\n.drl"
      })
  void entry_thatIsNoPolicyFile_isRefusedByName(String name) {
    assertThat(refused(zip(name, "text")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("LIFECYCLE-ARCHIVE");
              assertThat(problem.place().toString()).isEqualTo(name.replace('\n', '?'));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "decision-tables/a.ods,  TABLE-ENDING",
    "decision-tables/a.xlsm, TABLE-ENDING",
    "decision-tables/a.XLSX, TABLE-ENDING",
    "rules/a.DRL,            RULE-ENDING"
  })
  void entry_withAnotherEnding_isRefusedWithWhatToDo(String name, String code) {
    assertThat(refused(zip(name, "text")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.place().toString()).startsWith(name);
              assertThat(problem.help()).isNotNull();
            });
  }

  @Test
  void archive_cutBetweenTwoFiles_isRefused() {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    entries.put("rules/a.drl", new byte[0]);
    int afterTheFirst = SmallPolicies.zip(entries).length - 22 - 46 - "rules/a.drl".length();
    entries.put("rules/b.drl", new byte[0]);

    assertThat(refused(Arrays.copyOf(SmallPolicies.zip(entries), afterTheFirst)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("it is damaged"));
  }

  @Test
  void entry_withoutAName_isRefusedAsOne() {
    assertThat(refused(zip("", "text")))
        .extracting(problem -> problem.place().toString())
        .containsExactly("a file without a name");
  }

  @Test
  void entries_allThatDoNotBelong_areToldAtOnce() {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    entries.put("rules/a.drl", new byte[0]);
    entries.put("notes.txt", new byte[0]);
    entries.put("release.lock", "no lock file\nat all\n".getBytes(UTF_8));

    assertThat(refused(SmallPolicies.zip(entries)))
        .extracting(each -> each.place().toString())
        .containsExactly("notes.txt", "release.lock");
  }

  @Test
  void filesOfPrograms_beside_arePassedOver() throws Exception {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    entries.put("rules/", new byte[0]);
    entries.put("rules/a.drl", new byte[] {'x'});
    entries.put("decision-tables/.~lock.a.xlsx#", new byte[0]);
    entries.put("decision-tables/~$a.xlsx", new byte[0]);
    entries.put("__MACOSX/rules/._a.drl", new byte[0]);
    entries.put(".DS_Store", new byte[0]);

    DraftArchive read = DraftArchive.read(new ByteArrayInputStream(SmallPolicies.zip(entries)));

    assertThat(read.files().lock(List.of()).files())
        .extracting(file -> file.path())
        .containsExactly("rules/a.drl");
    assertThat(read.base()).isNull();
  }

  @Test
  void bombs_andNothing_areRefusedAtTheirLimit() {
    assertThat(refused(zip("rules/a.drl", "x".repeat(20 * MEGABYTE + 1))))
        .singleElement()
        .asString()
        .contains("rules/a.drl", "it unpacks to more than 20971520 bytes");
    TreeMap<String, byte[]> many = new TreeMap<>();
    for (int number = 0; number <= 600; number++) {
      many.put("rules/r" + number + ".drl", new byte[0]);
    }
    assertThat(refused(SmallPolicies.zip(many)).toString()).contains("more than 600 files");
    TreeMap<String, byte[]> heavy = new TreeMap<>();
    for (int number = 0; number < 8; number++) {
      heavy.put("__MACOSX/" + number, new byte[19 * MEGABYTE]);
    }
    assertThat(refused(SmallPolicies.zip(heavy)).toString()).contains("134217728");
    assertThat(refused("no zip".getBytes(UTF_8)).toString()).contains("it holds no policies");
    assertThat(refused(new byte[0]).toString()).contains("it holds no policies");
  }

  @Test
  void archive_cutOff_isRefused() throws Exception {
    byte[] whole = written(SmallPolicies.version(1).stored("one"));
    byte[] part = Arrays.copyOf(whole, whole.length / 2);

    assertThat(refused(part).toString()).contains("LIFECYCLE-ARCHIVE");
  }

  private static byte[] zip(String name, String text) {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    entries.put(name, text.getBytes(UTF_8));
    return SmallPolicies.zip(entries);
  }

  private static List<Problem> refused(byte[] zip) {
    return catchThrowableOfType(
            LifecycleRefusal.class, () -> DraftArchive.read(new ByteArrayInputStream(zip)))
        .problems();
  }
}
