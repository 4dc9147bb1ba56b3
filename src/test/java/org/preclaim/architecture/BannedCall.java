package org.preclaim.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A call that would make two runs on the same input differ, or speak where nobody listens.
 *
 * @param member how the full name of the called method, constructor or field begins; with the
 *     closing bracket it is that one overload
 * @param useInstead what stands there in good code
 * @param exempt rooms that may call it
 */
public record BannedCall(String member, String useInstead, Set<String> exempt) {

  private static final Set<String> DOORS = Set.of("web", "cli", "desk", "application");
  private static final String TIME = "a time that the caller passes in";
  private static final String SEED = "a number or id that the caller passes in";
  private static final String LOCALE = "the overload with Locale.ROOT";
  private static final String CHARSET = "the overload with StandardCharsets.UTF_8";
  private static final String STRING_FORMAT = "concatenation, or String.format(Locale.ROOT, …)";

  /** All of them. {@code System.nanoTime} is not among them: it only measures how long. */
  public static final List<BannedCall> ALL =
      Stream.of(
              outsideDoors(
                  TIME,
                  "java.time.Clock.system",
                  "java.time.Clock.tick",
                  "java.time.Instant.now(",
                  "java.time.LocalDate.now(",
                  "java.time.LocalDateTime.now(",
                  "java.time.LocalTime.now(",
                  "java.time.OffsetDateTime.now(",
                  "java.time.Year.now(",
                  "java.time.YearMonth.now(",
                  "java.time.ZonedDateTime.now(",
                  "java.lang.System.currentTimeMillis(",
                  "java.util.Calendar.getInstance(",
                  "java.util.Date.<init>()"),
              outsideDoors(
                  SEED,
                  "java.lang.Math.random(",
                  "java.security.SecureRandom.",
                  "java.util.Random.<init>()",
                  "java.util.SplittableRandom.<init>()",
                  "java.util.UUID.randomUUID(",
                  "java.util.concurrent.ThreadLocalRandom."),
              outsideDoors(
                  LOCALE,
                  "java.lang.String.toLowerCase()",
                  "java.lang.String.toUpperCase()",
                  "java.text.Collator.getInstance()",
                  "java.text.DecimalFormat.<init>(java.lang.String)",
                  "java.text.NumberFormat.getInstance()",
                  "java.text.SimpleDateFormat.<init>(java.lang.String)",
                  "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
                  "java.util.Locale.getDefault(",
                  "org.apache.poi.ss.usermodel.DataFormatter.<init>()"),
              outsideDoors(
                  STRING_FORMAT,
                  "java.lang.String.format(java.lang.String,",
                  "java.lang.String.formatted("),
              outsideDoors(
                  "ZoneOffset.UTC, or a zone that the caller passes in",
                  "java.time.ZoneId.systemDefault(",
                  "java.util.TimeZone.getDefault("),
              outsideDoors(
                  CHARSET,
                  "java.io.ByteArrayOutputStream.toString()",
                  "java.io.FileReader.<init>(java.io.File)",
                  "java.io.FileReader.<init>(java.lang.String)",
                  "java.io.FileWriter.<init>(java.io.File)",
                  "java.io.FileWriter.<init>(java.lang.String)",
                  "java.io.InputStreamReader.<init>(java.io.InputStream)",
                  "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
                  "java.io.PrintStream.<init>(java.io.OutputStream)",
                  "java.io.PrintWriter.<init>(java.io.OutputStream)",
                  "java.lang.String.<init>([B)",
                  "java.lang.String.getBytes()",
                  "java.nio.charset.Charset.defaultCharset(",
                  "java.util.Scanner.<init>(java.io.InputStream)"),
              Stream.of("java.lang.System.out", "java.lang.System.err")
                  .map(
                      stream ->
                          new BannedCall(
                              stream, "a value that a door prints", Set.of("cli", "application"))))
          .flatMap(calls -> calls)
          .toList();

  private static Stream<BannedCall> outsideDoors(String useInstead, String... members) {
    return Stream.of(members).map(member -> new BannedCall(member, useInstead, DOORS));
  }

  /** Every banned call in {@code classes}, as a sentence that names the replacement. */
  public static NavigableSet<String> in(Iterable<JavaClass> classes, House house) {
    NavigableSet<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      String room = house.roomOf(type);
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        String called = access.getTarget().getFullName();
        ALL.stream()
            .filter(ban -> called.startsWith(ban.member()) && !ban.exempt().contains(room))
            .map(
                ban ->
                    "%s %s: `%s` is banned in `%s`: use %s"
                        .formatted(
                            type.getName(),
                            access.getSourceCodeLocation(),
                            called,
                            room,
                            ban.useInstead()))
            .forEach(found::add);
      }
    }
    return found;
  }
}
