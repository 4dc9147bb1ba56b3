package org.preclaim.reference.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.preclaim.archive.WholeZip;
import org.preclaim.reference.source.OfficialFile.Content;
import org.preclaim.reference.source.OfficialFile.Kind;

/** The members of a zip: through its directory where it is a file, from front to back elsewhere. */
interface ZipMembers {

  /** The members of {@code archive} that are files. */
  List<OfficialFile> list(OfficialFile archive, SourceLimits limits) throws IOException;

  /** Those of the zip at {@code path}. */
  static ZipMembers of(Path path, Progress progress) {
    return (archive, limits) -> {
      try (ZipFile zip = new ZipFile(path.toFile())) {
        List<OfficialFile> members = new ArrayList<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
          String name = archive.shownAs() + "/" + entry.getName();
          Content content =
              () ->
                  CountedStream.nowAndThen(
                      open(path, entry.getName()), name, entry.getSize(), progress);
          add(members, archive, entry, limits, content);
        }
        return members;
      }
    };
  }

  /** Those of a zip that lies in something else. */
  static ZipMembers streamed() {
    return (archive, limits) -> {
      List<OfficialFile> members = new ArrayList<>();
      try (WholeZip zip = new WholeZip(archive.open())) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          String name = entry.getName();
          zip.closeEntry();
          add(members, archive, entry, limits, () -> seek(archive, name));
        }
      }
      return members;
    };
  }

  private static void add(
      List<OfficialFile> members,
      OfficialFile archive,
      ZipEntry entry,
      SourceLimits limits,
      Content content)
      throws TooLargeException {
    if (entry.isDirectory()) {
      return;
    }
    if (members.size() == limits.entries()) {
      throw new TooLargeException("it holds more than " + limits.entries() + " files");
    }
    String path = entry.getName().replace('\\', '/');
    String name = path.substring(path.lastIndexOf('/') + 1);
    long packed = Math.max(entry.getCompressedSize(), 1);
    Content limited = () -> limits.unpacked(content.open(), packed);
    long size = Math.max(entry.getSize(), 0);
    members.add(new OfficialFile(name, archive.shownAs() + "/" + name, Kind.OTHER, size, limited));
  }

  private static InputStream open(Path path, String name) throws IOException {
    ZipFile zip = new ZipFile(path.toFile());
    try {
      ZipEntry entry = zip.getEntry(name);
      return new FilterInputStream(zip.getInputStream(entry)) {
        @Override
        public void close() throws IOException {
          zip.close();
        }
      };
    } catch (IOException | RuntimeException failed) {
      zip.close();
      throw new ZipException("`" + name + "` cannot be unpacked");
    }
  }

  private static InputStream seek(OfficialFile archive, String name) throws IOException {
    WholeZip zip = new WholeZip(archive.open());
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(name)) {
        return zip;
      }
    }
    zip.close();
    throw new ZipException("`" + name + "` is not in the archive any more");
  }
}
