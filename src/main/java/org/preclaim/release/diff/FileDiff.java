package org.preclaim.release.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.table.WorkbookContent;
import org.preclaim.table.diff.Change;
import org.preclaim.table.diff.WorkbookDiff;

/** What differs in one file of which the bytes differ. */
public sealed interface FileDiff {

  /** Below the policies folder, or as it was named. */
  String path();

  /** What became of the file as a whole. */
  Change change();

  /** Whether anything differs that is read: not so where only colours, widths or the like do. */
  boolean differs();

  /** How many changes of code it has. */
  long codeChanges();

  /**
   * A workbook.
   *
   * @param diff its cells
   */
  record OfWorkbook(String path, Change change, WorkbookDiff diff) implements FileDiff {
    @Override
    public boolean differs() {
      return change != Change.CHANGED || !diff.isEmpty();
    }

    @Override
    public long codeChanges() {
      return diff.changes().stream().filter(each -> each.kind().isCode()).count();
    }
  }

  /**
   * A file of rules.
   *
   * @param rules those that differ
   */
  record OfRules(String path, Change change, List<RuleChange> rules) implements FileDiff {

    /** Copies the list. */
    public OfRules {
      rules = List.copyOf(rules);
    }

    @Override
    public boolean differs() {
      return change != Change.CHANGED || !rules.isEmpty();
    }

    @Override
    public long codeChanges() {
      return rules.size();
    }
  }

  /**
   * A file that cannot be compared.
   *
   * @param problem why
   */
  record NotCompared(String path, Change change, Problem problem) implements FileDiff {
    @Override
    public boolean differs() {
      return true;
    }

    @Override
    public long codeChanges() {
      return 0;
    }
  }

  /**
   * What differs between the bytes of a file; empty where none does.
   *
   * @param path its ending tells a workbook from rules
   * @param before absent where there was no such file
   * @param after absent where there is none
   */
  static Optional<FileDiff> between(
      String path, byte @Nullable [] before, byte @Nullable [] after) {
    if (Arrays.equals(before, after)) {
      return Optional.empty();
    }
    Change change = before == null ? Change.ADDED : after == null ? Change.REMOVED : Change.CHANGED;
    return Optional.of(
        path.endsWith(".drl")
            ? rules(path, change, before, after)
            : new OfWorkbook(
                path, change, WorkbookDiff.between(content(path, before), content(path, after))));
  }

  private static WorkbookContent content(String path, byte @Nullable [] bytes) {
    return bytes == null ? WorkbookContent.NONE : WorkbookContent.of(path, bytes);
  }

  private static FileDiff rules(
      String path, Change change, byte @Nullable [] before, byte @Nullable [] after) {
    try {
      return new OfRules(path, change, RuleChange.between(text(before), text(after)));
    } catch (CharacterCodingException notText) {
      Place place = new Place.TextPosition(path, 1, 1);
      String message = "the file is not UTF-8 text, and cannot be compared by rule";
      return new NotCompared(path, change, new Problem(place, "RULE-NOT-UTF-8", message));
    }
  }

  private static String text(byte @Nullable [] bytes) throws CharacterCodingException {
    return bytes == null ? "" : UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
