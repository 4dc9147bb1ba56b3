package org.preclaim.reference.coverage;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One version of an article, filled from the files of an export. */
final class Article {

  /** What names a version. */
  record Key(int article, int version) implements Comparable<Key> {

    /** By article, its newest version first. */
    @Override
    public int compareTo(Key other) {
      return article == other.article
          ? Integer.compare(other.version, version)
          : Integer.compare(article, other.article);
    }
  }

  /** Diagnoses that support something, and the paragraph that says what. */
  static final class DiagnosisGroup {
    private final KeyList diagnoses = new KeyList();
    private String paragraph = "";
    private boolean applies = true;

    void add(long diagnosis) {
      diagnoses.add(diagnosis);
    }

    /** Notes that the group stands for having no list. */
    void hasNoList() {
      applies = false;
    }

    void explain(String text) {
      paragraph = text;
    }

    KeyList diagnoses() {
      return diagnoses;
    }

    String paragraph() {
      return paragraph;
    }

    boolean applies() {
      return applies;
    }
  }

  private final String shownId;
  private final LocalDate first;
  private final LocalDate last;
  private final SortedMap<Integer, SortedSet<String>> procedures = new TreeMap<>();
  private final SortedMap<Integer, DiagnosisGroup> diagnoses = new TreeMap<>();

  Article(String shownId, LocalDate first, LocalDate last) {
    this.shownId = shownId;
    this.first = first;
    this.last = last;
  }

  String shownId() {
    return shownId;
  }

  LocalDate first() {
    return first;
  }

  /** {@link LocalDate#MAX} where it has no end. */
  LocalDate last() {
    return last;
  }

  /** Adds a procedure code; false where it stands in the group already. */
  boolean addProcedure(int group, String code) {
    return procedures.computeIfAbsent(group, any -> new TreeSet<>()).add(code);
  }

  DiagnosisGroup diagnosisGroup(int group) {
    return diagnoses.computeIfAbsent(group, any -> new DiagnosisGroup());
  }

  SortedMap<Integer, SortedSet<String>> procedures() {
    return procedures;
  }

  SortedMap<Integer, DiagnosisGroup> diagnosisGroups() {
    return diagnoses;
  }
}
