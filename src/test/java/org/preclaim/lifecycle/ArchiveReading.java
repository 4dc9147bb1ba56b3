package org.preclaim.lifecycle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.preclaim.fixtures.SmallPolicies;

/** Reads the archive of a draft without a life cycle around it. */
public final class ArchiveReading {

  private ArchiveReading() {}

  /** The digests of the files in {@code zip}, as its release would list them. */
  public static String read(byte[] zip) throws IOException, LifecycleRefusal {
    DraftArchive archive = DraftArchive.read(new ByteArrayInputStream(zip));
    return archive.base() + archive.files().lock(List.of()).text();
  }

  /** A good one. */
  public static byte[] example() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    DraftArchive.write(SmallPolicies.version(1).stored("one"), zip);
    return zip.toByteArray();
  }
}
