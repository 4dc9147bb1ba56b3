package org.preclaim.benchmark.peers;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Encounter;

/** CEL: a program for each row, found by an index of our own, since CEL has none. */
final class CelPrograms implements Peer {

  private record RowProgram(String row, Program program) {}

  private final Map<String, List<RowProgram>> programsByCode = new HashMap<>();

  CelPrograms(List<GeneratedRow> rows) throws CelValidationException, CelEvaluationException {
    Cel cel =
        CelFactory.plannerCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("age", SimpleType.INT)
            .addVar("modifiers", ListType.create(SimpleType.STRING))
            .addVar("diagnoses", ListType.create(SimpleType.STRING))
            .build();
    for (GeneratedRow row : rows) {
      Program program = cel.createProgram(cel.compile(condition(row)).getAst());
      programsByCode
          .computeIfAbsent(row.code(), code -> new ArrayList<>())
          .add(new RowProgram(row.id(), program));
    }
  }

  private static String condition(GeneratedRow row) {
    GeneratedRow.Single single = (GeneratedRow.Single) row;
    String anyDiagnosis =
        single.diagnoses().stream()
            .map(prefix -> "d.startsWith(\"" + prefix + "\")")
            .collect(Collectors.joining(" || "));
    return "age >= %d && age <= %d && !(\"%s\" in modifiers) && diagnoses.exists(d, %s)"
        .formatted(single.ageMin(), single.ageMax(), single.modifierAbsent(), anyDiagnosis);
  }

  @Override
  public List<Hit> judge(Encounter encounter) {
    List<Hit> hits = new ArrayList<>();
    for (LineFact line : LineFact.of(encounter)) {
      List<RowProgram> programs = programsByCode.getOrDefault(line.getCode(), List.of());
      Map<String, Object> variables =
          Map.of(
              "age",
              (long) line.getAge(),
              "modifiers",
              line.getModifiers(),
              "diagnoses",
              line.getDiagnoses());
      for (RowProgram each : programs) {
        if (holds(each.program, variables)) {
          hits.add(new Hit(each.row, line.getNumber(), 0));
        }
      }
    }
    return hits;
  }

  private static boolean holds(Program program, Map<String, Object> variables) {
    try {
      return (Boolean) program.eval(variables);
    } catch (CelEvaluationException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
