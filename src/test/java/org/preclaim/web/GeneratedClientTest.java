package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.RunningService;

/**
 * The client that the build generates from {@code openapi.json}, as a caller would, compiles, and a
 * program written against it gets along with the service.
 */
class GeneratedClientTest {

  private static final Path CLIENT = Path.of("target/client/src/main/java");
  private static final Path PROGRAM = Path.of("src/test/resources/client/FirstEncounter.java");

  @Test
  void client_generatedFromTheDescription_talksToTheService(@TempDir Path classes)
      throws Exception {
    assertThat(CLIENT).as("mvn generate-test-resources makes it").isDirectory();
    compile(classes);
    URL[] there = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(there, getClass().getClassLoader())) {
      @SuppressWarnings("unchecked") // the program says so
      UnaryOperator<String> program =
          (UnaryOperator<String>)
              loader.loadClass("FirstEncounter").getDeclaredConstructor().newInstance();

      String told = program.apply("http://127.0.0.1:" + RunningService.only().port());

      assertThat(told).isEqualTo("warnings SAMPLE-001 100.00 E-CLIENT 400");
    }
  }

  private static void compile(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<File> sources = new ArrayList<>(List.of(PROGRAM.toFile()));
    try (Stream<Path> files = Files.walk(CLIENT)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::toFile)
          .forEach(sources::add);
    }
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  manager,
                  null,
                  List.of("-proc:none", "-nowarn", "-d", classes.toString()),
                  null,
                  manager.getJavaFileObjectsFromFiles(sources))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }
}
