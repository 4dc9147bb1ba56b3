package org.preclaim.benchmark.peers;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Encounter;

/** KIE DMN: one decision table with the hit policy COLLECT, asked for each line. */
final class DmnTable implements Peer {

  private static final String NAMESPACE = "made-up";

  private final DMNRuntime runtime;
  private final DMNModel model;

  DmnTable(List<GeneratedRow> rows) {
    runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(xml(rows)))))
            .getOrElseThrow(IllegalStateException::new);
    model = runtime.getModel(NAMESPACE, "rows");
    if (model.hasErrors()) {
      throw new IllegalStateException(model.getMessages().get(0).toString());
    }
  }

  private static String xml(List<GeneratedRow> rows) {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="rows" name="rows"
            namespace="%s">
          <inputData id="i1" name="code"><variable name="code" typeRef="string"/></inputData>
          <inputData id="i2" name="age"><variable name="age" typeRef="number"/></inputData>
          <inputData id="i3" name="modifiers"><variable name="modifiers" typeRef="Any"/></inputData>
          <inputData id="i4" name="diagnoses"><variable name="diagnoses" typeRef="Any"/></inputData>
          <decision id="d" name="hits">
            <variable name="hits" typeRef="Any"/>
            %s
            <decisionTable id="t" hitPolicy="COLLECT">
              %s
              <output id="o"/>
              %s
            </decisionTable>
          </decision>
        </definitions>
        """
        .formatted(
            NAMESPACE,
            each("<informationRequirement><requiredInput href=\"#i%d\"/></informationRequirement>"),
            inputs(),
            rows.stream().map(DmnTable::rule).collect(Collectors.joining("\n")));
  }

  private static String each(String format) {
    return List.of(1, 2, 3, 4).stream()
        .map(number -> format.formatted(number))
        .collect(Collectors.joining());
  }

  private static String inputs() {
    return List.of("code", "age", "modifiers", "diagnoses").stream()
        .map(name -> "<input><inputExpression><text>" + name + "</text></inputExpression></input>")
        .collect(Collectors.joining());
  }

  private static String rule(GeneratedRow row) {
    GeneratedRow.Single single = (GeneratedRow.Single) row;
    String anyDiagnosis =
        single.diagnoses().stream()
            .map(prefix -> "starts with(d, \"" + prefix + "\")")
            .collect(Collectors.joining(" or "));
    return "<rule>"
        + entry("\"" + single.code() + "\"")
        + entry("[" + single.ageMin() + ".." + single.ageMax() + "]")
        + entry("not(list contains(?, \"" + single.modifierAbsent() + "\"))")
        + entry("some d in ? satisfies (" + anyDiagnosis + ")")
        + "<outputEntry><text>\""
        + single.id()
        + "\"</text></outputEntry></rule>";
  }

  private static String entry(String text) {
    return "<inputEntry><text>" + text + "</text></inputEntry>";
  }

  @Override
  public List<Hit> judge(Encounter encounter) {
    List<Hit> hits = new ArrayList<>();
    for (LineFact line : LineFact.of(encounter)) {
      DMNContext context = runtime.newContext();
      context.set("code", line.getCode());
      context.set("age", line.getAge());
      context.set("modifiers", line.getModifiers());
      context.set("diagnoses", line.getDiagnoses());
      DMNResult result = runtime.evaluateAll(model, context);
      if (result.hasErrors()) {
        throw new IllegalStateException(result.getMessages().get(0).toString());
      }
      if (result.getDecisionResultByName("hits").getResult() instanceof List<?> rows) {
        rows.forEach(row -> hits.add(new Hit((String) row, line.getNumber(), 0)));
      }
    }
    return hits;
  }
}
