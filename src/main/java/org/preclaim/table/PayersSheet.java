package org.preclaim.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.PayerProfile.BothSides;
import org.preclaim.problem.Place;

/** The sheet with a payer's profile in each row. */
final class PayersSheet {

  static final String NAME = "Payers";

  private static final String PAYER = "Payer";
  private static final String BOTH_SIDES = "Both sides";
  private static final String NOT_CHECKED = "Not checked";
  private static final String REQUIRED = "Required";
  private static final String SEVERITY = "Severity";
  private static final Set<String> SEVERITIES = new TreeSet<>(Set.of("deny", "risk", "info"));

  private final Grid grid;
  private final Report report;
  private final Map<String, Place> families = new TreeMap<>();

  PayersSheet(Grid grid, Report report) {
    this.grid = grid;
    this.report = report;
  }

  /** The profiles that could be read, in sheet order. */
  List<PayerProfile> read() {
    Listing listing =
        new Listing(
            grid,
            report,
            List.of(PAYER, BOTH_SIDES),
            List.of(NOT_CHECKED, REQUIRED, SEVERITY, "Note"));
    Set<String> payers = new TreeSet<>();
    List<PayerProfile> profiles = new ArrayList<>();
    for (Listing.Row row : listing.rows()) {
      PayerProfile profile = profile(row);
      if (profile != null && payers.add(profile.payer())) {
        profiles.add(profile);
      } else if (profile != null) {
        problem(row, PAYER, "the payer `" + profile.payer() + "` stands twice");
      }
    }
    return profiles;
  }

  /** The families that profiles name, and where. */
  Map<String, Place> families() {
    return Collections.unmodifiableMap(families);
  }

  private @Nullable PayerProfile profile(Listing.Row row) {
    String payer = row.text(PAYER);
    String sides = row.text(BOTH_SIDES);
    BothSides bothSides = bothSides(sides);
    if (bothSides == null) {
      String message = "`" + sides + "` is no way to report both sides; expected `50` or `RT-LT`";
      problem(row, BOTH_SIDES, message);
      return null;
    }
    if (!VocabularyReader.WORD.matcher(payer).matches()) {
      String message =
          "`" + payer + "` is not a payer's word; expected small letters, digits and hyphens";
      problem(row, PAYER, message);
      return null;
    }
    return new PayerProfile(
        payer, bothSides, named(row, NOT_CHECKED), named(row, REQUIRED), severities(row));
  }

  private Set<String> named(Listing.Row row, String label) {
    Set<String> named = new TreeSet<>(Items.of(row.text(label)));
    named.forEach(family -> mention(row, label, family));
    return named;
  }

  private Map<String, String> severities(Listing.Row row) {
    Map<String, String> severities = new TreeMap<>();
    for (String item : Items.of(row.text(SEVERITY))) {
      int colon = item.indexOf(':');
      String family = item.substring(0, Math.max(0, colon)).strip();
      String severity = item.substring(colon + 1).strip();
      if (family.isEmpty() || !SEVERITIES.contains(severity)) {
        String message =
            "`"
                + item
                + "` is no severity of a family; expected for instance `mue: risk`, with"
                + " `deny`, `risk` or `info`";
        problem(row, SEVERITY, message);
      } else if (severities.putIfAbsent(family, severity) == null) {
        mention(row, SEVERITY, family);
      } else {
        problem(row, SEVERITY, "the family `" + family + "` stands twice; expected it once");
      }
    }
    return severities;
  }

  private void mention(Listing.Row row, String label, String family) {
    String cell = SheetCell.address(row.number(), row.column(label));
    families.putIfAbsent(family, new Place.Cell(report.file(), grid.name(), cell));
  }

  private static @Nullable BothSides bothSides(String text) {
    for (BothSides bothSides : BothSides.values()) {
      if (bothSides.word().equals(text)) {
        return bothSides;
      }
    }
    return null;
  }

  private void problem(Listing.Row row, String label, String message) {
    report.cell(TableFault.VOCABULARY, grid.name(), row.number(), row.column(label), message, null);
  }
}
