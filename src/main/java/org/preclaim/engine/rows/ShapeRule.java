package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Consequence;
import org.drools.model.Constraint;
import org.drools.model.Declaration;
import org.drools.model.From1;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.BlockN;
import org.drools.model.functions.Function1;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.language.Statement;

/**
 * The compiled rule of a shape, ready to judge one case after the other. Drools compiled its
 * conditions and its action; as they look at one case and nothing else, there is nothing to join
 * and no session to keep them in. Immutable.
 */
final class ShapeRule {

  private final String name;
  private final int frameSize;
  private final Step[] steps;
  private final Conditions conditions;
  private final BlockN action;
  private final int[] arguments;
  private final boolean states;

  /** One step of the left side; what it binds it leaves in the frame. */
  @FunctionalInterface
  interface Step {
    /** Whether the rule may still hold. */
    boolean passes(@Nullable Object[] frame) throws Exception;
  }

  private ShapeRule(Rule rule, Reading reading) {
    this.name = rule.getName();
    this.steps = reading.steps.toArray(Step[]::new);
    this.conditions =
        new Conditions(reading.bindings, reading.constraints, reading.asked, reading.slots.size());
    Consequence consequence = rule.getDefaultConsequence();
    this.action = consequence.getBlock();
    this.states = consequence.isUsingDrools();
    this.arguments = reading.slots(consequence.getVariables());
    this.frameSize = reading.slots.size();
  }

  /**
   * The rule as it was compiled.
   *
   * @throws IllegalStateException where it has a form that {@link ShapeWriter} does not write
   */
  static ShapeRule of(Rule rule) {
    Reading reading = new Reading();
    for (Condition condition : rule.getView().getSubConditions()) {
      reading.read(condition);
    }
    return new ShapeRule(rule, reading);
  }

  /** Its conditions one by one, as they stand in the rule. */
  Conditions conditions() {
    return conditions;
  }

  /** Gives what the rule states of {@code judged} to {@code statements}. */
  void judge(RowCase judged, Consumer<Statement> statements) {
    @Nullable Object[] frame = new Object[frameSize];
    frame[0] = judged;
    try {
      if (Tests.all(steps, frame)) {
        act(frame, statements);
      }
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(name, failure);
    }
  }

  private void act(@Nullable Object[] frame, Consumer<Statement> statements) throws Exception {
    int first = states ? 1 : 0;
    @Nullable Object[] given = new Object[first + arguments.length];
    if (states) {
      given[0] = new RowActions(statements);
    }
    for (int argument = 0; argument < arguments.length; argument++) {
      given[first + argument] = frame[arguments[argument]];
    }
    action.execute(given);
  }

  /** Reads a left side; the case is the first variable of the frame. */
  private static final class Reading {

    private final IdentityHashMap<Variable<?>, Integer> slots = new IdentityHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> bindings = new ArrayList<>();
    private final List<Step> constraints = new ArrayList<>();
    private final List<Step> asked = new ArrayList<>();

    int[] slots(Variable<?>... variables) {
      int[] found = new int[variables.length];
      for (int index = 0; index < found.length; index++) {
        found[index] = slot(variables[index]);
      }
      return found;
    }

    private int slot(Variable<?> variable) {
      Integer known = slots.get(variable);
      if (known != null) {
        return known;
      }
      int next = slots.size();
      slots.put(variable, next);
      return next;
    }

    void read(Condition condition) {
      switch (condition.getType()) {
        case PATTERN -> {
          Pattern<?> pattern = (Pattern<?>) condition;
          steps.addAll(pattern(pattern));
          pattern.getBindings().forEach(binding -> bindings.add(bind(binding)));
          written(pattern.getConstraint()).forEach(each -> constraints.add(test(each)));
        }
        case EXISTS -> ask(condition, true);
        case NOT -> ask(condition, false);
        case CONSEQUENCE -> {
          // The action stands at the end of every left side.
        }
        default -> throw unknown(condition);
      }
    }

