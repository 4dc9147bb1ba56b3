package org.preclaim.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.Root;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import tools.jackson.core.JacksonException;

/**
 * How far a replay is, in a file that is replaced whole: a replay that was killed goes on after the
 * last entries that are in it.
 *
 * @param path where it is; its folder is there
 */
public record StateFile(Path path) {

  private static final int VERSION = 2;
  private static final long BYTES_MAX = 1L << 28;
  private static final String OTHER_FILE = ": name another file, or remove it";

  /**
   * How far it is.
   *
   * @param version of this file's form
   * @param request digest of what was asked, so that it does not go on with something else
   * @param journal the root of what it reads up to its last entry, so that it does not go on with
   *     another journal; retention leaves it
   * @param position the last entry that is in the report
   * @param report what came of all up to there
   */
  record State(
      int version, String request, @Nullable String journal, long position, Report report) {
    static State of(String request, Root journal, long position, Report report) {
      return new State(VERSION, request, journal.toString(), position, report);
    }

    boolean isOf(Optional<Root> root) {
      return root.map(Root::toString).filter(text -> text.equals(journal)).isPresent();
    }
  }

  /**
   * What is in it; nothing where there is no such file.
   *
   * @param rootAt gives the root of the batch of an entry, where the journal goes so far
   * @throws ProblemsException where it is none, or is of another replay or journal
   */
  Optional<State> read(String request, LongFunction<Optional<Root>> rootAt)
      throws IOException, ProblemsException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    State state;
    try {
      if (Files.size(path) > BYTES_MAX) {
        throw refused("is far larger than a state file gets");
      }
      state = ReportJson.MAPPER.readValue(Files.readAllBytes(path), State.class);
    } catch (JacksonException | IllegalArgumentException damaged) {
      throw refused("is no state file of a replay");
    }
    if (state.version() != VERSION) {
      throw refused(
          "is of another version of Preclaim, and does not say of which journal" + OTHER_FILE);
    }
    if (!state.request().equals(request)) {
      throw refused("is of another replay" + OTHER_FILE);
    }
    if (!state.isOf(rootAt.apply(state.report().upTo()))) {
      throw refused("is of a replay of another journal" + OTHER_FILE);
    }
    return Optional.of(state);
  }

  private ProblemsException refused(String message) {
    Problem problem = ReplayProblemCode.STATE.problem(path.toString(), message);
    return new ProblemsException(List.of(problem));
  }

  /** Puts {@code state} in its place; a crash leaves this one or the one before. */
  void write(State state) throws IOException {
    Path draft = path.resolveSibling(path.getFileName() + ".draft");
    ByteBuffer bytes = ByteBuffer.wrap(ReportJson.MAPPER.writeValueAsString(state).getBytes(UTF_8));
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes it, once its report is where it should be. */
  public void remove() throws IOException {
    Files.deleteIfExists(path);
  }
}
