package org.preclaim.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.preclaim.oracle.Claim.Item;
import org.preclaim.oracle.RawFiles.AddOn;
import org.preclaim.oracle.RawFiles.Limit;
import org.preclaim.oracle.RawFiles.Pair;

/**
 * Draws claims from real codes, so that edits are met and nearly met: both codes of a pair on a day
 * at an edge of its window, units about the limit, add-ons with and without a primary.
 */
final class RandomClaims {

  private static final List<String> MODIFIERS =
      List.of(
          "LT,RT,50,LT,RT,50,50,LT,RT,LT,RT,59,XS,XE,XU,25,24,57,76,77,91,22,26,TC,51,58,78,79,E1,F3,53"
              .split(",", -1));
  private static final List<String> SETTINGS =
      List.of(
          "practitioner", "practitioner", "practitioner", "outpatient-hospital", "dme-supplier");

  private final Random random;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Pair> hospitalPairs = new ArrayList<>();
  private final Map<String, Map<String, Limit>> limits;
  private final Map<String, List<String>> limited = new TreeMap<>();
  private final Map<String, List<AddOn>> addOns;
  private final List<String> addOnCodes;
  private final List<String> priced;

  RandomClaims(RawFiles files, long seed) {
    this.random = new Random(seed);
    files.practitionerPairs.values().forEach(pairs::addAll);
    files.hospitalPairs.values().forEach(hospitalPairs::addAll);
    this.limits = files.limits;
    limits.forEach((setting, byCode) -> limited.put(setting, List.copyOf(byCode.keySet())));
    this.addOns = files.addOns;
    this.addOnCodes = List.copyOf(addOns.keySet());
    this.priced =
        files.bilateral.keySet().stream().filter(code -> code.length() == 5).sorted().toList();
  }

  Claim next() {
    String setting = one(SETTINGS);
    Pair pair = one(setting.equals("outpatient-hospital") ? hospitalPairs : pairs);
    LocalDate day = random.nextInt(3) == 0 ? edge(pair) : quarterDay();
    List<String> codes = new ArrayList<>();
    codes.add(pair.paid());
    codes.add(pair.denied());
    for (int more = random.nextInt(4); more > 0; more--) {
      codes.addAll(further(setting, codes));
    }
    Collections.shuffle(codes, random);
    List<Item> items = new ArrayList<>();
    for (String code : codes) {
      items.add(item(items.size() + 1, code, day, setting));
    }
    return new Claim(setting, items);
  }

  private List<String> further(String setting, List<String> soFar) {
    return switch (random.nextInt(5)) {
      case 0 -> List.of(one(soFar));
      case 1 -> {
        String addOn = one(addOnCodes);
        String primary = one(addOns.getOrDefault(addOn, List.of())).primary();
        yield random.nextBoolean() || primary.equals("CCCCC")
            ? List.of(addOn)
            : List.of(addOn, primary);
      }
      case 2 -> List.of(one(limited.getOrDefault(setting, List.of())));
      case 3 -> {
        String code = one(priced);
        yield List.of(code, code);
      }
      default -> {
        Pair pair = one(setting.equals("outpatient-hospital") ? hospitalPairs : pairs);
        yield List.of(pair.paid(), pair.denied());
      }
    };
  }

  private Item item(int number, String code, LocalDate day, String setting) {
    List<String> modifiers = new ArrayList<>();
    for (int more = Math.max(0, random.nextInt(5) - 2); more > 0; more--) {
      modifiers.add(one(MODIFIERS));
    }
    LocalDate from = random.nextInt(8) == 0 ? day.minusDays(random.nextInt(3)) : day;
    LocalDate to = random.nextInt(8) == 0 ? from.plusDays(random.nextInt(6)) : from;
    return new Item(
        number,
        code,
        modifiers.stream().distinct().toList(),
        units(code, setting),
        from,
        to,
        random.nextInt(6) == 0 ? "1987654321" : "1234567893");
  }

  private BigDecimal units(String code, String setting) {
    Limit limit = limits.getOrDefault(setting, Map.of()).get(code);
    if (limit == null || random.nextBoolean()) {
      return BigDecimal.valueOf(1 + random.nextInt(2));
    }
    BigDecimal whole = BigDecimal.valueOf(Math.max(1, limit.units() - 1 + random.nextInt(3)));
    return random.nextInt(10) == 0 ? whole.add(new BigDecimal("0.5")) : whole;
  }

  private LocalDate edge(Pair pair) {
    LocalDate edge = random.nextBoolean() ? pair.first() : pair.last();
    LocalDate near = edge.getYear() > 2024 ? LocalDate.of(2019, 7, 1) : edge;
    return near.plusDays(random.nextInt(3) - 1);
  }

  private LocalDate quarterDay() {
    return PlainEdits.QUARTER.minusDays(2).plusDays(random.nextInt(96));
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
