package org.preclaim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.fuzz.FuzzTarget.Answer;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.NcciFiles;
import org.preclaim.reference.source.Progress;
import org.preclaim.reference.store.ImportReport;
import org.preclaim.reference.store.ImportRequest;
import org.preclaim.reference.store.ImportRequest.Source;
import org.preclaim.reference.store.ReferenceStore;

/** The official files, each into a store of its own, which a refused one must leave as it was. */
final class OfficialTargets {

  private static final List<String> WORDS =
      List.of(
          ",",
          "\t",
          "\"",
          "\"\"",
          "\r\n",
          "\n",
          "\r",
          "*",
          " ",
          "\u00a0",
          "\u0000",
          "\u0081",
          "1",
          "9",
          "20201301",
          "20240701",
          "99991231",
          "00000000",
          "A0001",
          "CCCCC",
          "00100",
          "100",
          "2013366",
          "<html>",
          "<p>",
          "&nbsp;",
          "Group 1",
          "Effective",
          "Deletion",
          "HDR",
          "PK",
          "=1");

  private final Path folder;

  OfficialTargets(Path folder) {
    this.folder = folder;
  }

  List<FuzzTarget> all() {
    return List.of(
        target("ncci-ptp", OfficialSamples.pairs()),
        target("ncci-mue", OfficialSamples.units()),
        target("add-on-codes", OfficialSamples.addOns()),
        target("fee-schedule", OfficialSamples.named("fee-schedule", "edits/PPRRVU24_JUL.csv")),
        target("icd10-cm", OfficialSamples.named("icd10-cm", "codes/icd10cm_order_2022.txt.gz")),
        target("age-edits", OfficialSamples.named("age-edits", "codes/mce_v43_1_icd10cm.csv.gz")),
        target("hcpcs", OfficialSamples.hcpcs()),
        target("coverage-articles", OfficialSamples.coverage()),
        target("official-workbooks", OfficialSamples.workbooks()));
  }

  private FuzzTarget target(String name, List<Sample> corpus) {
    List<String> words = Stream.of(WORDS, PolicyTargets.XML_WORDS).flatMap(List::stream).toList();
    Path own = folder.resolve(name);
    return new FuzzTarget(name, corpus, words, 150, input -> read(own, input));
  }

  private static Answer read(Path own, Sample input) throws IOException, ProblemsException {
    Path file = NcciFiles.write(own.resolve("arrived"), input.name(), input.bytes());
    Path data = own.resolve("data");
    ReferenceStore store = ReferenceStore.open(data);
    Map<String, Long> before = files(data);
    // Half of those whose names say nothing are given a date.
    @Nullable LocalDate given = input.bytes().length % 2 == 0 ? LocalDate.of(2026, 1, 1) : null;
    ImportReport report =
        store.importFiles(new ImportRequest(List.of(Source.of(file)), given, false), Progress.NONE);
    Files.delete(file);
    String notices = Contract.told(report.notices());
    if (!report.problems().isEmpty()) {
      assertThat(report.releases()).as("releases beside problems").isEmpty();
      assertThat(store.data().vintages()).as("tables after a refusal").isEmpty();
      assertThat(files(data)).as("the store's files after a refusal").isEqualTo(before);
      return new Answer(true, notices + Contract.refused(report.problems()).said());
    }
    assertThat(report.releases()).as("releases where there is no problem").isNotEmpty();
    assertThat(store.data().vintages()).hasSameSizeAs(report.releases());
    assertThat(store.verify()).isEmpty();
    assertThat(ReferenceStore.open(data).data().vintages()).isEqualTo(store.data().vintages());
    remove(data);
    return new Answer(false, notices + report.releases());
  }

  /** The files of a store with their sizes; the one that locks it holds nothing. */
  private static Map<String, Long> files(Path data) {
    if (!Files.exists(data)) {
      return Map.of();
    }
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(file -> file.toFile().isFile() && !file.endsWith("lock"))
          .collect(Collectors.toMap(Path::toString, file -> file.toFile().length()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void remove(Path data) {
    for (Path file : new TreeMap<>(files(data)).keySet().stream().map(Path::of).toList()) {
      try {
        Files.delete(file);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
