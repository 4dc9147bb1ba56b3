package org.preclaim.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.oracle.Claim.Item;
import org.preclaim.oracle.RawFiles.AddOn;
import org.preclaim.oracle.RawFiles.Limit;
import org.preclaim.oracle.RawFiles.Pair;

/**
 * What the edits say of a claim, as a programmer would write it who has the files and the manual
 * and looks at every day. A finding is {@code ID lines at risk/lines in conflict}.
 */
final class PlainEdits {

  /** The quarter for which files without dates in their rows answer. */
  static final LocalDate QUARTER = LocalDate.of(2024, 7, 1);

  static final LocalDate NEXT_QUARTER = LocalDate.of(2024, 10, 1);

  private static final LocalDate EITHER_LINE = LocalDate.of(2019, 7, 1);

  private static final List<String> DISTINCT = List.of("59", "XE", "XS", "XP", "XU");
  private static final List<String> REPEATED = List.of("76", "77", "91");
  private static final List<String> VISIT = List.of("24", "25", "57");
  private static final List<String> ASSOCIATED =
      List.of(
          ("E1,E2,E3,E4,FA,F1,F2,F3,F4,F5,F6,F7,F8,F9,TA,T1,T2,T3,T4,T5,T6,T7,T8,T9,LT,RT,LC,LD,RC,"
                  + "LM,RI,24,25,57,58,78,79,27,59,91,XE,XS,XP,XU")
              .split(",", -1));

  private final RawFiles files;
  private final Claim claim;
  private final Set<String> findings = new TreeSet<>();
  private final Set<Item> denied = new LinkedHashSet<>();

  private PlainEdits(RawFiles files, Claim claim) {
    this.files = files;
    this.claim = claim;
  }

  static Set<String> of(RawFiles files, Claim claim) {
    PlainEdits edits = new PlainEdits(files, claim);
    edits.pairs();
    edits.units();
    if (claim.setting().equals("practitioner")) {
      edits.sides();
    }
    if (!claim.setting().equals("dme-supplier")) {
      edits.addOns();
    }
    return edits.findings;
  }

  private void find(String id, Collection<Item> atRisk, Collection<Item> with, boolean deny) {
    findings.add(id + " " + numbers(atRisk) + "/" + numbers(with));
    if (deny) {
      denied.addAll(atRisk);
    }
  }

  private static String numbers(Collection<Item> items) {
    return items.stream()
        .map(item -> Integer.toString(item.number()))
        .collect(Collectors.joining(" "));
  }

  private static boolean inQuarter(LocalDate day) {
    return !day.isBefore(QUARTER) && day.isBefore(NEXT_QUARTER);
  }

  private static List<LocalDate> days(Item item) {
    return item.from().datesUntil(item.to().plusDays(1)).toList();
  }

  // Pairs

  private void pairs() {
    Map<String, List<Pair>> table =
        switch (claim.setting()) {
          case "practitioner" -> files.practitionerPairs;
          case "outpatient-hospital" -> files.hospitalPairs;
          default -> Map.of();
        };
    for (Item paid : claim.items()) {
      for (Item denied : claim.items()) {
        if (paid.number() != denied.number()
            && !paid.code().equals(denied.code())
            && paid.provider().equals(denied.provider())) {
          pair(paid, denied, table.getOrDefault(paid.code() + denied.code(), List.of()));
        }
      }
    }
  }

  private void pair(Item paid, Item second, List<Pair> rows) {
    for (Pair row : rows) {
      for (LocalDate day : days(second)) {
        boolean applies =
            paid.on(day)
                && row.indicator() != 9
                && !day.isBefore(row.first())
                && !day.isAfter(row.last())
                && day.isBefore(NEXT_QUARTER);
        if (applies) {
          apply(row, day, paid, second);
          break;
        }
      }
    }
  }

  private void apply(Pair row, LocalDate day, Item paid, Item second) {
    List<Item> atRisk = List.of(second);
    List<Item> with = List.of(paid);
    if (row.indicator() == 0) {
      find("PTP-001", atRisk, with, true);
      return;
    }
    List<String> first = associated(paid);
    List<String> lifting = new ArrayList<>(associated(second));
    boolean early = day.isBefore(EITHER_LINE);
    first.stream().filter(m -> !early || !DISTINCT.contains(m)).forEach(lifting::add);
    if (lifting.isEmpty()) {
      find(early ? "PTP-003" : "PTP-002", atRisk, with, true);
    }
    boolean oneSide = paid.side().equals(second.side()) && "LR".contains(paid.side());
    if (oneSide && !paid.side().isEmpty() && !paid.hasAny(DISTINCT) && !second.hasAny(DISTINCT)) {
      find("PTP-011", atRisk, with, false);
    }
    boolean any = !first.isEmpty() || !associated(second).isEmpty();
    if (any && visitsOnly(paid) && visitsOnly(second)) {
      find("PTP-012", atRisk, with, false);
    }
    if (second.modifiers().stream().filter(DISTINCT::contains).count() > 1) {
      find("PTP-013", atRisk, List.of(), false);
    }
  }

  private static List<String> associated(Item item) {
    return item.modifiers().stream().filter(ASSOCIATED::contains).toList();
  }

