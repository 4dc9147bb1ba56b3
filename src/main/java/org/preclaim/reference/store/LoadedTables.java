package org.preclaim.reference.store;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Setting;
import org.preclaim.reference.AddOnTable;
import org.preclaim.reference.AgeEdits;
import org.preclaim.reference.CoverageArticles;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.FeeSchedule;
import org.preclaim.reference.HcpcsTable;
import org.preclaim.reference.MueTable;
import org.preclaim.reference.PtpTable;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.RemittanceCodes;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.codes.PackedAgeEdits;
import org.preclaim.reference.codes.PackedDiagnoses;
import org.preclaim.reference.pack.PackedTable;

/** One set of tables, opened. Of those that cover a day, the one of the latest release answers. */
final class LoadedTables implements ReferenceData {

  /** A table with what answers from it. */
  private record Opened(PackedTable packed, Object answers) {}

  static final LoadedTables NONE = new LoadedTables(new EnumMap<>(Dataset.class));

  private final Map<Dataset, List<Opened>> latestFirst;

  private LoadedTables(Map<Dataset, List<Opened>> latestFirst) {
    this.latestFirst = latestFirst;
  }

  static LoadedTables of(List<PackedTable> tables) throws IOException {
    Map<Dataset, List<Opened>> byDataset = new EnumMap<>(Dataset.class);
    for (PackedTable table : tables) {
      byDataset
          .computeIfAbsent(table.dataset(), unseen -> new ArrayList<>())
          .add(new Opened(table, Formats.open(table)));
    }
    Comparator<Opened> byRelease =
        Comparator.comparing(opened -> opened.packed().span().effective());
    byDataset.values().forEach(each -> each.sort(byRelease.reversed()));
    return new LoadedTables(byDataset);
  }

  private @Nullable Opened covering(Dataset dataset, LocalDate day) {
    for (Opened opened : latestFirst.getOrDefault(dataset, List.of())) {
      if (opened.packed().span().covers(day)) {
        return opened;
      }
    }
    return null;
  }

  private <T> @Nullable T find(Class<T> type, Dataset dataset, LocalDate day) {
    Opened opened = covering(dataset, day);
    return opened == null ? null : type.cast(opened.answers());
  }

  /** The release of which {@code day} is one, whatever later ones say about that day. */
  @Nullable PackedTable release(Dataset dataset, LocalDate day) {
    for (Opened opened : latestFirst.getOrDefault(dataset, List.of())) {
      if (opened.packed().span().isOfRelease(day)) {
        return opened.packed();
      }
    }
    return null;
  }

  @Override
  public List<Vintage> vintages() {
    return latestFirst.values().stream()
        .flatMap(List::stream)
        .map(opened -> opened.packed().vintage())
        .sorted(Comparator.comparing(Vintage::dataset).thenComparing(Vintage::effective))
        .toList();
  }

  @Override
  public @Nullable PtpTable ptp(Setting setting, LocalDate date) {
    return switch (setting) {
      case PRACTITIONER -> find(PtpTable.class, Dataset.PTP_PRACTITIONER, date);
      case OUTPATIENT_HOSPITAL -> find(PtpTable.class, Dataset.PTP_OUTPATIENT_HOSPITAL, date);
      case DME_SUPPLIER -> null;
    };
  }

  @Override
  public @Nullable MueTable mue(Setting setting, LocalDate date) {
    return find(
        MueTable.class,
        switch (setting) {
          case PRACTITIONER -> Dataset.MUE_PRACTITIONER;
          case OUTPATIENT_HOSPITAL -> Dataset.MUE_OUTPATIENT_HOSPITAL;
          case DME_SUPPLIER -> Dataset.MUE_DME_SUPPLIER;
        },
        date);
  }

  @Override
  public @Nullable AddOnTable addOns(LocalDate date) {
    return find(AddOnTable.class, Dataset.ADD_ON, date);
  }

  @Override
  public @Nullable FeeSchedule feeSchedule(LocalDate date) {
    return find(FeeSchedule.class, Dataset.FEE_SCHEDULE, date);
  }

  @Override
  public @Nullable DiagnosisTable diagnoses(LocalDate date) {
    PackedDiagnoses release = find(PackedDiagnoses.class, Dataset.ICD10_CM, date);
    PackedAgeEdits dated = find(PackedAgeEdits.class, Dataset.AGE_EDITS, date);
    return release == null || dated == null ? release : release.beside(dated);
  }

  @Override
  public @Nullable AgeEdits ageEdits(LocalDate date) {
    return find(AgeEdits.class, Dataset.AGE_EDITS, date);
  }

  @Override
  public @Nullable HcpcsTable hcpcs(LocalDate date) {
    return find(HcpcsTable.class, Dataset.HCPCS, date);
  }

  @Override
  public @Nullable CoverageArticles articles(LocalDate date) {
    return find(CoverageArticles.class, Dataset.COVERAGE_ARTICLES, date);
  }

  @Override
  public @Nullable RemittanceCodes remittanceCodes(LocalDate date) {
    return find(RemittanceCodes.class, Dataset.REMITTANCE_CODES, date);
  }
}
