package org.preclaim.benchmark.peers;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.preclaim.benchmark.GeneratedRelease;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Flag;
import org.preclaim.release.PolicyRelease;

/** The same workbook as stock Drools takes it: every row a rule. */
final class StockDrools implements Peer {

  private final KieBase base;

  private StockDrools(KieBase base) {
    this.base = base;
  }

  /** Rules interpreted by MVEL. */
  static StockDrools classic(List<GeneratedRow> rows) {
    return new StockDrools(build(rows, "classic"));
  }

  /** Rules compiled to Java. */
  static StockDrools executable(List<GeneratedRow> rows) {
    return new StockDrools(build(rows, "executable"));
  }

  private static KieBase build(List<GeneratedRow> rows, String mode) {
    byte[] workbook = GeneratedRelease.workbook("generated", rows).bytes();
    String drl =
        new SpreadsheetCompiler().compile(new ByteArrayInputStream(workbook), InputType.XLS);
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    ReleaseId id = services.newReleaseId("org.preclaim.benchmark", mode, "1");
    files.generateAndWritePomXML(id);
    files.write("src/main/resources/generated/rows.drl", drl);
    KieBuilder builder = services.newKieBuilder(files);
    builder =
        mode.equals("classic")
            ? builder.buildAll()
            : builder.buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    return services.newKieContainer(id).newKieBase(null);
  }

  @Override
  public List<Hit> judge(Encounter encounter) {
    Collected collected = new Collected();
    KieSession session = base.newKieSession();
    try {
      session.addEventListener(collected);
      for (BilledLine line : Facts.of(encounter, PolicyRelease.DEFAULT_PAYER).lines()) {
        session.insert(line);
      }
      session.fireAllRules();
      return collected.hits;
    } finally {
      session.dispose();
    }
  }

  /** The rule's name is the row's id. */
  private static final class Collected extends DefaultRuleRuntimeEventListener {

    final List<Hit> hits = new ArrayList<>();

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
      if (event.getObject() instanceof Flag flag) {
        int other = flag.with().isEmpty() ? 0 : flag.with().get(0).number();
        hits.add(new Hit(event.getRule().getName(), flag.atRisk().get(0).number(), other));
      }
    }
  }
}
