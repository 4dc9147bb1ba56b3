package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The loops of an 837P, as far as reading one takes them: where each may stand, which segment opens
 * it, and which segments it holds in which order. In the lists {@code !} marks what is required and
 * {@code *} what may be repeated; {@code DTP=573} is a DTP with that qualifier only.
 */
// The lists are copied when a constant is made and never change; the checker cannot see that.
@SuppressWarnings("ImmutableEnumChecker")
enum Loop {
  HEADER("header", Level.HEADER, null, "", "", "BHT!"),
  SUBMITTER("1000A", Level.HEADER, HEADER, "NM1=41", "1!", "PER*!"),
  RECEIVER("1000B", Level.HEADER, HEADER, "NM1=40", "1!", ""),
  BILLING_LEVEL("2000A", Level.BILLING, HEADER, "HL=20", "*", "PRV CUR"),
  BILLING_PROVIDER("2010AA", Level.BILLING, BILLING_LEVEL, "NM1=85", "1!", "N3! N4! REF* PER*"),
  PAY_TO_ADDRESS("2010AB", Level.BILLING, BILLING_LEVEL, "NM1=87", "1", "N3 N4"),
  PAY_TO_PLAN("2010AC", Level.BILLING, BILLING_LEVEL, "NM1=PE", "1", "N3 N4 REF*"),
  SUBSCRIBER_LEVEL("2000B", Level.SUBSCRIBER, BILLING_LEVEL, "HL=22", "*", "SBR! PAT"),
  SUBSCRIBER("2010BA", Level.SUBSCRIBER, SUBSCRIBER_LEVEL, "NM1=IL", "1!", "N3 N4 DMG REF* PER"),
  PAYER("2010BB", Level.SUBSCRIBER, SUBSCRIBER_LEVEL, "NM1=PR", "1!", "N3 N4 REF*"),
  PATIENT_LEVEL("2000C", Level.PATIENT, SUBSCRIBER_LEVEL, "HL=23", "*", "PAT!"),
  PATIENT("2010CA", Level.PATIENT, PATIENT_LEVEL, "NM1=QC", "1!", "N3 N4 DMG REF* PER"),
  CLAIM(
      "2300",
      Level.CLAIM,
      SUBSCRIBER_LEVEL,
      "CLM",
      "*",
      "DTP* PWK* CN1 AMT* REF* K3* NTE* CR1 CR2 CRC* HI*! HCP"),
  REFERRER("2310A", Level.CLAIM, CLAIM, "NM1=DN,P3", "2", "PRV REF*"),
  RENDERING("2310B", Level.CLAIM, CLAIM, "NM1=82", "1", "PRV REF*"),
  FACILITY("2310C", Level.CLAIM, CLAIM, "NM1=77", "1", "N3 N4 REF* PER"),
  SUPERVISOR("2310D", Level.CLAIM, CLAIM, "NM1=DQ", "1", "REF*"),
  PICK_UP("2310E", Level.CLAIM, CLAIM, "NM1=PW", "1", "N3 N4"),
  DROP_OFF("2310F", Level.CLAIM, CLAIM, "NM1=45", "1", "N3 N4"),
  OTHER_COVERAGE("2320", Level.CLAIM, CLAIM, "SBR", "10", "CAS* AMT* OI! MOA"),
  OTHER_SUBSCRIBER("2330A", Level.CLAIM, OTHER_COVERAGE, "NM1=IL", "1!", "N3 N4 REF*"),
  OTHER_PAYER("2330B", Level.CLAIM, OTHER_COVERAGE, "NM1=PR", "1", "N3 N4 DTP=573 REF*"),
  OTHER_REFERRER("2330C", Level.CLAIM, OTHER_COVERAGE, "NM1=DN,P3", "2", "REF*"),
  OTHER_RENDERING("2330D", Level.CLAIM, OTHER_COVERAGE, "NM1=82", "1", "REF*"),
  OTHER_FACILITY("2330E", Level.CLAIM, OTHER_COVERAGE, "NM1=77", "1", "REF*"),
  OTHER_SUPERVISOR("2330F", Level.CLAIM, OTHER_COVERAGE, "NM1=DQ", "1", "REF*"),
  OTHER_BILLING("2330G", Level.CLAIM, OTHER_COVERAGE, "NM1=85", "1", "REF*"),
  LINE(
      "2400",
      Level.CLAIM,
      CLAIM,
      "LX",
      "*",
      "SV1! SV5 PWK* CR1 CR3 CRC* DTP* QTY* MEA* CN1 REF* AMT* K3* NTE* PS1 HCP"),
  DRUG("2410", Level.CLAIM, LINE, "LIN", "1", "CTP REF*"),
  LINE_RENDERING("2420A", Level.CLAIM, LINE, "NM1=82", "1", "PRV REF*"),
  LINE_PURCHASED("2420B", Level.CLAIM, LINE, "NM1=QB", "1", "REF*"),
  LINE_FACILITY("2420C", Level.CLAIM, LINE, "NM1=77", "1", "N3 N4 REF*"),
  LINE_SUPERVISOR("2420D", Level.CLAIM, LINE, "NM1=DQ", "1", "REF*"),
  LINE_ORDERER("2420E", Level.CLAIM, LINE, "NM1=DK", "1", "N3 N4 REF* PER"),
  LINE_REFERRER("2420F", Level.CLAIM, LINE, "NM1=DN,P3", "2", "REF*"),
  LINE_PICK_UP("2420G", Level.CLAIM, LINE, "NM1=PW", "1", "N3 N4"),
  LINE_DROP_OFF("2420H", Level.CLAIM, LINE, "NM1=45", "1", "N3 N4"),
  LINE_ADJUDICATION("2430", Level.CLAIM, LINE, "SVD", "15", "CAS* DTP=573 AMT"),
  LINE_FORM("2440", Level.CLAIM, LINE, "LQ", "*", "FRM*");

