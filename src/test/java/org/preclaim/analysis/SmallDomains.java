package org.preclaim.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.preclaim.analysis.SmallDomain.Action;
import org.preclaim.analysis.SmallDomain.Condition;

/** Headers as they are shipped, with few words for their cells. */
final class SmallDomains {

  static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2019, 12, 31),
          LocalDate.of(2020, 1, 1),
          LocalDate.of(2021, 1, 1),
          LocalDate.of(2022, 1, 1));

  private static final String LINE = "$line : BilledLine";
  private static final String OTHER = "$other : BilledLine";
  private static final String WORK = "$performed : Performed";
  private static final List<String> CODES = List.of("50431", "50706", "74400");
  private static final List<String> MODIFIERS = List.of("26", "LT", "RT", "59");

  private SmallDomains() {}

  /** Lines by themselves. */
  static SmallDomain<PlainLine> lines() {
    List<Action> actions =
        List.of(
            new Action(
                "insert( Flag.of(\"modifier-conflict\", \"$param\", $line) );",
                one(List.of("deny", "risk"))),
            new Action(
                "insert( Proposal.addModifier($line, \"$param\") );",
                one(List.of("26", "TC", "", ""))));
    return new SmallDomain<>(
        "lines", lineColumns(), actions, PlainLine.all(), PlainLine::encounter, line -> "line 1 ");
  }

  private static List<Condition<PlainLine>> lineColumns() {
    return List.of(
        new Condition<>(LINE, any("code ==", "\"$\""), 2, some(CODES), oneOf(PlainLine::code)),
        new Condition<>(
            LINE,
            "setting == \"$param\"",
            7,
            one(List.of("practitioner", "outpatient-hospital", "dme-supplier")),
            (line, text) -> line.setting().equals(text)),
        new Condition<>(
            LINE,
            "forall(||){hasModifier(\"$\")}",
            6,
            some(MODIFIERS),
            (line, text) -> items(text).stream().anyMatch(line.modifiers()::contains)),
        new Condition<>(
            LINE,
            "forall(&&){hasModifier(\"$\") == false}",
            6,
            some(MODIFIERS),
            (line, text) -> items(text).stream().noneMatch(line.modifiers()::contains)),
        new Condition<>(
            LINE,
            "side == \"$param\"",
            8,
            one(List.of("left", "right", "bilateral")),
            (line, text) -> side(line.modifiers()).equals(text)),
        new Condition<>(
            LINE,
            "distinct == $param",
            8,
            one(List.of("true", "false")),
            (line, text) -> line.distinct() == text.equals("true")),
        new Condition<>(
            LINE,
            "age >= $param",
            8,
            one(List.of("10", "20")),
            (line, text) -> line.age() >= Integer.parseInt(text)),
        new Condition<>(
            LINE,
            "age < $param",
            8,
            one(List.of("10", "20")),
            (line, text) -> line.age() < Integer.parseInt(text)),
        from(PlainLine::day),
        until(PlainLine::day),
        new Condition<>(
            LINE,
            "forall(&&){pointsTo(\"$\") == false}",
            7,
            some(List.of("N13", "N13.0", "C64")),
            (line, text) -> items(text).stream().noneMatch(line::pointsTo)),
        new Condition<>(
            LINE,
            "forall(||){pointsTo(\"$\")}",
            8,
            some(List.of("N13", "N13.0", "C64")),
            (line, text) -> items(text).stream().anyMatch(line::pointsTo)));
  }

  /** What was performed, and the code for it. */
  static SmallDomain<PlainWork> procedures() {
    List<Action> actions =
        List.of(
            new Action(
                "CodeSelected selected = CodeSelected.of(\"$param\", $performed);", one(CODES)),
            new Action("selected = selected.insteadOf(\"$param\");", some(CODES)),
            new Action("insert( selected.sides(\"$param\") );", one(List.of("sided", "none"))));
    return new SmallDomain<>(
        "procedures",
        workColumns(),
        actions,
        PlainWork.all(),
        PlainWork::encounter,
        PlainWork::kind);
  }

  private static List<Condition<PlainWork>> workColumns() {
    List<String> tools = List.of("biopsy", "incision");
    List<String> beside = List.of("50431", "tract-dilation");
    return List.of(
        new Condition<>(
            WORK,
            any("kind ==", "\"$\""),
            1,
            some(List.of("nephrostogram", "ureterogram")),
            oneOf(PlainWork::kind)),
        new Condition<>(
            WORK,
            "access == \"$param\"",
            6,
            one(List.of("existing", "new")),
            (work, text) -> work.access().equals(text)),
        new Condition<>(
            WORK,
            "forall(&&){approach != \"$\"}",
            7,
            some(List.of("percutaneous", "nephrotomy")),
            (work, text) -> !items(text).contains(work.approach())),
        new Condition<>(
            WORK,
            "forall(||){interventions contains \"$\"}",
            6,
            some(tools),
            (work, text) -> items(text).stream().anyMatch(work.interventions()::contains)),
        new Condition<>(
            WORK,
            "forall(&&){interventions not contains \"$\"}",
            6,
            some(tools),
            (work, text) -> items(text).stream().noneMatch(work.interventions()::contains)),
        new Condition<>(
            WORK,
            "guided == $param",
            7,
            one(List.of("true", "false")),
            (work, text) -> work.guided() == text.equals("true")),
        new Condition<>(
            WORK,
            "forall(||){beside(\"$\")}",
            7,
            some(beside),
            (work, text) -> items(text).stream().anyMatch(work.beside()::contains)),
        new Condition<>(
            WORK,
            "forall(&&){beside(\"$\") == false}",
            7,
            some(beside),
            (work, text) -> items(text).stream().noneMatch(work.beside()::contains)));
  }

  /** Two lines beside each other. */
  static SmallDomain<PlainPair> pairs() {
    List<Condition<PlainPair>> columns =
        List.of(
            new Condition<>(
                LINE,
                any("code ==", "\"$\""),
                0,
                some(CODES),
                (pair, text) -> items(text).contains(pair.code())),
            new Condition<>(
                LINE,
                "forall(||){hasModifier(\"$\")}",
                6,
                some(List.of("LT", "RT", "59")),
                (pair, text) -> items(text).stream().anyMatch(pair.modifiers()::contains)),
            from(PlainPair::day),
            until(PlainPair::day),
            new Condition<>(
                OTHER,
                any("code ==", "\"$\"") + ", together($line)",
                0,
                some(CODES),
                (pair, text) -> items(text).contains(pair.otherCode()) && pair.together()),
            new Condition<>(
                OTHER,
                "forall(&&){hasModifier(\"$\") == false}",
                5,
                some(List.of("LT", "RT", "59")),
                (pair, text) -> items(text).stream().noneMatch(pair.otherModifiers()::contains)));
    List<Action> actions =
        List.of(
            new Action(
                "insert( Flag.of(\"not-reported-together\", \"$param\", $line).with($other) );",
                one(List.of("deny", "risk"))));
    return new SmallDomain<>(
        "pairs", columns, actions, PlainPair.all(), PlainPair::encounter, pair -> "line 1 ");
  }

  private static String any(String compared, String hole) {
    return "forall(||){" + compared + " " + hole + "}";
  }

  private static <P> Condition<P> from(Function<P, LocalDate> day) {
    return new Condition<>(
        LINE,
        "serviceDate >= \"$param\"",
        4,
        one(DAYS.subList(1, 4).stream().map(LocalDate::toString).toList()),
        (point, text) -> !day.apply(point).isBefore(LocalDate.parse(text)));
  }

  private static <P> Condition<P> until(Function<P, LocalDate> day) {
    return new Condition<>(
        LINE,
        "serviceDate < \"$param\"",
        4,
        one(DAYS.subList(1, 4).stream().map(LocalDate::toString).toList()),
        (point, text) -> day.apply(point).isBefore(LocalDate.parse(text)));
  }

  private static <P> BiPredicate<P, String> oneOf(Function<P, String> property) {
    return (point, text) -> items(text).contains(property.apply(point));
  }

  static String side(List<String> modifiers) {
    boolean left = modifiers.contains("LT");
    boolean right = modifiers.contains("RT");
    return modifiers.contains("50") || (left && right)
        ? "bilateral"
        : left ? "left" : right ? "right" : "";
  }

  static List<String> items(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).toList();
  }

  /** Every selection of {@code words}. */
  static List<List<String>> selections(List<String> words) {
    List<List<String>> all = new ArrayList<>();
    for (int bits = 0; bits < 1 << words.size(); bits++) {
      List<String> selection = new ArrayList<>();
      for (int index = 0; index < words.size(); index++) {
        if ((bits >> index & 1) == 1) {
          selection.add(words.get(index));
        }
      }
      all.add(List.copyOf(selection));
    }
    return all;
  }

  private static Function<Random, String> one(List<String> words) {
    return random -> words.get(random.nextInt(words.size()));
  }

  /** One or two of {@code words}, in any order. */
  private static Function<Random, String> some(List<String> words) {
    return random -> {
      String first = words.get(random.nextInt(words.size()));
      String second = words.get(random.nextInt(words.size()));
      boolean two = random.nextBoolean() && !first.equals(second);
      return two ? first + ", " + second : first;
    };
  }
}
