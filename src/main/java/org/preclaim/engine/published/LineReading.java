package org.preclaim.engine.published;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.CodeStanding;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.FeeScheduleLine;
import org.preclaim.engine.language.Published;
import org.preclaim.engine.language.PublishedAddOn;
import org.preclaim.engine.published.Timeline.Stretch;
import org.preclaim.reference.AddOnEdit;
import org.preclaim.reference.AddOnTable;
import org.preclaim.reference.FeeSchedule;
import org.preclaim.reference.FeeScheduleEntry;
import org.preclaim.reference.HcpcsTable;
import org.preclaim.reference.HcpcsTable.Standing;

/** Looks up what is said of a line by its code alone, on the line's first day. */
final class LineReading {

  private static final Pattern LEVEL_TWO = Pattern.compile("[A-CE-Z][0-9]{4}");

  /** Codes for which the file of Level II codes is not the source. */
  private static final Pattern DENTAL = Pattern.compile("D[0-9]{4}");

  private static final List<String> COMPONENTS = List.of("26", "TC", "53");

  private LineReading() {}

  static Reading addOns(Facts facts, Timeline<AddOnTable> timeline) {
    List<Published> found = new ArrayList<>();
    for (BilledLine line : facts.lines()) {
      Stretch<AddOnTable> answer = timeline.on(line.serviceDate());
      AddOnEdit edit = answer == null ? null : answer.table().find(line.code(), line.serviceDate());
      if (answer != null && edit != null) {
        found.add(new PublishedAddOn(line, edit, answer.vintage()));
      }
    }
    return new Reading(found, timeline.gaps(), List.of(), null);
  }

  static Reading feeSchedule(Facts facts, Timeline<FeeSchedule> timeline) {
    List<Published> found = new ArrayList<>();
    SortedSet<String> absent = new TreeSet<>();
    for (BilledLine line : facts.lines()) {
      Stretch<FeeSchedule> answer = timeline.on(line.serviceDate());
      FeeScheduleEntry entry = answer == null ? null : entry(line, answer.table());
      if (answer != null && entry != null) {
        found.add(new FeeScheduleLine(line, entry, answer.vintage()));
      } else if (answer != null) {
        absent.add(line.code());
      }
    }
    List<String> notes =
        absent.isEmpty()
            ? List.of()
            : List.of("the schedule does not have " + String.join(", ", absent) + ": not a pass");
    return new Reading(found, timeline.gaps(), notes, null);
  }

  /** The entry of the component that the line reports, else of the whole service. */
  private static @Nullable FeeScheduleEntry entry(BilledLine line, FeeSchedule schedule) {
    for (String component : COMPONENTS) {
      FeeScheduleEntry part =
          line.hasModifier(component) ? schedule.find(line.code(), component) : null;
      if (part != null) {
        return part;
      }
    }
    return schedule.find(line.code(), "");
  }

  static Reading levelTwoCodes(Facts facts, Timeline<HcpcsTable> timeline) {
    List<Published> found = new ArrayList<>();
    SortedSet<String> dental = new TreeSet<>();
    boolean asked = false;
    for (BilledLine line : facts.lines()) {
      if (DENTAL.matcher(line.code()).matches()) {
        dental.add(line.code());
      } else if (LEVEL_TWO.matcher(line.code()).matches()) {
        asked = true;
        Stretch<HcpcsTable> answer = timeline.on(line.serviceDate());
        Standing standing =
            answer == null
                ? Standing.VALID
                : answer.table().standing(line.code(), line.serviceDate());
        if (answer != null && standing != Standing.VALID) {
          found.add(new CodeStanding(line, standing, answer.vintage()));
        }
      }
    }
    String left = String.join(", ", dental) + " is not in the HCPCS file";
    if (!asked) {
      return Reading.notApplicable(dental.isEmpty() ? "no Level II code" : left);
    }
    return new Reading(found, timeline.gaps(), dental.isEmpty() ? List.of() : List.of(left), null);
  }
}
