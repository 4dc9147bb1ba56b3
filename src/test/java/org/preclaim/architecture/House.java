package org.preclaim.architecture;

import static org.preclaim.architecture.Library.ASM;
import static org.preclaim.architecture.Library.BUCKET4J;
import static org.preclaim.architecture.Library.COMMONS_IO;
import static org.preclaim.architecture.Library.CRYPTOGRAPHY;
import static org.preclaim.architecture.Library.DIFF;
import static org.preclaim.architecture.Library.DROOLS;
import static org.preclaim.architecture.Library.FASTCSV;
import static org.preclaim.architecture.Library.FHIR;
import static org.preclaim.architecture.Library.FILES_AND_NETWORK;
import static org.preclaim.architecture.Library.FLYWAY;
import static org.preclaim.architecture.Library.HIKARI;
import static org.preclaim.architecture.Library.JACKSON;
import static org.preclaim.architecture.Library.JAVA_LOGGING;
import static org.preclaim.architecture.Library.JDBC;
import static org.preclaim.architecture.Library.LOGGING;
import static org.preclaim.architecture.Library.MANAGEMENT;
import static org.preclaim.architecture.Library.METRICS;
import static org.preclaim.architecture.Library.PICOCLI;
import static org.preclaim.architecture.Library.POI;
import static org.preclaim.architecture.Library.POSTGRESQL;
import static org.preclaim.architecture.Library.PROGRESSBAR;
import static org.preclaim.architecture.Library.SERVLET;
import static org.preclaim.architecture.Library.SPRING;
import static org.preclaim.architecture.Library.SQLITE;
import static org.preclaim.architecture.Library.STAEDI;
import static org.preclaim.architecture.Library.THYMELEAF;
import static org.preclaim.architecture.Library.TOMCAT;
import static org.preclaim.architecture.Library.TRACES;
import static org.preclaim.architecture.Library.ULID;
import static org.preclaim.architecture.Library.XML;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.SourceCodeLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * The rooms of a code base, the one place that says who may know whom.
 *
 * @param root the package that the rooms lie in
 * @param rooms each with what it may use
 */
public record House(String root, List<Room> rooms) {

  private static final String APPLICATION = "application";

  /** Preclaim. Rooms that are planned stand here before their code does. */
  public static House preclaim(String root) {
    List<Room> rooms = new ArrayList<>();
    rooms.addAll(factsAndPolicies());
    rooms.addAll(engine());
    rooms.addAll(answersAndDoors());
    return new House(root, List.copyOf(rooms));
  }

  private static List<Room> factsAndPolicies() {
    return List.of(
        Room.of("archive"),
        Room.of("problem"),
        Room.of("caller").with(LOGGING),
        Room.of("encounter"),
        Room.of("decision", "encounter"),
        Room.of("intake", "encounter", "problem").with(CRYPTOGRAPHY),
        Room.of("intake.json", "encounter", "intake", "problem").with(JACKSON),
        Room.of("intake.x12", "encounter", "intake", "problem").with(STAEDI),
        Room.of("intake.fhir", "encounter", "intake", "problem").with(FHIR, JACKSON),
        Room.of("intake.hook", "problem").with(JACKSON),
        Room.of("reference", "archive", "encounter", "problem")
            .with(COMMONS_IO, FASTCSV, FILES_AND_NETWORK, POI, XML),
        Room.of("table", "archive", "encounter", "decision", "problem")
            .with(FILES_AND_NETWORK, POI, XML),
        Room.of("release", "encounter", "decision", "problem", "reference", "table")
            .with(DIFF, FILES_AND_NETWORK));
  }

  private static List<Room> engine() {
    return List.of(
        Room.of("engine.budget").with(MANAGEMENT),
        Room.of("engine.artefact", "problem").with(FILES_AND_NETWORK),
        Room.of("engine.language", "encounter", "decision", "engine.budget", "reference"),
        Room.of("engine.published", "encounter", "engine.budget", "engine.language", "reference"),
        Room.of("engine.rows", "engine.language", "problem", "release", "table").with(DROOLS),
        Room.of(
                "engine",
                "encounter",
                "decision",
                "engine.artefact",
                "engine.budget",
                "engine.language",
                "engine.published",
                "engine.rows",
                "problem",
                "reference",
                "release",
                "table")
            .with(ASM, DROOLS));
  }

