package org.preclaim.engine.fence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The types and members that generated code may touch, read from {@code allowed.txt}. */
final class AllowList {

  /** What an author may write. */
  static final AllowList RULES;

  /** What code that holds an author's words may touch: that, and what the compiler writes. */
  static final AllowList COMPILED_RULES;

  /** What the code that puts rules together may touch besides. */
  static final AllowList FRAME;

  /** What every object has and no rule may call, whatever its type. */
  private static final Set<String> NEVER =
      Set.of("getClass", "wait", "notify", "notifyAll", "finalize", "clone", "getDeclaringClass");

  /** All members but constructors. */
  private static final String ALL = "*";

  private static final String NEW = "new";

  static {
    Map<String, AllowList> sections = read();
    RULES = Objects.requireNonNull(sections.get("[rules]"));
    COMPILED_RULES = Objects.requireNonNull(sections.get("[written]"));
    COMPILED_RULES.include(RULES);
    FRAME = Objects.requireNonNull(sections.get("[frame]"));
    FRAME.include(COMPILED_RULES);
  }

  private final Map<String, Set<String>> membersByType = new HashMap<>();
  private final Map<String, Set<String>> membersByPackage = new HashMap<>();
  private final List<String> packageTrees = new ArrayList<>();

  private AllowList() {}

  /** Whether the type may be named. {@code name} has dots between packages. */
  boolean permits(String name) {
    return membersByType.containsKey(name)
        || membersByPackage.containsKey(packageOf(name))
        || packageTrees.stream().anyMatch(name::startsWith);
  }

  /** Whether this method, constructor ({@code new}) or constant of {@code type} may be used. */
  boolean permits(String type, String member) {
    if (NEVER.contains(member)) {
      return false;
    }
    Set<String> members = membersByType.get(type);
    if (members == null) {
      members = membersByPackage.get(packageOf(type));
    }
    return (members != null
            && (members.contains(member) || (members.contains(ALL) && !member.equals(NEW))))
        || packageTrees.stream().anyMatch(type::startsWith);
  }

  /** Whether the package holds a type on the list. */
  boolean permitsPackage(String name) {
    return membersByPackage.containsKey(name)
        || membersByType.keySet().stream().anyMatch(type -> packageOf(type).equals(name));
  }

  private void include(AllowList other) {
    other.membersByType.forEach(
        (type, members) ->
            membersByType.computeIfAbsent(type, key -> new HashSet<>()).addAll(members));
    membersByPackage.putAll(other.membersByPackage);
    packageTrees.addAll(other.packageTrees);
  }

  private void add(String type, Set<String> members) {
    if (type.endsWith(".**")) {
      packageTrees.add(type.substring(0, type.length() - 2));
    } else if (type.endsWith(".*")) {
      membersByPackage.put(type.substring(0, type.length() - 2), members);
    } else {
      membersByType.put(type, members);
    }
  }

  private static String packageOf(String type) {
    int dot = type.lastIndexOf('.');
    return dot < 0 ? "" : type.substring(0, dot);
  }

  private static Map<String, AllowList> read() {
    Map<String, AllowList> sections = new HashMap<>();
    AllowList section = new AllowList();
    for (String line : text().lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = sections.computeIfAbsent(line, name -> new AllowList());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        int colon = line.indexOf(':');
        String members = line.substring(colon + 1).strip();
        section.add(line.substring(0, colon), new HashSet<>(List.of(members.split(" +"))));
      }
    }
    return sections;
  }

  /** The list as it is shipped; part of what a compiled artefact depends on. */
  static String text() {
    try (InputStream list = AllowList.class.getResourceAsStream("allowed.txt")) {
      return new String(Objects.requireNonNull(list, "allowed.txt").readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
