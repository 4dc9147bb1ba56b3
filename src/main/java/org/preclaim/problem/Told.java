package org.preclaim.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The problems of one thing that are told, and how many there were besides.
 *
 * @param problems where there are further ones, the last says how many
 * @param further how many are not told
 */
public record Told(List<Problem> problems, long further) {

  /** Copies the list. */
  public Told {
    problems = List.copyOf(problems);
  }

  /** All that there are. */
  public static Told all(List<Problem> problems) {
    return new Told(problems, 0);
  }

  /** The first {@code problems}; that there are further ones is told at {@code place}. */
  public static Told first(List<Problem> problems, long further, Place place, String code) {
    if (further == 0) {
      return all(problems);
    }
    List<Problem> told = new ArrayList<>(problems);
    String more = further == 1 ? " further problem is" : " further problems are";
    told.add(new Problem(place, code, further + more + " not shown"));
    return new Told(told, further);
  }

  /** The problems without the one that only says that there are further ones. */
  public List<Problem> each() {
    return further == 0 ? problems : problems.subList(0, problems.size() - 1);
  }

  /** How many were found, in words. */
  public String found() {
    long found = each().size() + further;
    return found == 1 ? "1 problem was found" : found + " problems were found";
  }

  /** The same with each problem as {@code change} makes it. */
  public Told map(UnaryOperator<Problem> change) {
    return new Told(problems.stream().map(change).toList(), further);
  }
}
