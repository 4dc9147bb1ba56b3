package org.preclaim.handwritten;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.preclaim.handwritten.Cells.Days;
import org.preclaim.release.PolicyRelease;

/** Policies that look at one line: code validity, modifiers, medical necessity, documentation. */
final class LinePolicies {

  private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9]{3}[0-9A-Z]");

  private record Validity(String id, Days days, String severity) {}

  private record Modified(
      String id,
      String setting,
      Set<String> places,
      Set<String> anyOf,
      Set<String> noneOf,
      Days days,
      String severity,
      String add) {}

  private record Necessity(String id, Days days, List<String> accepted, String severity) {}

  private record Documented(String id, Days days, List<String> elements, String severity) {}

  private final Map<String, List<Validity>> validity;
  private final Map<String, List<Modified>> modifiers;
  private final Map<String, List<Necessity>> necessity;
  private final Map<String, List<Documented>> documentation;

  LinePolicies(PolicyRelease release) {
    validity =
        Cells.index(
            Cells.of(
                release,
                "code-validity",
                Set.of("Codes", "Effective from", "Effective until", "Severity")),
            "Codes",
            row -> new Validity(row.id(), row.days(), row.text("Severity")));
    modifiers =
        Cells.index(
            Cells.of(
                release,
                "modifiers",
                Set.of(
                    "Codes",
                    "Setting",
                    "Places",
                    "With any of",
                    "With none of",
                    "Effective from",
                    "Effective until",
                    "Severity",
                    "Add modifier")),
            "Codes",
            LinePolicies::modified);
    necessity =
        Cells.index(
            Cells.of(
                release,
                "medical-necessity",
                Set.of(
                    "Codes",
                    "Effective from",
                    "Effective until",
                    "Accepted diagnoses",
                    "Severity")),
            "Codes",
            LinePolicies::necessity);
    documentation =
        Cells.index(
            Cells.of(
                release,
                "documentation",
                Set.of(
                    "Codes", "Effective from", "Effective until", "The record states", "Severity")),
            "Codes",
            row ->
                new Documented(
                    row.id(), row.days(), row.list("The record states"), row.text("Severity")));
  }

  private static Modified modified(Cells row) {
    return new Modified(
        row.id(),
        row.text("Setting"),
        row.set("Places"),
        row.set("With any of"),
        row.set("With none of"),
        row.days(),
        row.text("Severity"),
        row.text("Add modifier"));
  }

  private static Necessity necessity(Cells row) {
    return new Necessity(
        row.id(),
        row.days(),
        row.list("Accepted diagnoses").stream().map(code -> code.replace(".", "")).toList(),
        row.text("Severity"));
  }

  void judge(Case about) {
    for (PlainLine line : about.lines) {
      validity(about, line);
      modifiers(about, line);
      if (about.encounter.diagnoses() != null) {
        necessity(about, line);
      }
      if (about.encounter.documentation() != null) {
        documentation(about, line);
      }
    }
  }

  private void validity(Case about, PlainLine line) {
    if (!CODE.matcher(line.code).matches()) {
      about.warn("VAL-901", "deny", "invalid-code", line);
    }
    for (Validity row : validity.getOrDefault(line.code, List.of())) {
      if (row.days.hold(line.day())) {
        about.warn(row.id, row.severity, "invalid-code", line);
      }
    }
  }

  private void modifiers(Case about, PlainLine line) {
    if (line.modifiers.contains("50")
        && (line.modifiers.contains("LT") || line.modifiers.contains("RT"))) {
      about.warn("MOD-901", "deny", "bilateral-conflict", line);
    }
    for (Modified row : modifiers.getOrDefault(line.code, List.of())) {
      if (row.days.hold(line.day())
          && (row.setting.isEmpty() || row.setting.equals(about.encounter.setting().word()))
          && (row.places.isEmpty() || row.places.contains(line.place))
          && (row.anyOf.isEmpty() || line.modifiers.stream().anyMatch(row.anyOf::contains))
          && line.modifiers.stream().noneMatch(row.noneOf::contains)) {
        about.warn(row.id, row.severity, "modifier-conflict", line);
        if (!row.add.isEmpty()) {
          List<String> with = new ArrayList<>(line.modifiers);
          with.add(0, row.add);
          about.modify(row.id, line, with, line.units);
        }
      }
    }
  }

  private void necessity(Case about, PlainLine line) {
    for (Necessity row : necessity.getOrDefault(line.code, List.of())) {
      if (row.days.hold(line.day()) && !line.pointsToAny(row.accepted)) {
        about.warn(row.id, row.severity, "medical-necessity", line);
      }
    }
  }

  private void documentation(Case about, PlainLine line) {
    for (Documented row : documentation.getOrDefault(line.code, List.of())) {
      if (row.days.hold(line.day()) && !about.documented.containsAll(row.elements)) {
        about.warn(row.id, row.severity, "documentation-missing", line);
      }
    }
  }
}
