package org.preclaim.release;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Setting;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.FeeSchedule;
import org.preclaim.reference.HcpcsTable;
import org.preclaim.reference.MueTable;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.Vintage;
import org.preclaim.table.EffectiveDates;
import org.preclaim.table.Mention;

/**
 * What codes are on the days on which they are named. Official files change by quarter, so a code
 * is asked for on the first and the last day, and on the first day of each quarter between, as far
 * as files are loaded.
 */
final class CodeStandings {

  private static final Pattern LEVEL_TWO = Pattern.compile("[A-CE-Z][0-9]{4}");
  private static final Pattern DENTAL = Pattern.compile("D[0-9]{4}");

  /** Ten years of quarters; older days are asked for where a file begins. */
  private static final int QUARTERS_MAX = 40;

  private static final int MONTHS_OF_QUARTER = 3;

  private final ReferenceData reference;
  private final Map<Dataset, List<Vintage>> vintages = new HashMap<>();
  private final Map<Asked, Standing> answers = new HashMap<>();

  private record Asked(Mention.Kind kind, String code, EffectiveDates dates) {}

  /** What a code is on the days on which it is named. */
  enum Standing {
    /** Valid on one of them at least. */
    VALID,
    /** A group of diagnoses. */
    HEADER,
    /** Valid on other days only. */
    RETIRED,
    UNKNOWN,
    /** No file is loaded that would know. */
    NOT_LOADED
  }

  CodeStandings(ReferenceData reference) {
    this.reference = reference;
    for (Vintage vintage : reference.vintages()) {
      vintages.computeIfAbsent(vintage.dataset(), any -> new ArrayList<>()).add(vintage);
    }
  }

  /** The official table that knows such codes; none knows dental ones. */
  static @Nullable Dataset datasetOf(Mention mention) {
    return switch (mention.kind()) {
      case DIAGNOSIS, DIAGNOSIS_PREFIX -> Dataset.ICD10_CM;
      case REASON, REMARK -> Dataset.REMITTANCE_CODES;
      case PROCEDURE ->
          DENTAL.matcher(mention.code()).matches()
              ? null
              : LEVEL_TWO.matcher(mention.code()).matches() ? Dataset.HCPCS : Dataset.FEE_SCHEDULE;
    };
  }

  /** What the code is where it is named. */
  Standing of(Mention mention) {
    Asked asked = new Asked(mention.kind(), mention.code(), mention.dates());
    return answers.computeIfAbsent(asked, any -> judge(mention));
  }

  private Standing judge(Mention mention) {
    Dataset dataset = datasetOf(mention);
    if (dataset == null) {
      return Standing.NOT_LOADED;
    }
    Standing worst = Standing.NOT_LOADED;
    for (LocalDate day : days(dataset, mention.dates())) {
      Standing standing = on(dataset, mention.code(), day);
      if (standing == Standing.VALID || standing == Standing.HEADER) {
        return standing;
      }
      worst = standing.compareTo(worst) < 0 ? standing : worst;
    }
    return worst == Standing.UNKNOWN && isKnownOnOtherDays(dataset, mention.code())
        ? Standing.RETIRED
        : worst;
  }

  private boolean isKnownOnOtherDays(Dataset dataset, String code) {
    return vintages.getOrDefault(dataset, List.of()).stream()
        .map(vintage -> on(dataset, code, vintage.effective()))
        .anyMatch(standing -> standing != Standing.UNKNOWN && standing != Standing.NOT_LOADED);
  }

  /** The days within {@code dates} on which to ask. */
  private NavigableSet<LocalDate> days(Dataset dataset, EffectiveDates dates) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    if (dates.from() != null) {
      days.add(dates.from());
    }
    if (dates.until() != null) {
      days.add(dates.until().minusDays(1));
    }
    for (Vintage vintage : vintages.getOrDefault(dataset, List.of())) {
      days.add(vintage.effective());
      days.add(vintage.until().minusDays(1));
    }
    if (days.isEmpty()) {
      return days;
    }
    LocalDate quarter = days.last().with(IsoFields.DAY_OF_QUARTER, 1);
    for (int count = 0; count < QUARTERS_MAX && quarter.isAfter(days.first()); count++) {
      days.add(quarter);
      quarter = quarter.minusMonths(MONTHS_OF_QUARTER);
    }
    days.removeIf(day -> !dates.hold(day));
    return days;
  }

  private Standing on(Dataset dataset, String code, LocalDate day) {
    return switch (dataset) {
      case HCPCS -> levelTwo(code, day);
      case ICD10_CM -> diagnosis(code.replace(".", ""), day);
      case PTP_PRACTITIONER,
          PTP_OUTPATIENT_HOSPITAL,
          MUE_PRACTITIONER,
          MUE_OUTPATIENT_HOSPITAL,
          MUE_DME_SUPPLIER,
          ADD_ON,
          FEE_SCHEDULE,
          AGE_EDITS,
          COVERAGE_ARTICLES,
          REMITTANCE_CODES ->
          levelOne(code, day);
    };
  }

  private Standing levelTwo(String code, LocalDate day) {
    HcpcsTable table = reference.hcpcs(day);
    if (table == null) {
      return Standing.NOT_LOADED;
    }
    return switch (table.standing(code, day)) {
      case VALID -> Standing.VALID;
      case OUT_OF_DATE -> Standing.RETIRED;
      case UNKNOWN -> Standing.UNKNOWN;
    };
  }

  private Standing diagnosis(String code, LocalDate day) {
    DiagnosisTable table = reference.diagnoses(day);
    if (table == null) {
      return Standing.NOT_LOADED;
    }
    return switch (table.standing(code, day)) {
      case VALID -> Standing.VALID;
      case HEADER -> Standing.HEADER;
      case OUT_OF_DATE -> Standing.RETIRED;
      case UNKNOWN -> Standing.UNKNOWN;
    };
  }

  /**
   * The fee schedule lists nearly all codes below Level II; one that it lacks is known where the
   * unit edits have it.
   */
  private Standing levelOne(String code, LocalDate day) {
    FeeSchedule schedule = reference.feeSchedule(day);
    if (schedule != null && schedule.find(code, "") != null) {
      return Standing.VALID;
    }
    for (Setting setting : Setting.values()) {
      MueTable units = reference.mue(setting, day);
      if (units != null && units.find(code) != null) {
        return Standing.VALID;
      }
    }
    return schedule == null ? Standing.NOT_LOADED : Standing.UNKNOWN;
  }
}
