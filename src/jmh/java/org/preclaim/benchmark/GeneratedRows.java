package org.preclaim.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Made-up policy rows: half of one line, a quarter of pairs, the rest add-ons and documentation.
 * Codes follow Zipf's law, as billed codes do: a few have very many rows, most have one or none.
 */
public final class GeneratedRows {

  /** Diagnosis categories that rows and encounters draw from. */
  static final int DIAGNOSES = 24;

  /** Elements of documentation. */
  static final int ELEMENTS = 12;

  private static final double ZIPF = 0.7;
  private static final int ROWS_PER_CODE = 4;
  private static final List<String> MODIFIERS = List.of("25", "59", "XS", "26");

  private final Random random;
  private final int firstCode;
  private final double[] weights;

  private GeneratedRows(long seed, int firstCode, int codes) {
    this.random = new Random(seed);
    this.firstCode = firstCode;
    this.weights = new double[codes];
    double sum = 0;
    for (int rank = 0; rank < codes; rank++) {
      sum += 1 / Math.pow(rank + 1.0, ZIPF);
      weights[rank] = sum;
    }
  }

  /**
   * Rows of all four kinds.
   *
   * @param firstCode the lowest code, of five digits; two sets with codes apart do not meet
   */
  public static List<GeneratedRow> mixed(int count, long seed, int firstCode) {
    return mixed(count, seed, firstCode, Math.max(20, count / ROWS_PER_CODE));
  }

  /** The same, over so many codes. */
  static List<GeneratedRow> mixed(int count, long seed, int firstCode, int codes) {
    GeneratedRows source = new GeneratedRows(seed, firstCode, codes);
    return IntStream.range(0, count).mapToObj(source::mixed).toList();
  }

  /** Rows that look at one line only: all that most other engines can be given. */
  public static List<GeneratedRow> single(int count, long seed, int firstCode) {
    GeneratedRows source = new GeneratedRows(seed, firstCode, Math.max(20, count / ROWS_PER_CODE));
    return IntStream.range(0, count).<GeneratedRow>mapToObj(source::single).toList();
  }

  private GeneratedRow mixed(int number) {
    String id = "GEN-" + number;
    int share = random.nextInt(100);
    if (share < 50) {
      return single(number);
    } else if (share < 75) {
      return new GeneratedRow.Pair(id, code(), code());
    } else if (share < 90) {
      return new GeneratedRow.AddOn(id, code(), some(2 + random.nextInt(6), at -> code()));
    }
    return new GeneratedRow.Documented(id, code(), some(1 + random.nextInt(4), at -> element()));
  }

  private GeneratedRow single(int number) {
    return new GeneratedRow.Single(
        "GEN-" + number,
        code(),
        some(3 + random.nextInt(8), at -> diagnosis(random.nextInt(DIAGNOSES))),
        random.nextInt(30),
        50 + random.nextInt(50),
        MODIFIERS.get(random.nextInt(MODIFIERS.size())));
  }

  private String code() {
    double drawn = random.nextDouble() * weights[weights.length - 1];
    int low = 0;
    int high = weights.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (weights[middle] < drawn) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Integer.toString(firstCode + low);
  }

  private String element() {
    return "element-" + random.nextInt(ELEMENTS);
  }

  /** A diagnosis category, for instance {@code D07}. */
  static String diagnosis(int number) {
    return number < 10 ? "D0" + number : "D" + number;
  }

  private static List<String> some(int count, IntFunction<String> member) {
    List<String> members = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      String drawn = member.apply(at);
      if (!members.contains(drawn)) {
        members.add(drawn);
      }
    }
    return List.copyOf(members);
  }
}
