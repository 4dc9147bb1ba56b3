package org.preclaim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.Seed;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.Scenario;

/** The same encounter gives the same bytes, whatever the thread and the order of its facts. */
@Tag("locale")
class DeterminismTest {

  private static final int THREADS = 8;
  private static final int TIMES = 1_000;

  @Test
  void evaluate_shuffledFactsOnManyThreads_sameBytes() throws Exception {
    PolicyRelease release = PolicyFolder.read(Path.of("").toAbsolutePath());
    CompiledRelease compiled = CompiledRelease.compile(release);
    for (Encounter encounter : richest(release)) {
      assertThat(answers(compiled, encounter))
          .as(encounter.id() + ", seed " + Seed.VALUE)
          .hasSize(1);
    }
  }

  private static Set<String> answers(CompiledRelease release, Encounter encounter)
      throws Exception {
    List<Callable<String>> tasks = new ArrayList<>();
    Random random = new Random(Seed.VALUE);
    for (int i = 0; i < TIMES; i++) {
      Encounter shuffled = shuffled(encounter, random);
      tasks.add(() -> DecisionJson.line(release.evaluate(shuffled), Trace.INCLUDED));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Set<String> answers = new TreeSet<>();
      for (Future<String> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  /** The scenarios with the most findings: where order could show. */
  private static List<Encounter> richest(PolicyRelease release) {
    return release.families().stream()
        .map(Family::workbook)
        .filter(Objects::nonNull)
        .flatMap(workbook -> workbook.scenarios().stream())
        .sorted((left, right) -> Integer.compare(right.expected().size(), left.expected().size()))
        .limit(5)
        .map(Scenario::encounter)
        .toList();
  }

  private static Encounter shuffled(Encounter encounter, Random random) {
    return new Encounter(
        encounter.id(),
        encounter.setting(),
        encounter.payer(),
        encounter.placeOfService(),
        encounter.patient(),
        encounter.billingProvider(),
        shuffled(encounter.diagnoses(), random),
        Objects.requireNonNull(shuffled(encounter.lines(), random)),
        shuffled(encounter.procedures(), random),
        shuffled(encounter.documentation(), random),
        shuffled(encounter.history(), random));
  }

  private static <T> @Nullable List<T> shuffled(@Nullable List<T> facts, Random random) {
    if (facts == null) {
      return null;
    }
    List<T> copy = new ArrayList<>(facts);
    Collections.shuffle(copy, random);
    return copy;
  }
}
