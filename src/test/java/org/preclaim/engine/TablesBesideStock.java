package org.preclaim.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Statement;
import org.preclaim.engine.rows.RowJudge;
import org.preclaim.engine.rows.RowTables;
import org.preclaim.problem.ProblemsException;
import org.preclaim.table.Workbook;

/**
 * Many workbooks, compiled twice: a rule for each row as stock Drools does, and as data. Says what
 * either states of an encounter, in words that can be compared.
 */
final class TablesBesideStock {

  static {
    // Its range index gives up where two rows compare one property with 1 and with 1.0.
    System.setProperty("drools.alphaNodeRangeIndexThreshold", "0");
  }

  private final Map<String, RowTables> tables = new LinkedHashMap<>();
  private final KieBase stock;
  private final RowJudge rows;

  /**
   * Compiles workbooks.
   *
   * @param reader makes their rows
   * @param tamper changes the rules of the rows before they are compiled
   */
  TablesBesideStock(List<Workbook> workbooks, Reader reader, UnaryOperator<String> tamper)
      throws ProblemsException {
    Map<String, String> stockDrl = new TreeMap<>();
    Map<String, String> rowsDrl = new TreeMap<>();
    for (Workbook workbook : workbooks) {
      RowTables read = reader.read(workbook);
      tables.put(workbook.packageName(), read);
      stockDrl.put(workbook.file(), StockTables.render(workbook));
      rowsDrl.put(workbook.file(), tamper.apply(read.rules().drl()));
    }
    stock = FamilyCompiler.compile("stock", stockDrl).base();
    rows = FamilyCompiler.compile("rows", rowsDrl).rows();
  }

  /** Reads a workbook's rows. */
  @FunctionalInterface
  interface Reader {
    RowTables read(Workbook workbook) throws ProblemsException;
  }

  /** What stock Drools states: package, row and statement, sorted. */
  List<String> byStock(Facts facts) {
    Heard heard = new Heard();
    KieSession session = stock.newKieSession();
    try {
      heard.listenTo(session);
      facts.lines().forEach(session::insert);
      facts.procedures().forEach(session::insert);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    return heard.sorted();
  }

  /** What rows state: package, row and statement, sorted. */
  List<String> byRows(Facts facts) {
    List<String> all = new ArrayList<>();
    tables.forEach(
        (packageName, read) -> {
          read.forEachCase(
              facts,
              List.of(),
              judged -> {
                String row = packageName + " " + judged.row().name() + ": ";
                rows.judge(judged, statement -> all.add(row + statement));
              });
        });
    return all.stream().sorted().toList();
  }

  /** What only one of the two states, with which of them it is. */
  List<String> differences(Facts facts) {
    List<String> onlyStock = new ArrayList<>(byStock(facts));
    List<String> onlyRows = new ArrayList<>(byRows(facts));
    List<String> both = List.copyOf(onlyStock);
    onlyRows.forEach(onlyStock::remove);
    both.forEach(onlyRows::remove);
    List<String> differences = new ArrayList<>();
    onlyStock.forEach(said -> differences.add("stock only: " + said));
    onlyRows.forEach(said -> differences.add("rows only: " + said));
    return differences;
  }

  /** Listens to one session. */
  private static final class Heard extends DefaultAgendaEventListener {

    private final List<String> said = new ArrayList<>();
    private String rule = "";

    void listenTo(KieSession session) {
      session.addEventListener((AgendaEventListener) this);
      session.addEventListener(
          (RuleRuntimeEventListener)
              new DefaultRuleRuntimeEventListener() {
                @Override
                public void objectInserted(ObjectInsertedEvent event) {
                  if (!rule.isEmpty() && event.getObject() instanceof Statement statement) {
                    said.add(rule + ": " + statement);
                  }
                }
              });
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
      Match match = event.getMatch();
      rule = match.getRule().getPackageName() + " " + match.getRule().getName();
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
      rule = "";
    }

    List<String> sorted() {
      return said.stream().sorted().toList();
    }
  }
}
