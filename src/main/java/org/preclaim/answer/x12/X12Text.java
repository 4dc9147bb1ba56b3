package org.preclaim.answer.x12;

import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * X12 on its way out, a segment on each line, with the separators {@code * : ^ ~}. A character of
 * an element that is one of them, or a control character, becomes a blank: nothing that a sender
 * wrote can end a segment of ours.
 */
final class X12Text {

  private static final String SEPARATORS = "*:^~";

  private final OutputStream out;
  private final EDIOutputFactory factory = EDIOutputFactory.newFactory();
  private EDIStreamWriter writer;

  X12Text(OutputStream out) {
    this.out = out;
    factory.setProperty(EDIOutputFactory.PRETTY_PRINT, true);
    this.writer = factory.createEDIStreamWriter(out);
  }

  /** Begins an interchange with the elements of its header. */
  void startInterchange(List<String> header) {
    guarded(
        () -> {
          // Each interchange has a writer of its own: one that has ended takes no other.
          writer = factory.createEDIStreamWriter(out);
          writer.startInterchange();
          writer.writeStartSegment("ISA");
          for (String element : header) {
            writer.writeElement(element);
          }
          writer.writeEndSegment();
        });
  }

  /**
   * Writes a segment.
   *
   * @param elements each as its components
   */
  void segment(String tag, List<List<String>> elements) {
    guarded(
        () -> {
          writer.writeStartSegment(tag);
          for (List<String> element : elements) {
            element(element);
          }
          writer.writeEndSegment();
        });
  }

  private void element(List<String> components) throws EDIStreamException {
    if (components.size() == 1) {
      writer.writeElement(plain(components.get(0)));
      return;
    }
    writer.writeStartElement();
    for (String component : components) {
      writer.writeComponent(plain(component));
    }
    writer.endElement();
  }

  void endInterchange() {
    guarded(
        () -> {
          writer.endInterchange();
          writer.flush();
        });
  }

  /** {@code text} without anything that separates. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char next = text.charAt(index);
      boolean sound = next >= ' ' && next < 0x7f && SEPARATORS.indexOf(next) < 0;
      plain.append(sound ? next : ' ');
    }
    return plain.toString().strip();
  }

  private interface Writing {
    void write() throws EDIStreamException;
  }

  private static void guarded(Writing writing) {
    try {
      writing.write();
    } catch (EDIStreamException failed) {
      IOException cause =
          failed.getCause() instanceof IOException io ? io : new IOException(failed);
      throw new UncheckedIOException("the acknowledgment cannot be written", cause);
    }
  }
}
