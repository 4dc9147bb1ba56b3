package org.preclaim.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.problem.Place;

/**
 * A place where a workbook names a code of an official list: what there is to look up.
 *
 * @param place its cell
 * @param kind what sort of code it is
 * @param code as it is written there, a diagnosis of a scenario always with its dot; well formed
 * @param dates the days on which it matters
 */
public record Mention(Place.Cell place, Kind kind, String code, EffectiveDates dates) {

  /** A row that states this speaks of codes because they are none. */
  private static final Pattern OF_INVALID_CODES = Pattern.compile("\"invalid-code\"");

  /** What sort of code is named. */
  public enum Kind {
    /** A procedure code. */
    PROCEDURE,
    /** The beginning of diagnosis codes. */
    DIAGNOSIS_PREFIX,
    /** A diagnosis as an encounter would state it. */
    DIAGNOSIS,
    /** A reason code of a remittance. */
    REASON,
    /** A remark code of a remittance. */
    REMARK
  }

  /** All codes that {@code workbook} names, in reading order. */
  public static List<Mention> in(Workbook workbook) {
    List<Mention> mentions = new ArrayList<>();
    for (PolicyTable table : workbook.tables()) {
      new Reading(workbook.file(), table, mentions).read();
    }
    workbook.scenarios().forEach(scenario -> addDiagnoses(scenario, mentions));
    return List.copyOf(mentions);
  }

  /** Lines are left out: a scenario may show what becomes of a code that is none. */
  private static void addDiagnoses(Scenario scenario, List<Mention> mentions) {
    List<Diagnosis> diagnoses =
        Optional.ofNullable(scenario.encounter().diagnoses()).orElse(List.of());
    Optional<ServiceLine> line = scenario.encounter().lines().stream().findFirst();
    if (line.isPresent()) {
      EffectiveDates day = EffectiveDates.on(line.get().dates().from());
      for (Diagnosis diagnosis : diagnoses) {
        Place.Cell place = scenario.placeOf(ScenariosSheet.DIAGNOSES);
        mentions.add(new Mention(place, Kind.DIAGNOSIS, diagnosis.code().toString(), day));
      }
    }
  }

  /** One table on its way to mentions. */
  private record Reading(String file, PolicyTable table, List<Mention> mentions) {

    void read() {
      RowDates dates = RowDates.of(table);
      Optional<Column> key = speaksOfInvalidCodes() ? table.keyColumn() : Optional.empty();
      for (Column column : table.columns()) {
        CellMeaning meaning = CellMeaning.of(column);
        if (!key.equals(Optional.of(column)) && names(meaning)) {
          boolean list = CellMeaning.takesList(column);
          table.rows().forEach(row -> read(row, column, meaning, list, dates));
        }
        RemittanceLint.kindOf(column).ifPresent(kind -> readRemittance(column, kind, dates));
      }
    }

    private void readRemittance(Column column, Kind kind, RowDates dates) {
      for (PolicyRow row : table.rows()) {
        EffectiveDates held = dates.of(row).orElse(null);
        if (held == null || held.isEmpty()) {
          continue;
        }
        Place.Cell place = new Place.Cell(file, row.sheet(), row.address(column));
        for (String item : Items.of(row.cell(column).orElse(""))) {
          if (RemittanceLint.leavesToTheList(kind, item)) {
            mentions.add(new Mention(place, kind, item, held));
          }
        }
      }
    }

    private boolean speaksOfInvalidCodes() {
      return table.columns().stream()
          .filter(column -> column.type() == Column.Type.ACTION)
          .anyMatch(column -> OF_INVALID_CODES.matcher(column.snippet()).find());
    }

    private static boolean names(CellMeaning meaning) {
      return meaning instanceof CellMeaning.Codes
          || meaning instanceof CellMeaning.CodesOrKinds
          || meaning instanceof CellMeaning.Diagnoses;
    }

    private void read(
        PolicyRow row, Column column, CellMeaning meaning, boolean list, RowDates dates) {
      String text = row.cell(column).orElse("");
      EffectiveDates held = dates.of(row).orElse(null);
      if (held == null || held.isEmpty()) {
        return;
      }
      Place.Cell place = new Place.Cell(file, row.sheet(), row.address(column));
      for (String item : list ? Items.of(text) : List.of(text)) {
        if (meaning instanceof CellMeaning.Diagnoses && ItemLint.isDiagnosis(item)) {
          mentions.add(new Mention(place, Kind.DIAGNOSIS_PREFIX, item, held));
        } else if (!(meaning instanceof CellMeaning.Diagnoses) && ItemLint.isCode(item)) {
          mentions.add(new Mention(place, Kind.PROCEDURE, item, held));
        }
      }
    }
  }
}
