package org.preclaim.engine.rows;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.preclaim.engine.language.Statement;

/** The compiled rules of all shapes of a family, by shape. Immutable. */
public final class RowJudge {

  private final Map<Long, ShapeRule> byShape;

  private RowJudge(Map<Long, ShapeRule> byShape) {
    this.byShape = Map.copyOf(byShape);
  }

  /** Those of {@code models} that judge rows; the others are left to a session. */
  public static RowJudge of(Collection<Model> models) {
    Map<Long, ShapeRule> byShape = new HashMap<>();
    for (Model model : models) {
      for (Rule rule : model.getRules()) {
        Matcher named = RowRules.NAME.matcher(rule.getName());
        if (named.matches()) {
          byShape.put(Long.valueOf(named.group(1)), ShapeRule.of(rule));
        }
      }
    }
    return new RowJudge(byShape);
  }

  /** Gives what the row of {@code judged} states of its facts to {@code statements}. */
  public void judge(RowCase judged, Consumer<Statement> statements) {
    rule(judged.row()).judge(judged, statements);
  }

  /** The conditions by which {@code row} is judged. */
  Conditions conditions(Row row) {
    return rule(row).conditions();
  }

  private ShapeRule rule(Row row) {
    return Objects.requireNonNull(byShape.get(row.shape()), "no rule");
  }
}