  /** Whose facts a loop carries: a problem there is a problem of every claim below. */
  enum Level {
    HEADER,
    BILLING,
    SUBSCRIBER,
    PATIENT,
    CLAIM
  }

  /**
   * One kind of segment in a list.
   *
   * @param rank its place in the list
   * @param qualifiers of its first element; none allows all
   */
  record Rule(int rank, String tag, Set<String> qualifiers, boolean required, boolean repeats) {

    boolean matches(Segment segment) {
      return tag.equals(segment.tag())
          && (qualifiers.isEmpty() || qualifiers.contains(qualifier(segment)));
    }
  }

  private final String id;
  private final Level level;
  private final @Nullable Loop parent;
  private final Rule opener;
  private final boolean required;
  private final int repeatsMax;
  private final List<Rule> rules;

  Loop(
      String id, Level level, @Nullable Loop parent, String opener, String times, String segments) {
    this.id = id;
    this.level = level;
    this.parent = parent;
    this.opener = rule(0, opener);
    this.required = times.endsWith("!");
    String count = times.replace("!", "");
    this.repeatsMax =
        count.isEmpty() || count.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(count);
    List<Rule> list = new ArrayList<>();
    for (String text : segments.isEmpty() ? new String[0] : segments.split(" ", -1)) {
      list.add(rule(list.size(), text));
    }
    this.rules = List.copyOf(list);
  }

  private static Rule rule(int rank, String text) {
    String name = text.replace("!", "").replace("*", "");
    int equals = name.indexOf('=');
    return new Rule(
        rank,
        equals < 0 ? name : name.substring(0, equals),
        equals < 0 ? Set.of() : Set.of(name.substring(equals + 1).split(",", -1)),
        text.contains("!"),
        text.contains("*"));
  }

  /** The code that says which loop a segment opens: the third element of HL, else the first. */
  static String qualifier(Segment segment) {
    return segment.text(segment.tag().equals("HL") ? 3 : 1);
  }

  /** The loop's name in the guide. */
  String id() {
    return id;
  }

  Level level() {
    return level;
  }

  boolean required() {
    return required;
  }

  int repeatsMax() {
    return repeatsMax;
  }

  Rule opener() {
    return opener;
  }

  List<Rule> rules() {
    return rules;
  }

  /** Whether the loop may stand in {@code outer}; claims hang at subscribers and at patients. */
  boolean standsIn(Loop outer) {
    return parent == outer || (this == CLAIM && outer == PATIENT_LEVEL);
  }

  /** The rule for a segment that belongs to this loop, without the segments of loops inside it. */
  Optional<Rule> ruleFor(Segment segment) {
    return rules.stream().filter(rule -> rule.matches(segment)).findFirst();
  }

  /** The loop inside this one that the segment opens. */
  Optional<Loop> openedBy(Segment segment) {
    return inside().stream().filter(loop -> loop.opener.matches(segment)).findFirst();
  }

  /** The loops that may stand directly in this one, in order. */
  List<Loop> inside() {
    return INSIDE.getOrDefault(this, List.of());
  }

  /** Whether an 837P has such a segment anywhere. */
  static boolean knows(String tag) {
    return TAGS.contains(tag);
  }

  private static final Set<String> TAGS =
      Arrays.stream(values())
          .flatMap(loop -> Stream.concat(Stream.of(loop.opener), loop.rules.stream()))
          .map(Rule::tag)
          .filter(tag -> !tag.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<Loop, List<Loop>> INSIDE = new EnumMap<>(Loop.class);

  static {
    for (Loop outer : values()) {
      INSIDE.put(outer, Arrays.stream(values()).filter(loop -> loop.standsIn(outer)).toList());
    }
  }
}
