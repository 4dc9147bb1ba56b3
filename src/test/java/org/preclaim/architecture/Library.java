package org.preclaim.architecture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A part of the class path that a room must be allowed before it may use it. */
enum Library {
  JAVA("java."),
  NULLNESS("org.jspecify."),
  FILES_AND_NETWORK(
      "java.nio.file.",
      "java.io.File",
      "java.io.RandomAccessFile",
      "java.net.http.",
      "java.net.Socket",
      "java.net.ServerSocket",
      "java.net.URLConnection",
      "java.net.HttpURLConnection"),
  JDBC("java.sql.", "javax.sql."),
  JAVA_LOGGING("java.util.logging."),
  XML("javax.xml.", "org.w3c.", "org.xml."),
  ASM("org.objectweb.asm."),
  BUCKET4J("io.github.bucket4j."),
  COMMONS_IO("org.apache.commons.io."),
  DROOLS("org.drools.", "org.kie."),
  DIFF("com.github.difflib."),
  FASTCSV("de.siegmar.fastcsv."),
  FHIR("ca.uhn.", "org.hl7."),
  FLYWAY("org.flywaydb."),
  HIKARI("com.zaxxer.hikari."),
  JACKSON("tools.jackson.", "com.fasterxml.jackson.annotation."),
  /** The one before: where another library brings it along, our own code still uses the later. */
  JACKSON_2("com.fasterxml.jackson."),
  LOGGING("org.slf4j."),
  /** What the JDK counts about its own threads. */
  MANAGEMENT("java.lang.management.", "com.sun.management."),
  METRICS("io.micrometer.", "io.prometheus."),
  PICOCLI("picocli."),
  PROGRESSBAR("me.tongfei.progressbar."),
  POSTGRESQL("org.postgresql."),
  POI("org.apache.poi.", "org.apache.xmlbeans.", "org.openxmlformats."),
  SERVLET("jakarta.servlet."),
  SPRING("org.springframework."),
  CRYPTOGRAPHY("javax.crypto."),
  SQLITE("org.sqlite."),
  STAEDI("io.xlate.edi."),
  THYMELEAF("org.thymeleaf."),
  TOMCAT("org.apache.catalina.", "org.apache.coyote.", "org.apache.tomcat."),
  TRACES("io.opentelemetry."),
  ULID("com.github.f4b6a3.ulid.");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, but its type does not say so
  private final List<String> prefixes;

  Library(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  /** The library that holds this class: the one with the longest matching prefix. */
  static Optional<Library> of(String className) {
    return Arrays.stream(values())
        .filter(library -> library.match(className) > 0)
        .max(Comparator.comparingInt(library -> library.match(className)));
  }

  private int match(String className) {
    return prefixes.stream().filter(className::startsWith).mapToInt(String::length).max().orElse(0);
  }
}
