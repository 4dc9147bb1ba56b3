package org.preclaim.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.ChainCheck;
import org.preclaim.journal.chain.ChainCheck.Verified;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.JournalProblemCode;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.journal.store.Database;
import org.preclaim.journal.store.Store;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.release.StoredRelease;

/**
 * A journal that is only read, whether it is in use or not: the database itself, a copy of its
 * file, or an export. Methods throw {@link JournalFault} with the first thing that is wrong.
 */
public sealed interface JournalCopy {

  /**
   * The journal at {@code address}.
   *
   * @param address a file (told apart by content), or a JDBC URL
   * @throws IllegalArgumentException with a message for the user, where the address is of neither
   */
  static JournalCopy at(String address) {
    if (!address.startsWith("jdbc:") && Exported.isExport(Path.of(address))) {
      return new Exported(Path.of(address));
    }
    return new InDatabase(Database.at(address));
  }

  /**
   * Follows the whole chain.
   *
   * @param noted a root that was noted earlier
   */
  Verified verify(@Nullable Root noted);

  /** Its state, as it says itself. */
  Root root();

  /** The entry of the decision or event with this id. */
  Optional<StoredEntry> find(String id);

  /** One page of decisions. */
  List<StoredEntry> search(Search search);

  /**
   * The release with this id, where it is stored and as it was stored; an export holds no releases.
   */
  Optional<StoredRelease> release(String id);

  /** Writes it as an export: a line of JSON for each entry and batch. */
  void export(Writer out);

  /**
   * In its database.
   *
   * @param database where
   */
  record InDatabase(Database database) implements JournalCopy {
    @Override
    public Verified verify(@Nullable Root noted) {
      return Store.verify(database, noted);
    }

    @Override
    public Root root() {
      return Store.root(database);
    }

    @Override
    public Optional<StoredEntry> find(String id) {
      return Store.find(database, id);
    }

    @Override
    public List<StoredEntry> search(Search search) {
      return Store.search(database, search);
    }

    @Override
    public Optional<StoredRelease> release(String id) {
      return Store.release(database, id);
    }

    @Override
    public void export(Writer out) {
      Store.walk(database, new ExportWriter(out));
    }
  }

  /**
   * In a file of lines. Whatever is asked, all of it is read, and nothing is answered out of an
   * export that does not hold.
   *
   * @param file which
   */
  record Exported(Path file) implements JournalCopy {

    private static final int PART = 1 << 16;

    static boolean isExport(Path file) {
      byte[] expected = ExportLines.HEADER_BEGINNING;
      try (InputStream in = Files.newInputStream(file)) {
        return Arrays.equals(in.readNBytes(expected.length), expected);
      } catch (IOException unreadable) {
        return false;
      }
    }

    /** Throws where there is an export at {@code address}; {@code help} says what to do. */
    static void refuse(String address, String help) {
      if (!address.startsWith("jdbc:") && isExport(Path.of(address))) {
        throw fault(address, "it is an export: expected the journal in its database", help);
      }
    }

    private static JournalFault fault(String file, String message, @Nullable String help) {
      return new JournalFault(
          new Problem(
              new Place.JournalEntry(file, 0),
              JournalProblemCode.UNREADABLE.code(),
              message,
              help));
    }

    @Override
    public Verified verify(@Nullable Root noted) {
      return read(noted, entry -> {});
    }

    private Verified read(@Nullable Root noted, Consumer<StoredEntry> taker) {
      return new ExportReader(file, new ChainCheck(file.toString(), noted), taker).read();
    }

    @Override
    public Root root() {
      return verify(null).root();
    }

    @Override
    public Optional<StoredEntry> find(String id) {
      List<StoredEntry> found = new ArrayList<>();
      read(
          null,
          stored -> {
            if (stored.entry().statement().id().equals(id)) {
              found.add(stored);
            }
          });
      return found.stream().findFirst();
    }

    @Override
    public List<StoredEntry> search(Search search) {
      FoundEntries found = new FoundEntries(search);
      read(null, found);
      return found.page();
    }

    @Override
    public Optional<StoredRelease> release(String id) {
      return Optional.empty();
    }

    @Override
    public void export(Writer out) {
      try (Reader in = Files.newBufferedReader(file)) {
        char[] part = new char[PART];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
          write(out, part, length);
        }
      } catch (IOException unreadable) {
        throw fault(file.toString(), "the export cannot be read to its end", null);
      }
    }

    private static void write(Writer out, char[] part, int length) {
      try {
        out.write(part, 0, length);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
