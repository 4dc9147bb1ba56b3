package org.preclaim.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.JournalReader;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFiles;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.StoredRelease;
import org.preclaim.release.diff.ReleaseDiff;

/** One side of {@code policies diff}, whatever it was named by. */
sealed interface ComparedPolicies {

  /** A release of the journal. */
  record OfJournal(StoredRelease release) implements ComparedPolicies {}

  /** A folder. */
  record OfFolder(String name, PolicyFiles files) implements ComparedPolicies {}

  /**
   * A single file.
   *
   * @param bytes none for a file that holds nothing, as tools name one that is not there
   */
  record OfFile(String name, Optional<ByteBuffer> bytes) implements ComparedPolicies {}

  /** What {@code name} names: a release id, a folder or a file. */
  static ComparedPolicies of(String name, JournalOptions journal, Path data)
      throws IOException, ProblemsException {
    if (name.startsWith(StoredReleases.PREFIX)) {
      try (JournalReader reader = journal.reader(data)) {
        return new OfJournal(StoredReleases.find(reader, name));
      }
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      PolicyFolder folder = PolicyFolder.open(path);
      if (!folder.unread().isEmpty()) {
        throw new ProblemsException(folder.unread());
      }
      return new OfFolder(name, folder.stored().files());
    }
    if (!Files.exists(path)) {
      throw new UserError(
          "`" + name + "`: there is no such folder or file, and it is no release id");
    }
    return new OfFile(name, LimitedFile.bytes(path).map(ByteBuffer::wrap));
  }

  /** What differs between two sides of one kind. */
  static ReleaseDiff diff(ComparedPolicies before, ComparedPolicies after) {
    if (before instanceof OfJournal old && after instanceof OfJournal now) {
      return ReleaseDiff.between(old.release(), now.release());
    }
    if (before instanceof OfFile old && after instanceof OfFile now) {
      return ReleaseDiff.ofFile(path(old, now), old.name(), bytes(old), now.name(), bytes(now));
    }
    Optional<PolicyFiles> old = files(before);
    Optional<PolicyFiles> now = files(after);
    if (old.isEmpty() || now.isEmpty()) {
      throw new UserError("a file is compared with a file, and a folder or release with its like");
    }
    return ReleaseDiff.between(name(before), old.get(), name(after), now.get());
  }

  /** The name that tells what they are; the other may be that of a file that is not there. */
  private static String path(OfFile before, OfFile after) {
    String path = after.bytes().isEmpty() ? before.name() : after.name();
    boolean both = before.bytes().isPresent() && after.bytes().isPresent();
    if (both && isRules(before) != isRules(after)) {
      throw new UserError("rules are compared with rules, and a workbook with a workbook");
    }
    return path;
  }

  private static byte @Nullable [] bytes(OfFile file) {
    return file.bytes().map(ByteBuffer::array).orElse(null);
  }

  private static boolean isRules(OfFile file) {
    return file.name().endsWith(".drl");
  }

  private static Optional<PolicyFiles> files(ComparedPolicies side) {
    if (side instanceof OfJournal journal) {
      return Optional.of(journal.release().files());
    }
    return side instanceof OfFolder folder ? Optional.of(folder.files()) : Optional.empty();
  }

  private static String name(ComparedPolicies side) {
    if (side instanceof OfJournal journal) {
      return journal.release().id();
    }
    return side instanceof OfFolder folder ? folder.name() : ((OfFile) side).name();
  }
}