  private static boolean visitsOnly(Item item) {
    List<String> modifiers = associated(item);
    boolean visit = item.code().matches("99(20[2-9]|2[1-9][0-9]|[34][0-9]{2})|920(0[2-9]|1[0-4])");
    return modifiers.isEmpty() || (!visit && VISIT.containsAll(modifiers));
  }

  // Units

  private void units() {
    Map<String, Limit> limits = files.limits.getOrDefault(claim.setting(), Map.of());
    for (Item item : claim.items()) {
      Limit limit = limits.get(item.code());
      Set<List<Item>> groups = new LinkedHashSet<>();
      for (LocalDate day : days(item)) {
        if (limit != null && inQuarter(day)) {
          groups.add(limit.indicator() == 1 ? List.of(item) : sameCode(item, day));
        }
      }
      for (List<Item> group : groups) {
        // A day on which fewer of the same lines meet says nothing new.
        if (groups.stream().noneMatch(all -> all.size() > group.size() && all.containsAll(group))) {
          judge(limit, group);
        }
      }
    }
  }

  private List<Item> sameCode(Item item, LocalDate day) {
    return claim.items().stream()
        .filter(
            other ->
                other.code().equals(item.code())
                    && other.provider().equals(item.provider())
                    && other.on(day))
        .toList();
  }

  private void judge(@Nullable Limit limit, List<Item> items) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Item item : items) {
      long days = ChronoUnit.DAYS.between(item.from(), item.to()) + 1;
      sum =
          sum.add(
              days == 1
                  ? item.units()
                  : item.units().divide(new BigDecimal(days), 0, RoundingMode.HALF_UP));
    }
    if (limit != null && sum.compareTo(new BigDecimal(limit.units())) > 0) {
      String id = limit.units() == 0 ? "MUE-004" : "MUE-00" + limit.indicator();
      find(id, items, List.of(), true);
    }
  }

  // Both sides

  private void sides() {
    for (Item item : claim.items()) {
      String indicator = inQuarter(item.from()) ? indicator(item) : "";
      if (item.has("50") && "029".contains(indicator) && !indicator.isEmpty()) {
        Map<String, String> ids = Map.of("0", "BLI-001", "2", "BLI-002", "9", "BLI-003");
        find(ids.getOrDefault(indicator, ""), List.of(item), List.of(), true);
      }
      boolean twice = indicator.equals("1") || indicator.equals("3");
      if (twice && item.has("50") && item.units().compareTo(BigDecimal.ONE) > 0) {
        find("BLI-004", List.of(item), List.of(), true);
      }
      for (Item other : claim.items()) {
        if (other.number() > item.number()
            && other.code().equals(item.code())
            && item.meets(other)) {
          sides(item, other, twice, indicator.equals("0") || indicator.equals("2"));
        }
      }
    }
  }

  private void sides(Item item, Item other, boolean twice, boolean once) {
    String both = item.side() + other.side();
    boolean explained =
        item.hasAny(DISTINCT)
            || item.hasAny(REPEATED)
            || other.hasAny(DISTINCT)
            || other.hasAny(REPEATED);
    if (twice && both.length() == 2 && both.contains("B") && !explained) {
      find("BLI-005", List.of(other), List.of(item), true);
    }
    if (once && (both.equals("LR") || both.equals("RL"))) {
      find("BLI-006", List.of(other), List.of(item), false);
    }
  }

  private String indicator(Item item) {
    for (String component : List.of("26", "TC", "53")) {
      String part = files.bilateral.get(item.code() + component);
      if (item.has(component) && part != null) {
        return part;
      }
    }
    return files.bilateral.getOrDefault(item.code(), "");
  }

  // Add-ons

  private void addOns() {
    Map<Item, List<Item>> primaries = new LinkedHashMap<>();
    for (Item item : claim.items()) {
      List<AddOn> rows =
          files.addOns.getOrDefault(item.code(), List.of()).stream()
              .filter(row -> !item.from().isBefore(row.first()))
              .toList();
      if (!rows.isEmpty() && item.from().isBefore(NEXT_QUARTER)) {
        primaries.put(item, addOn(item, rows));
      }
    }
    for (int before = -1; before != denied.size(); ) {
      before = denied.size();
      primaries.forEach(
          (item, found) -> {
            if (!found.isEmpty() && denied.containsAll(found)) {
              find("AOC-002", List.of(item), List.of(), true);
            }
          });
    }
  }

  private List<Item> addOn(Item item, List<AddOn> rows) {
    Map<String, AddOn> byPrimary = new TreeMap<>();
    rows.forEach(row -> byPrimary.put(row.primary(), row));
    int type = rows.get(0).type();
    List<Item> sameDay = claim.items().stream().filter(item::meets).toList();
    List<Item> primaries =
        sameDay.stream().filter(other -> byPrimary.containsKey(other.code())).toList();
    if (type == 1 && primaries.isEmpty()) {
      find("AOC-001", List.of(item), List.of(), true);
    } else if (type == 3 && primaries.isEmpty()) {
      find("AOC-004", List.of(item), List.of(), false);
    } else if (type == 2) {
      find(sameDay.isEmpty() ? "AOC-005" : "AOC-006", List.of(item), List.of(), false);
    }
    return primaries;
  }
}
