package org.preclaim.engine.artefact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * A folder of compiled modules, one file each: a line with the digest of the rest, then the module.
 * Files appear whole or not at all, so any number of processes may share the folder. It is meant to
 * be written by this service alone; one that everybody may write to is not used.
 */
public final class ArtefactFolder implements ArtefactCache {

  /** More than the compiled rules of any family take. */
  static final long BYTES_MAX = 256L * 1024 * 1024;

  private static final String FORMAT = "preclaim-artefact-1 ";
  private static final int HEADER_LENGTH = FORMAT.length() + 64 + 1;

  private final Path folder;
  private final Consumer<Problem> report;

  /**
   * @param folder made when the first module is kept
   * @param report is told of what is damaged, refused or cannot be written
   */
  public ArtefactFolder(Path folder, Consumer<Problem> report) {
    this.folder = folder;
    this.report = report;
  }

  @Override
  public byte @Nullable [] find(ArtefactKey key) {
    Path file = file(key);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    try {
      if (openToAll()) {
        tell(key, "ARTEFACT-OPEN", "everybody may write to its folder, so it is not used");
        return null;
      }
      if (Files.size(file) > BYTES_MAX) {
        refuse(key, "it takes more than " + BYTES_MAX + " bytes");
        return null;
      }
      return module(key, Files.readAllBytes(file));
    } catch (IOException unreadable) {
      tell(key, "ARTEFACT-UNREADABLE", "cannot be read: " + reason(unreadable));
      return null;
    }
  }

  private byte @Nullable [] module(ArtefactKey key, byte[] bytes) {
    if (bytes.length < HEADER_LENGTH) {
      refuse(key, "it ends in its first line");
      return null;
    }
    byte[] module = Arrays.copyOfRange(bytes, HEADER_LENGTH, bytes.length);
    if (!Arrays.equals(header(module), Arrays.copyOf(bytes, HEADER_LENGTH))) {
      refuse(key, "its content does not have the digest that its first line states");
      return null;
    }
    return module;
  }

  @Override
  public void keep(ArtefactKey key, byte[] module) {
    try {
      create();
      Path fresh = Files.createTempFile(folder, "new-", ".part");
      try {
        byte[] whole = Arrays.copyOf(header(module), HEADER_LENGTH + module.length);
        System.arraycopy(module, 0, whole, HEADER_LENGTH, module.length);
        Files.write(fresh, whole);
        Files.move(
            fresh, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException unwritable) {
      tell(key, "ARTEFACT-UNWRITABLE", "cannot be kept: " + reason(unwritable));
    }
  }

  @Override
  public void refuse(ArtefactKey key, String reason) {
    tell(key, "ARTEFACT-REFUSED", "is not used and compiled again: " + reason);
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException unwritable) {
      tell(key, "ARTEFACT-UNWRITABLE", "cannot be removed: " + reason(unwritable));
    }
  }

  private void create() throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (Files.getFileStore(parent == null ? folder : parent)
        .supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private boolean openToAll() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    return view != null && holdsWrite(view.readAttributes().permissions());
  }

  private static boolean holdsWrite(Set<PosixFilePermission> permissions) {
    return permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  private Path file(ArtefactKey key) {
    return folder.resolve(key.sha256() + ".artefact");
  }

  private static byte[] header(byte[] module) {
    String digest = HexFormat.of().formatHex(ArtefactKey.newDigest().digest(module));
    return (FORMAT + digest + "\n").getBytes(US_ASCII);
  }

  private void tell(ArtefactKey key, String code, String what) {
    String name = String.valueOf(file(key).getFileName());
    String message = "the compiled rules of `" + key.family() + "`: " + what;
    report.accept(new Problem(new Place.TextPosition(name, 1, 1), code, message));
  }

  /** The cause without the path: the place says which file it is. */
  private static String reason(IOException failure) {
    String reason =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
