package org.preclaim.engine.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.CodeSuggestion.Action;

/**
 * A change to the codes that the facts support.
 *
 * @param action what to do
 * @param line the line to change; absent for an addition
 * @param code the code that results
 * @param modifiers the modifiers that result
 * @param units the units that result
 * @param because see {@link Finding#because()}
 */
public record Proposal(
    Action action,
    @Nullable BilledLine line,
    String code,
    List<String> modifiers,
    BigDecimal units,
    @Nullable Statement because)
    implements Finding {

  private static final List<String> SIDES = List.of("50", "LT", "RT");

  /** Copies the list. */
  public Proposal {
    modifiers = List.copyOf(modifiers);
  }

  /** Report the selected code, which no line reports; with the side where the code takes one. */
  public static Proposal add(CodeSelected selected) {
    List<String> sides =
        selected.sided() ? selected.performed().statedSide().modifiers() : List.of();
    return new Proposal(Action.ADD, null, selected.code(), sides, BigDecimal.ONE, selected);
  }

  /** Report one side of the selected code, {@code RT} or {@code LT}, on a line of its own. */
  public static Proposal add(CodeSelected selected, String modifier) {
    return new Proposal(
        Action.ADD, null, selected.code(), List.of(modifier), BigDecimal.ONE, selected);
  }

  /** Report the selected code instead of the line's. */
  public static Proposal replace(BilledLine line, CodeSelected selected) {
    List<String> modifiers = line.modifiers();
    if (selected.sided() && line.statedSide() == Side.NONE) {
      modifiers = withSide(modifiers, selected.performed().statedSide());
    }
    return new Proposal(Action.REPLACE, line, selected.code(), modifiers, line.units(), selected);
  }

  /** Add {@code modifier} to the line, in front where it says which part was rendered. */
  public static Proposal addModifier(BilledLine line, String modifier) {
    List<String> modifiers = new ArrayList<>(line.modifiers());
    modifiers.add(0, modifier);
    return new Proposal(Action.MODIFY, line, line.code(), modifiers, line.units(), null);
  }

  /** State on the line the side that the record states. */
  public static Proposal stateSide(BilledLine line, Performed performed) {
    List<String> modifiers = withSide(line.modifiers(), performed.statedSide());
    return new Proposal(Action.MODIFY, line, line.code(), modifiers, BigDecimal.ONE, null);
  }

  /** Report both sides on this line: modifier 50, one unit. */
  public static Proposal bothSides(BilledLine line) {
    return new Proposal(
        Action.MODIFY,
        line,
        line.code(),
        withSide(line.modifiers(), Side.BOTH),
        BigDecimal.ONE,
        null);
  }

  /** Report one side on this line, {@code RT} or {@code LT}, one unit. */
  public static Proposal oneSide(BilledLine line, String modifier) {
    Side side = modifier.equals("LT") ? Side.LEFT : Side.RIGHT;
    return new Proposal(
        Action.MODIFY, line, line.code(), withSide(line.modifiers(), side), BigDecimal.ONE, null);
  }

  /** Report the other side on a new line beside this one. */
  public static Proposal addSide(BilledLine line, String modifier) {
    Side side = modifier.equals("LT") ? Side.LEFT : Side.RIGHT;
    return new Proposal(
        Action.ADD, null, line.code(), withSide(line.modifiers(), side), BigDecimal.ONE, null);
  }

  /** Remove the line. */
  public static Proposal remove(BilledLine line) {
    return new Proposal(Action.REMOVE, line, line.code(), line.modifiers(), line.units(), null);
  }

  /** The same, drawn from what a row stated. */
  public Proposal because(Statement statement) {
    return new Proposal(action, line, code, modifiers, units, statement);
  }

  private static List<String> withSide(List<String> modifiers, Side side) {
    List<String> result = new ArrayList<>(modifiers);
    result.removeAll(SIDES);
    result.addAll(side.modifiers());
    return result;
  }

  @Override
  public String inWords() {
    String target = modifiers.isEmpty() ? code : code + "-" + String.join("-", modifiers);
    return action.word() + (line == null ? "" : " " + line + " by") + " " + target;
  }
}
