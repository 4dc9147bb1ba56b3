package org.preclaim.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The secret from which patient pseudonyms are made: {@code patient.key} in the data folder, 64
 * hexadecimal digits that only the owner may read. It is made on first use. Whoever holds it can
 * tell whether a pseudonym belongs to a member number that they know; losing it means that a
 * patient's later encounters carry another pseudonym than the earlier ones.
 */
public final class PatientKey {

  /** The name of the file in the data folder. */
  public static final String FILE = "patient.key";

  private static final int BYTES = 32;
  private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}\\s*");
  private static final int CONTENT_MAX = 1024;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PatientKey() {}

  /**
   * The key in {@code dataFolder}; folder and key are made where there are none.
   *
   * @throws IOException with a message for the user, where the key cannot be read, is open to
   *     others, or is not a key
   */
  public static byte[] in(Path dataFolder) throws IOException {
    Path file = dataFolder.resolve(FILE);
    if (!Files.exists(file)) {
      make(dataFolder, file);
    }
    refuseIfOpenToOthers(file);
    if (Files.size(file) > CONTENT_MAX) {
      throw notAKey(file);
    }
    String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    if (!CONTENT.matcher(content).matches()) {
      throw notAKey(file);
    }
    return HexFormat.of().parseHex(content.strip());
  }

  /**
   * Writes a new key beside its place and links it there: a second process that does the same at
   * the same time sees a whole key or none, and both end up with the one that was first.
   */
  private static void make(Path dataFolder, Path file) throws IOException {
    boolean posix = isPosix(dataFolder);
    Files.createDirectories(dataFolder, attributes(posix, OWNER_ONLY_FOLDER));
    Path draft = Files.createTempFile(dataFolder, FILE, ".new", attributes(posix, OWNER_ONLY));
    try {
      byte[] secret = new byte[BYTES];
      new SecureRandom().nextBytes(secret);
      Files.writeString(draft, HexFormat.of().formatHex(secret) + "\n");
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException otherProcessWasFirst) {
      // Its key is as good as ours, and the only one from now on.
    } finally {
      Files.delete(draft);
    }
  }

  private static FileAttribute<?>[] attributes(
      boolean posix, Set<PosixFilePermission> permissions) {
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static void refuseIfOpenToOthers(Path file) throws IOException {
    if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException(
          "`" + file + "` can be read by others: take their permissions away with chmod 600");
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static IOException notAKey(Path file) {
    return new IOException(
        "`" + file + "` is no patient key: expected " + 2 * BYTES + " hexadecimal digits");
  }
}
