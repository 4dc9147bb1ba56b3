package org.preclaim.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** How long files, methods and rules may be. */
public final class Lengths {

  private static final int JAVA_FILE_LINES_MAX = 400;
  private static final int METHOD_LINES_MAX = 60;

  /**
   * A family stands in one file, with the words that each of its rules says to people beside the
   * rule: half the lines of a Java file, which is a dozen rules of ten lines with their comments.
   */
  private static final int RULE_FILE_LINES_MAX = 200;

  /** From {@code rule} to {@code end}. What is longer states more than one policy. */
  private static final int RULE_LINES_MAX = 30;

  private static final Pattern RULE = Pattern.compile("\\s*rule\\b.*");
  private static final Pattern END = Pattern.compile("\\s*end\\s*");

  private Lengths() {}

  /** Java and rule files that are too long. */
  public static List<String> files(Repository repository) {
    List<String> found = new ArrayList<>();
    for (Path file : repository.below("src/", ".java")) {
      tooLong(repository, file, JAVA_FILE_LINES_MAX, "a type with one task per file", found);
    }
    for (Path file : repository.below("rules/", ".drl")) {
      tooLong(repository, file, RULE_FILE_LINES_MAX, "a file per family, or table rows", found);
    }
    return found;
  }

  private static void tooLong(
      Repository repository, Path file, int most, String instead, List<String> found) {
    int lines = repository.lines(file).size();
    if (lines > most) {
      found.add(
          "%s:%d: the file has %d lines, at most %d are read at one go: use %s"
              .formatted(Repository.slashed(file), most + 1, lines, most, instead));
    }
  }

  /** Rules that are too long. */
  public static List<String> rules(Repository repository) {
    List<String> found = new ArrayList<>();
    for (Path file : repository.below("rules/", ".drl")) {
      int start = 0;
      int line = 0;
      for (String text : repository.lines(file)) {
        line++;
        if (RULE.matcher(text).matches()) {
          start = line;
        } else if (END.matcher(text).matches() && line - start >= RULE_LINES_MAX) {
          found.add(
              "%s:%d: the rule has %d lines, at most %d: use one rule per policy"
                  .formatted(Repository.slashed(file), start, line - start + 1, RULE_LINES_MAX));
        }
      }
    }
    return found;
  }

  /** Methods, constructors and lambdas that are too long, as the compiler sees them. */
  public static List<String> methods(Repository repository) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<Path> sources =
          repository.below("src/", ".java").stream().map(repository.root()::resolve).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new LongMethods(repository, unit, positions, found), null);
      }
    }
    return found;
  }

  /** Walks one source file. */
  private static final class LongMethods extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Repository repository;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> found;

    LongMethods(
        Repository repository,
        CompilationUnitTree unit,
        SourcePositions positions,
        List<String> found) {
      this.repository = repository;
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      check(method, "`" + method.getName() + "`");
      return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(
        LambdaExpressionTree lambda, @Nullable Void nothing) {
      check(lambda, "the lambda");
      return super.visitLambdaExpression(lambda, null);
    }

    private void check(Tree tree, String name) {
      LineMap lines = unit.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(unit, tree));
      long end = positions.getEndPosition(unit, tree);
      long length = end < 0 ? 0 : lines.getLineNumber(end) - first + 1;
      if (length > METHOD_LINES_MAX) {
        Path file = repository.root().relativize(Path.of(unit.getSourceFile().toUri()));
        found.add(
            "%s:%d: %s has %d lines, at most %d: use methods that say what each part does"
                .formatted(Repository.slashed(file), first, name, length, METHOD_LINES_MAX));
      }
    }
  }
}
