package org.preclaim.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.desk.Desk;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.problem.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: decides every encounter in files. */
@Command(
    name = "check",
    description = "Decides every encounter in the files.",
    footer = {
      "",
      "JSON, JSON lines and X12 837 are told apart by content.",
      "Exit code: 0 nothing found, 1 findings, 2 something unreadable."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files; - is standard input.")
  List<String> files = List.of();

  @Option(
      names = "--format",
      defaultValue = "text",
      converter = AnswerFormat.Converter.class,
      description = "text, or json for one decision a line (default: text).")
  AnswerFormat format = AnswerFormat.TEXT;

  @Option(names = "--trace", description = "Say which rules and rows fired on which facts.")
  boolean traced;

  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException {
    Desk desk = common.openDesk(context.clock());
    CheckReport report =
        CheckReport.to(context.streams(), format, traced ? Trace.INCLUDED : Trace.LEFT_OUT);
    for (String file : files) {
      check(desk, file, report);
    }
    return report.end();
  }

  /** A file that cannot be read does not keep the others from being decided. */
  private void check(Desk desk, String file, CheckReport report) {
    try (InputStream input = open(file);
        Admissions admissions = admit(desk, SniffedInput.of(input), file)) {
      while (admissions.hasNext() && report.isWanted()) {
        Admission admission = admissions.next();
        if (admission instanceof Admission.Admitted admitted) {
          report.decided(admitted.encounter(), desk.decide(admitted.encounter()));
        } else if (admission instanceof Admission.Refused refused) {
          report.refused(file, refused);
        }
      }
    } catch (NoSuchFileException missing) {
      report.unreadable(file, "there is no such file");
    } catch (IOException | UncheckedIOException unreadable) {
      report.unreadable(file, reason(unreadable));
    }
  }

  private InputStream open(String file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return new Unclosed(context.streams().in());
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new IOException("it is a folder, expected a file");
    }
    return Files.newInputStream(path);
  }

  private static Admissions admit(Desk desk, SniffedInput input, String file) throws IOException {
    return switch (input.format()) {
      case JSON -> OneAdmission.of(desk.admitJson(input.in(), file));
      case JSON_LINES -> desk.admitLines(input.in(), file);
      case X12 -> desk.admitClaims(input.in());
      case FHIR ->
          throw new IOException(
              "it is FHIR (it has a `resourceType`), which is not read yet: expected the JSON of an"
                  + " encounter, or X12");
      case EMPTY -> throw new IOException("it is empty, expected an encounter");
    };
  }

  private static String reason(Exception unreadable) {
    Throwable cause =
        unreadable instanceof UncheckedIOException ? unreadable.getCause() : unreadable;
    String message = cause == null ? null : cause.getMessage();
    return message == null ? "it cannot be read" : message;
  }

  /** Standard input belongs to the process. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // Left open on purpose.
    }
  }
}
