package org.preclaim.architecture;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A package and what it may use besides itself, Java and the nullness annotations.
 *
 * @param name the package below the root; {@code application} is the root package itself
 * @param rooms the rooms it may import
 * @param libraries the libraries it may import
 */
record Room(String name, Set<String> rooms, Set<Library> libraries) {

  static Room of(String name, String... rooms) {
    return new Room(name, new TreeSet<>(Set.of(rooms)), EnumSet.of(Library.JAVA, Library.NULLNESS));
  }

  /** The same room with these libraries too. */
  Room with(Library... more) {
    Set<Library> all = EnumSet.copyOf(libraries);
    all.addAll(Set.of(more));
    return new Room(name, rooms, all);
  }

  /** Whether code of this room may name code of {@code other}. */
  boolean mayImport(String other) {
    return name.equals(other) || rooms.contains(other);
  }

  /** What this room may use, for people who were just told that they may not. */
  String allowance() {
    return "`%s` may import %s; libraries %s"
        .formatted(
            name,
            rooms.isEmpty() ? "no room" : String.join(", ", rooms),
            libraries.stream().map(Library::name).collect(Collectors.joining(", ")));
  }
}
