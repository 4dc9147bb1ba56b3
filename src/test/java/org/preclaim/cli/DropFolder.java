package org.preclaim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.preclaim.fixtures.CommandLineRun;

/**
 * A folder that tests drop files into and watch.
 *
 * @param folder to drop into
 * @param data of the journal
 */
record DropFolder(Path folder, Path data) {

  Path drop(String name, String text) throws IOException {
    return drop(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path drop(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /** Drops a file and takes it, as a process does that crashes then. */
  void dropAndTake(String name, String text) throws IOException {
    Path file = drop(name, text);
    try (WatchedFolder crashed = WatchedFolder.open(folder, null, Clock.systemUTC())) {
      crashed.take(file);
    }
  }

  CommandLineRun watchOnce() {
    return watch("--once", "--settle", "0");
  }

  CommandLineRun watch(String... options) {
    return CommandLineRun.withPolicies(
        Stream.concat(
                Stream.of("watch", folder.toString(), "--data", data.toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  Path at(String path) {
    return folder.resolve(path);
  }

  /** The lines of an answer. */
  List<String> out(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }

  /** The visible files of a folder in it, by name. */
  List<String> names(String below) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(below))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
