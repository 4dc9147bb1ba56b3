package org.preclaim.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.preclaim.answer.DecisionText.Colour;
import picocli.CommandLine;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out answers, UTF-8 whatever the terminal's own encoding
 * @param err problems
 * @param colour whether answers in words are for a terminal
 */
public record Streams(InputStream in, PrintStream out, PrintStream err, boolean colour) {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Those of this process. */
  public static Streams ofProcess() {
    return new Streams(
        new FileInputStream(FileDescriptor.in),
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        CommandLine.Help.Ansi.AUTO.enabled());
  }

  /** How answers in words are coloured. */
  Colour textColour() {
    return colour ? Colour.ANSI : Colour.NONE;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES),
        false,
        StandardCharsets.UTF_8);
  }
}
