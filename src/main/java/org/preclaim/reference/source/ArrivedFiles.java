package org.preclaim.reference.source;

import static org.preclaim.reference.source.ReferenceProblemCode.ARCHIVE;
import static org.preclaim.reference.source.ReferenceProblemCode.HTML;
import static org.preclaim.reference.source.ReferenceProblemCode.LIMIT;
import static org.preclaim.reference.source.ReferenceProblemCode.UNREADABLE;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.preclaim.problem.Place;
import org.preclaim.reference.source.OfficialFile.Content;
import org.preclaim.reference.source.OfficialFile.Kind;

/**
 * Finds the official files in what the user gave: as they are, gzipped, or members of a zip, which
 * may itself lie in a zip. Told apart by content; nothing is written anywhere, and the names inside
 * archives are only ever shown.
 */
public final class ArrivedFiles {

  private static final int HEAD_BYTES = 4096;
  private static final int ZIPS_IN_ONE_ANOTHER = 2;
  private static final String GZIP_SUFFIX = ".gz";
  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ZIP_MAGIC = {'P', 'K', 5, 6};
  private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};

  private final SourceLimits limits;
  private final ImportLog log;
  private final List<OfficialFile> found = new ArrayList<>();

  private ArrivedFiles(SourceLimits limits, ImportLog log) {
    this.limits = limits;
    this.log = log;
  }

  /**
   * The files in {@code path}, whose own last name is {@code name}; what cannot be opened is told
   * to {@code log}.
   */
  public static List<OfficialFile> in(
      Path path, String name, SourceLimits limits, Progress progress, ImportLog log) {
    ArrivedFiles files = new ArrivedFiles(limits, log);
    try {
      long size = Files.size(path);
      Content content =
          () -> CountedStream.nowAndThen(Files.newInputStream(path), name, size, progress);
      Content limited = () -> limits.unpacked(content.open(), size);
      ZipMembers members = ZipMembers.of(path, progress);
      files.add(new OfficialFile(name, name, Kind.OTHER, size, limited), members, 0);
    } catch (NoSuchFileException missing) {
      log.problem(new Place.Cell(name, null, null), UNREADABLE, "there is no such file");
    } catch (IOException unreadable) {
      files.report(name, unreadable);
    }
    return List.copyOf(files.found);
  }

  private void add(OfficialFile arrived, ZipMembers members, int depth) throws IOException {
    byte[] head;
    try (InputStream in = arrived.content().open()) {
      head = in.readNBytes(HEAD_BYTES);
    }
    if (head.length == 0) {
      log.problem(arrived.place(), UNREADABLE, "the file is empty", "fetch the file again");
    } else if (startsWith(head, GZIP_MAGIC)) {
      add(unzipped(arrived), ZipMembers.streamed(), depth);
    } else if (startsWith(head, ZIP_MAGIC) || startsWith(head, EMPTY_ZIP_MAGIC)) {
      addMembers(arrived, members, depth);
    } else if (isWebPage(head)) {
      log.problem(
          arrived.place(),
          HTML,
          "this is a web page, expected an official file",
          "CMS shows its licence first: open the link in a browser, accept, and import the file"
              + " that comes then");
    } else {
      found.add(as(arrived, isText(head) ? Kind.TEXT : Kind.OTHER));
    }
  }

  private OfficialFile unzipped(OfficialFile packed) {
    String name = packed.name();
    boolean suffixed = name.toLowerCase(Locale.ROOT).endsWith(GZIP_SUFFIX);
    String inner = suffixed ? name.substring(0, name.length() - GZIP_SUFFIX.length()) : name;
    Content content = () -> limits.unpacked(new GZIPInputStream(packed.open()), packed.size());
    return new OfficialFile(inner, packed.shownAs(), Kind.OTHER, packed.size(), content);
  }

  private void addMembers(OfficialFile archive, ZipMembers members, int depth) throws IOException {
    List<OfficialFile> inside = members.list(archive, limits);
    if (inside.stream().anyMatch(member -> member.name().equals("[Content_Types].xml"))) {
      found.add(as(archive, Kind.WORKBOOK));
      return;
    }
    if (inside.isEmpty()) {
      log.problem(archive.place(), ARCHIVE, "there is no file in it", "fetch the file again");
      return;
    }
    if (depth == ZIPS_IN_ONE_ANOTHER) {
      log.problem(archive.place(), ARCHIVE, "archives lie in one another more than twice");
      return;
    }
    for (OfficialFile member : inside) {
      try {
        add(member, ZipMembers.streamed(), depth + 1);
      } catch (IOException unreadable) {
        report(member.shownAs(), unreadable);
      }
    }
  }

  private void report(String shownAs, IOException exception) {
    report(log, new Place.Cell(shownAs, null, null), exception);
  }

  /** Tells {@code log} in the user's words why a file could not be read. */
  public static void report(ImportLog log, Place place, IOException exception) {
    if (exception instanceof TooLargeException tooLarge) {
      log.problem(place, LIMIT, tooLarge.reason());
    } else if (exception instanceof EOFException) {
      log.problem(place, ARCHIVE, "it ends before it should", "fetch the file again");
    } else if (exception instanceof ZipException) {
      log.problem(place, ARCHIVE, "it cannot be unpacked", "fetch the file again");
    } else {
      log.problem(place, UNREADABLE, "it cannot be read");
    }
  }

  private static OfficialFile as(OfficialFile file, Kind kind) {
    return new OfficialFile(file.name(), file.shownAs(), kind, file.size(), file.content());
  }

  private static boolean startsWith(byte[] head, byte[] magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (head[i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWebPage(byte[] head) {
    String start =
        new String(head, StandardCharsets.ISO_8859_1)
            .replace("\u00EF\u00BB\u00BF", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }

  private static boolean isText(byte[] head) {
    for (byte each : head) {
      boolean control = each >= 0 && each < ' ';
      if (control && "\t\n\r\f\u001A".indexOf(each) < 0) {
        return false;
      }
    }
    return true;
  }
}