  private static List<Room> answersAndDoors() {
    return List.of(
        Room.of(
                "answer",
                "encounter",
                "decision",
                "engine",
                "intake",
                "intake.hook",
                "problem",
                "reference",
                "release")
            .with(JACKSON, XML),
        Room.of(
                "answer.fhir",
                "answer",
                "decision",
                "encounter",
                "intake",
                "intake.fhir",
                "problem")
            .with(FHIR),
        Room.of("answer.x12", "encounter", "intake", "intake.x12", "problem").with(JACKSON, STAEDI),
        Room.of("journal.chain", "answer", "decision", "encounter", "problem").with(JACKSON),
        Room.of("journal.store", "journal.chain", "problem", "release")
            .with(FILES_AND_NETWORK, JACKSON, JDBC)
            .with(FLYWAY, HIKARI, POSTGRESQL, SQLITE),
        Room.of(
                "journal",
                "answer",
                "decision",
                "encounter",
                "intake",
                "intake.json",
                "journal.chain",
                "journal.store",
                "problem",
                "release")
            .with(FILES_AND_NETWORK, JACKSON),
        Room.of("caller.key", "caller", "journal.chain", "journal.store").with(CRYPTOGRAPHY, JDBC),
        Room.of("replay", inside()).with(FILES_AND_NETWORK, JACKSON, POI),
        Room.of("analysis", inside()),
        Room.of("exercise", andThen(inside(), "analysis")).with(JACKSON),
        Room.of("effect", andThen(inside(), "replay")).with(FILES_AND_NETWORK, JACKSON, POI),
        Room.of("lifecycle", andThen(inside(), "analysis", "archive"))
            .with(FILES_AND_NETWORK, JACKSON, JDBC),
        Room.of("desk", andThen(inside(), "lifecycle")).with(FILES_AND_NETWORK, ULID),
        Room.of("web", doors())
            .with(BUCKET4J, COMMONS_IO, FILES_AND_NETWORK, JACKSON, LOGGING, METRICS)
            .with(SERVLET, SPRING, THYMELEAF, TOMCAT, TRACES),
        Room.of("cli", andThen(doors(), "web"))
            .with(COMMONS_IO, FILES_AND_NETWORK, JACKSON, JAVA_LOGGING, LOGGING, MANAGEMENT)
            .with(PICOCLI, PROGRESSBAR),
        Room.of(APPLICATION, andThen(doors(), "cli", "web"))
            .with(FILES_AND_NETWORK, JAVA_LOGGING, LOGGING, PICOCLI, SPRING));
  }

  private static String[] inside() {
    return new String[] {
      "answer",
      "answer.fhir",
      "answer.x12",
      "caller",
      "caller.key",
      "decision",
      "encounter",
      "engine",
      "engine.artefact",
      "engine.language",
      "engine.rows",
      "intake",
      "intake.fhir",
      "intake.hook",
      "intake.json",
      "intake.x12",
      "journal",
      "journal.chain",
      "problem",
      "reference",
      "release",
      "table"
    };
  }

  private static String[] doors() {
    return andThen(inside(), "analysis", "desk", "effect", "exercise", "lifecycle", "replay");
  }

  private static String[] andThen(String[] rooms, String... more) {
    List<String> all = new ArrayList<>(List.of(rooms));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** The name of the room that holds {@code type}: sub-packages without a row of their own too. */
  public String roomOf(JavaClass type) {
    String path = type.getPackageName();
    String below = path.equals(root) ? APPLICATION : path.substring(root.length() + 1);
    return rooms.stream()
        .map(Room::name)
        .filter(name -> below.equals(name) || below.startsWith(name + "."))
        .max(Comparator.comparingInt(String::length))
        .orElse(below);
  }

  /** Every use of a room or library that the table does not allow, as a sentence. */
  public NavigableSet<String> trespasses(JavaClasses classes) {
    NavigableSet<String> trespasses = new TreeSet<>();
    for (JavaClass type : classes) {
      Optional<Room> room = room(roomOf(type));
      if (room.isEmpty()) {
        trespasses.add(
            "%s: `%s` is no room: give it a row in %s"
                .formatted(type.getName(), roomOf(type), House.class.getSimpleName()));
        continue;
      }
      uses(type).entrySet().stream()
          .filter(use -> !isAllowed(room.get(), use.getKey()))
          .map(
              use ->
                  "%s → %s %s: %s"
                      .formatted(
                          type.getName(),
                          use.getKey().getName(),
                          use.getValue(),
                          room.get().allowance()))
          .forEach(trespasses::add);
    }
    return trespasses;
  }

  /** What a class uses, each with the first line that does; a signature has no line: its is 0. */
  private static Map<JavaClass, SourceCodeLocation> uses(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .collect(
            Collectors.toMap(
                dependency -> dependency.getTargetClass().getBaseComponentType(),
                Dependency::getSourceCodeLocation,
                BinaryOperator.minBy(Comparator.comparingInt(SourceCodeLocation::getLineNumber))));
  }

  private boolean isAllowed(Room room, JavaClass target) {
    if (target.isPrimitive()) {
      return true;
    }
    if (isOurs(target)) {
      return room.mayImport(roomOf(target));
    }
    return Library.of(target.getName()).filter(room.libraries()::contains).isPresent();
  }

  private boolean isOurs(JavaClass target) {
    return target.getPackageName().equals(root) || target.getPackageName().startsWith(root + ".");
  }

  private Optional<Room> room(String name) {
    return rooms.stream().filter(room -> room.name().equals(name)).findFirst();
  }

  /** Rooms that may import, over however many others, themselves. */
  public List<String> roomsOnCycles() {
    return rooms.stream().map(Room::name).filter(name -> reachable(name).contains(name)).toList();
  }

  private NavigableSet<String> reachable(String from) {
    NavigableSet<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      room(open.remove()).stream()
          .flatMap(room -> room.rooms().stream())
          .filter(seen::add)
          .forEach(open::add);
    }
    return seen;
  }

  /** Names in the table's allowances that have no row. */
  public List<String> unknownRooms() {
    return rooms.stream()
        .flatMap(room -> room.rooms().stream())
        .filter(name -> room(name).isEmpty())
        .distinct()
        .toList();
  }
}
