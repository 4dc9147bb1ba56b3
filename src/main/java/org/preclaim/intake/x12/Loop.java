package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The loops of an 837, as far as reading one takes them: in which guide and where each may stand,
 * which segment opens it, and which segments it holds in which order. In the lists {@code !} marks
 * what is required and {@code *} what may be repeated; {@code DTP=573} is a DTP with that qualifier
 * only.
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
      Guide.PROFESSIONAL,
      "2300",
      Level.CLAIM,
      SUBSCRIBER_LEVEL,
      "CLM",
      "*",
      "DTP* PWK* CN1 AMT* REF* K3* NTE* CR1 CR2 CRC* HI*! HCP"),
  REFERRER(Guide.PROFESSIONAL, "2310A", Level.CLAIM, CLAIM, "NM1=DN,P3", "2", "PRV REF*"),
  RENDERING(Guide.PROFESSIONAL, "2310B", Level.CLAIM, CLAIM, "NM1=82", "1", "PRV REF*"),
  FACILITY(Guide.PROFESSIONAL, "2310C", Level.CLAIM, CLAIM, "NM1=77", "1", "N3 N4 REF* PER"),
  SUPERVISOR(Guide.PROFESSIONAL, "2310D", Level.CLAIM, CLAIM, "NM1=DQ", "1", "REF*"),
  PICK_UP(Guide.PROFESSIONAL, "2310E", Level.CLAIM, CLAIM, "NM1=PW", "1", "N3 N4"),
  DROP_OFF(Guide.PROFESSIONAL, "2310F", Level.CLAIM, CLAIM, "NM1=45", "1", "N3 N4"),
  OTHER_COVERAGE(Guide.PROFESSIONAL, "2320", Level.CLAIM, CLAIM, "SBR", "10", "CAS* AMT* OI! MOA"),
  OTHER_SUBSCRIBER(
      Guide.PROFESSIONAL, "2330A", Level.CLAIM, OTHER_COVERAGE, "NM1=IL", "1!", "N3 N4 REF*"),
  OTHER_PAYER(
      Guide.PROFESSIONAL,
      "2330B",
      Level.CLAIM,
      OTHER_COVERAGE,
      "NM1=PR",
      "1",
      "N3 N4 DTP=573 REF*"),
  OTHER_REFERRER(
      Guide.PROFESSIONAL, "2330C", Level.CLAIM, OTHER_COVERAGE, "NM1=DN,P3", "2", "REF*"),
  OTHER_RENDERING(Guide.PROFESSIONAL, "2330D", Level.CLAIM, OTHER_COVERAGE, "NM1=82", "1", "REF*"),
  OTHER_FACILITY(Guide.PROFESSIONAL, "2330E", Level.CLAIM, OTHER_COVERAGE, "NM1=77", "1", "REF*"),
  OTHER_SUPERVISOR(Guide.PROFESSIONAL, "2330F", Level.CLAIM, OTHER_COVERAGE, "NM1=DQ", "1", "REF*"),
  OTHER_BILLING(Guide.PROFESSIONAL, "2330G", Level.CLAIM, OTHER_COVERAGE, "NM1=85", "1", "REF*"),
  LINE(
      Guide.PROFESSIONAL,
      "2400",
      Level.CLAIM,
      CLAIM,
      "LX",
      "*",
      "SV1! SV5 PWK* CR1 CR3 CRC* DTP* QTY* MEA* CN1 REF* AMT* K3* NTE* PS1 HCP"),
  DRUG(Guide.PROFESSIONAL, "2410", Level.CLAIM, LINE, "LIN", "1", "CTP REF*"),
  LINE_RENDERING(Guide.PROFESSIONAL, "2420A", Level.CLAIM, LINE, "NM1=82", "1", "PRV REF*"),
  LINE_PURCHASED(Guide.PROFESSIONAL, "2420B", Level.CLAIM, LINE, "NM1=QB", "1", "REF*"),
  LINE_FACILITY(Guide.PROFESSIONAL, "2420C", Level.CLAIM, LINE, "NM1=77", "1", "N3 N4 REF*"),
  LINE_SUPERVISOR(Guide.PROFESSIONAL, "2420D", Level.CLAIM, LINE, "NM1=DQ", "1", "REF*"),
  LINE_ORDERER(Guide.PROFESSIONAL, "2420E", Level.CLAIM, LINE, "NM1=DK", "1", "N3 N4 REF* PER"),
  LINE_REFERRER(Guide.PROFESSIONAL, "2420F", Level.CLAIM, LINE, "NM1=DN,P3", "2", "REF*"),
  LINE_PICK_UP(Guide.PROFESSIONAL, "2420G", Level.CLAIM, LINE, "NM1=PW", "1", "N3 N4"),
  LINE_DROP_OFF(Guide.PROFESSIONAL, "2420H", Level.CLAIM, LINE, "NM1=45", "1", "N3 N4"),
  LINE_ADJUDICATION(Guide.PROFESSIONAL, "2430", Level.CLAIM, LINE, "SVD", "15", "CAS* DTP=573 AMT"),
  LINE_FORM(Guide.PROFESSIONAL, "2440", Level.CLAIM, LINE, "LQ", "*", "FRM*"),

  INSTITUTIONAL_CLAIM(
      Guide.INSTITUTIONAL,
      "2300",
      Level.CLAIM,
      SUBSCRIBER_LEVEL,
      "CLM",
      "*",
      "DTP*! CL1 PWK* CN1 AMT* REF* K3* NTE* CRC* HI*! HCP"),
  ATTENDING(
      Guide.INSTITUTIONAL, "2310A", Level.CLAIM, INSTITUTIONAL_CLAIM, "NM1=71", "1", "PRV REF*"),
  OPERATING(Guide.INSTITUTIONAL, "2310B", Level.CLAIM, INSTITUTIONAL_CLAIM, "NM1=72", "1", "REF*"),
  OTHER_OPERATING(
      Guide.INSTITUTIONAL, "2310C", Level.CLAIM, INSTITUTIONAL_CLAIM, "NM1=ZZ", "1", "REF*"),
  INSTITUTIONAL_RENDERING(
      Guide.INSTITUTIONAL, "2310D", Level.CLAIM, INSTITUTIONAL_CLAIM, "NM1=82", "1", "PRV REF*"),
  INSTITUTIONAL_FACILITY(
      Guide.INSTITUTIONAL, "2310E", Level.CLAIM, INSTITUTIONAL_CLAIM, "NM1=77", "1", "N3 N4 REF*"),
  INSTITUTIONAL_REFERRER(
      Guide.INSTITUTIONAL, "2310F", Level.CLAIM, INSTITUTIONAL_CLAIM, "NM1=DN", "1", "REF*"),
  INSTITUTIONAL_OTHER_COVERAGE(
      Guide.INSTITUTIONAL,
      "2320",
      Level.CLAIM,
      INSTITUTIONAL_CLAIM,
      "SBR",
      "10",
      "CAS* AMT* OI! MIA MOA"),
  INSTITUTIONAL_OTHER_SUBSCRIBER(
      Guide.INSTITUTIONAL,
      "2330A",
      Level.CLAIM,
      INSTITUTIONAL_OTHER_COVERAGE,
      "NM1=IL",
      "1!",
      "N3 N4 REF*"),
  INSTITUTIONAL_OTHER_PAYER(
      Guide.INSTITUTIONAL,
      "2330B",
      Level.CLAIM,
      INSTITUTIONAL_OTHER_COVERAGE,
      "NM1=PR",
      "1",
      "N3 N4 DTP=573 REF*"),
  OTHER_PAYER_ATTENDING(
      Guide.INSTITUTIONAL,
      "2330C",
      Level.CLAIM,
      INSTITUTIONAL_OTHER_COVERAGE,
      "NM1=71",
      "1",
      "REF*"),
  OTHER_PAYER_OPERATING(
      Guide.INSTITUTIONAL,
      "2330D",
      Level.CLAIM,
      INSTITUTIONAL_OTHER_COVERAGE,
      "NM1=72",
      "1",
      "REF*"),
  OTHER_PAYER_OTHER_OPERATING(
      Guide.INSTITUTIONAL,
      "2330E",
      Level.CLAIM,
      INSTITUTIONAL_OTHER_COVERAGE,
      "NM1=ZZ",
      "1",
      "REF*"),
  INSTITUTIONAL_OTHER_PAYER_FACILITY(
      Guide.INSTITUTIONAL,
      "2330F",
      Level.CLAIM,
      INSTITUTIONAL_OTHER_COVERAGE,
      "NM1=77",
      "1",
      "REF*"),
  INSTITUTIONAL_OTHER_PAYER_RENDERING(
      Guide.INSTITUTIONAL,
      "2330G",
      Level.CLAIM,
      INSTITUTIONAL_OTHER_COVERAGE,
      "NM1=82",
      "1",
      "REF*"),
  INSTITUTIONAL_OTHER_PAYER_REFERRER(
      Guide.INSTITUTIONAL,
      "2330H",
      Level.CLAIM,
      INSTITUTIONAL_OTHER_COVERAGE,
      "NM1=DN",
      "1",
      "REF*"),
  INSTITUTIONAL_OTHER_PAYER_BILLING(
      Guide.INSTITUTIONAL,
      "2330I",
      Level.CLAIM,
      INSTITUTIONAL_OTHER_COVERAGE,
      "NM1=85",
      "1",
      "REF*"),
  INSTITUTIONAL_LINE(
      Guide.INSTITUTIONAL,
      "2400",
      Level.CLAIM,
      INSTITUTIONAL_CLAIM,
      "LX",
      "*",
      "SV2! PWK* DTP* REF* AMT* NTE* HCP"),
  INSTITUTIONAL_DRUG(
      Guide.INSTITUTIONAL, "2410", Level.CLAIM, INSTITUTIONAL_LINE, "LIN", "1", "CTP REF*"),
  LINE_OPERATING(
      Guide.INSTITUTIONAL, "2420A", Level.CLAIM, INSTITUTIONAL_LINE, "NM1=72", "1", "REF*"),
  LINE_OTHER_OPERATING(
      Guide.INSTITUTIONAL, "2420B", Level.CLAIM, INSTITUTIONAL_LINE, "NM1=ZZ", "1", "REF*"),
  INSTITUTIONAL_LINE_RENDERING(
      Guide.INSTITUTIONAL, "2420C", Level.CLAIM, INSTITUTIONAL_LINE, "NM1=82", "1", "REF*"),
  INSTITUTIONAL_LINE_REFERRER(
      Guide.INSTITUTIONAL, "2420D", Level.CLAIM, INSTITUTIONAL_LINE, "NM1=DN", "1", "REF*"),
  INSTITUTIONAL_LINE_ADJUDICATION(
      Guide.INSTITUTIONAL,
      "2430",
      Level.CLAIM,
      INSTITUTIONAL_LINE,
      "SVD",
      "15",
      "CAS* DTP=573 AMT");

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

  private final @Nullable Guide guide;
  private final String id;
  private final Level level;
  private final @Nullable Loop parent;
  private final Rule opener;
  private final boolean required;
  private final int repeatsMax;
  private final List<Rule> rules;

  /** A loop that both guides have. */
  Loop(
      String id, Level level, @Nullable Loop parent, String opener, String times, String segments) {
    this(null, id, level, parent, opener, times, segments);
  }

  Loop(
      @Nullable Guide guide,
      String id,
      Level level,
      @Nullable Loop parent,
      String opener,
      String times,
      String segments) {
    this.guide = guide;
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

  /** Whether {@code of} has the loop. */
  boolean belongsTo(Guide of) {
    return guide == null || guide == of;
  }

  /** Whether the loop is a claim. */
  boolean claim() {
    return id.equals("2300");
  }

  /** Whether the loop is a service line. */
  boolean line() {
    return id.equals("2400");
  }

  /** Whether the loop is a coverage beside the one that is billed. */
  boolean otherCoverage() {
    return id.equals("2320");
  }

  /** Whether the loop may stand in {@code outer}; claims hang at subscribers and at patients. */
  boolean standsIn(Loop outer) {
    return parent == outer || (claim() && outer == PATIENT_LEVEL);
  }

  /** The rule for a segment that belongs to this loop, without the segments of loops inside it. */
  Optional<Rule> ruleFor(Segment segment) {
    return rules.stream().filter(rule -> rule.matches(segment)).findFirst();
  }
}