    private void ask(Condition condition, boolean wanted) {
      Step step = asked(condition, wanted);
      steps.add(step);
      asked.add(step);
    }

    /** What stood between the commas of the pattern. */
    private static List<Constraint> written(Constraint constraint) {
      return constraint.getType() == Constraint.Type.MULTIPLE
          ? List.copyOf(constraint.getChildren())
          : List.of(constraint);
    }

    /** What needs no variable but the pattern's own comes first: most cases end there. */
    private List<Step> pattern(Pattern<?> pattern) {
      int own = slot(pattern.getPatternVariable());
      List<Step> before = new ArrayList<>();
      List<Step> after = new ArrayList<>();
      for (Binding binding : pattern.getBindings()) {
        after.add(bind(binding));
      }
      for (Constraint constraint : constraints(pattern.getConstraint())) {
        Step step = test(constraint);
        (ownOnly(constraint, own) ? before : after).add(step);
      }
      before.addAll(after);
      return before;
    }

    private Step bind(Binding binding) {
      if (binding.getInputVariables().length != 1) {
        throw unknown(binding);
      }
      int from = slot(binding.getInputVariable());
      int to = slot(binding.getBoundVariable());
      Function1<@Nullable Object, @Nullable Object> function = function(binding);
      return frame -> {
        frame[to] = function.apply(frame[from]);
        return true;
      };
    }

    // The model erases the types of its variables; the rule compiler has checked them.
    @SuppressWarnings("unchecked")
    private static Function1<@Nullable Object, @Nullable Object> function(Binding binding) {
      return binding.getBindingFunction();
    }

    private static List<Constraint> constraints(Constraint constraint) {
      return isAll(constraint)
          ? constraint.getChildren().stream().flatMap(child -> constraints(child).stream()).toList()
          : List.of(constraint);
    }

    private static boolean isAll(Constraint constraint) {
      return constraint.getType() == Constraint.Type.AND
          || constraint.getType() == Constraint.Type.MULTIPLE;
    }

    private boolean ownOnly(Constraint constraint, int own) {
      if (constraint instanceof SingleConstraint single) {
        for (int slot : slots(single.getVariables())) {
          if (slot != own) {
            return false;
          }
        }
        return true;
      }
      return constraint.getChildren().stream().allMatch(child -> ownOnly(child, own));
    }

    private Step test(Constraint constraint) {
      if (constraint instanceof SingleConstraint single) {
        return Tests.of(single, slots(single.getVariables()));
      }
      Step[] children = constraint.getChildren().stream().map(this::test).toArray(Step[]::new);
      if (isAll(constraint)) {
        return frame -> Tests.all(children, frame);
      } else if (constraint.getType() == Constraint.Type.OR) {
        return frame -> Tests.any(children, frame);
      }
      throw unknown(constraint);
    }

    /** Whether there is, or is not, one such fact among those of the case. */
    private Step asked(Condition condition, boolean wanted) {
      if (condition.getSubConditions().size() == 1
          && condition.getSubConditions().get(0) instanceof Pattern<?> pattern
          && pattern.getPatternVariable() instanceof Declaration<?> declared
          && declared.getSource() instanceof From1<?> from) {
        int source = slot(from.getVariable());
        int own = slot(declared);
        Step[] tests = pattern(pattern).toArray(Step[]::new);
        return frame -> Tests.some(tests, frame, own, facts(from, frame[source])) == wanted;
      }
      throw unknown(condition);
    }

    @SuppressWarnings("unchecked")
    private static <A> Iterable<?> facts(From1<A> from, @Nullable Object source) {
      return (Iterable<?>) from.getProvider().apply((A) source);
    }

    private static IllegalStateException unknown(Object form) {
      return new IllegalStateException("no rule of a shape has the form " + form);
    }
  }
}
