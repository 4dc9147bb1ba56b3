package org.preclaim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preclaim.fuzz.FuzzTarget.Answer;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** What every parser promises: an answer, or problems that say what is wrong and where. */
final class Contract {

  private static final Pattern HEADING = Pattern.compile("(?m)^## ([A-Z0-9-]+)$");
  private static final Set<String> CODES = documented();

  private Contract() {}

  private static Set<String> documented() {
    try (Stream<Path> pages = Files.list(Path.of("docs", "errors"))) {
      return pages
          .map(Contract::text)
          .flatMap(page -> HEADING.matcher(page).results().map(MatchResult::group))
          .map(heading -> heading.substring("## ".length()))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The answer to an input of which nothing was used. */
  static Answer refused(List<Problem> problems) {
    assertThat(problems).as("problems of what was refused").isNotEmpty();
    return new Answer(true, told(problems));
  }

  /** {@code problems} as text, each with a code that is documented and a place. */
  static String told(List<Problem> problems) {
    for (Problem problem : problems) {
      assertThat(problem.code()).as("%s", problem).isIn(CODES);
      assertThat(problem.message()).as("%s", problem).isNotBlank().doesNotEndWith(".");
      assertThat(problem.place().toString()).as("%s", problem).isNotBlank();
      assertPrintable(problem.toString().replace("\n  help: ", " "));
      assertPlace(problem);
    }
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  /** A control character could write over what a terminal shows. */
  private static void assertPrintable(String text) {
    assertThat(text.chars().noneMatch(Character::isISOControl))
        .as("no control character in `%s`", text)
        .isTrue();
  }

  private static void assertPlace(Problem problem) {
    if (problem.place() instanceof Place.TextPosition place) {
      assertThat(Math.min(place.line(), place.column())).as("%s", problem).isPositive();
    } else if (problem.place() instanceof Place.X12Position place) {
      assertThat(Math.min(place.segmentNumber(), place.byteOffset()))
          .as("%s", problem)
          .isNotNegative();
    } else if (problem.place() instanceof Place.JsonLine place) {
      assertThat(place.line()).as("%s", problem).isPositive();
    }
  }

  /** The answers of a reader of encounters as one; one problem is enough to count as refused. */
  static Answer admissions(List<Admission> admissions) {
    List<Answer> answers = admissions.stream().map(Contract::admission).toList();
    return new Answer(
        answers.stream().anyMatch(Answer::refused),
        answers.stream().map(Answer::said).collect(Collectors.joining("\n")));
  }

  /** What was said about one encounter. */
  static Answer admission(Admission admission) {
    if (admission instanceof Admission.Refused bad) {
      return refused(bad.problems());
    }
    if (admission instanceof Admission.Noticed noticed) {
      return new Answer(false, refused(noticed.problems()).said());
    }
    return new Answer(false, admission.toString());
  }
}
