package org.preclaim.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Check;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Performed;
import org.preclaim.release.Family;
import org.preclaim.table.Column;
import org.preclaim.table.Need;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;

/**
 * Which encounters a family concerns, and what they must have been sent with. A family of keyed
 * rows concerns those that report one of its codes or perform one of its kinds; a family with
 * anything that has no key concerns all.
 */
final class Applicability {

  private static final String PERFORMED = Performed.class.getSimpleName();

  private final String family;
  private final Set<Need> needs;
  private final boolean unkeyedRules;
  private final boolean always;
  private final Set<String> codes = new HashSet<>();
  private final Set<String> kinds = new HashSet<>();

  /**
   * @param unkeyedRules whether the family has a rule that matches facts of the encounter itself
   */
  Applicability(Family family, boolean unkeyedRules) {
    this.family = family.name();
    this.needs = family.needs();
    this.unkeyedRules = unkeyedRules;
    boolean unkeyed = unkeyedRules;
    List<PolicyTable> tables = family.workbook() == null ? List.of() : family.workbook().tables();
    for (PolicyTable table : tables) {
      for (PolicyRow row : table.rows()) {
        unkeyed |= !addKeys(table, row);
      }
    }
    this.always = unkeyed;
  }

  /** The same of {@code changed}, whose rules are the same. */
  Applicability of(Family changed) {
    return new Applicability(changed, unkeyedRules);
  }

  private boolean addKeys(PolicyTable table, PolicyRow row) {
    Set<String> keys = table.keys(row);
    boolean performed =
        table.keyColumn().flatMap(Column::positiveFact).filter(PERFORMED::equals).isPresent();
    (performed ? kinds : codes).addAll(keys);
    return !keys.isEmpty();
  }

  /** The check that stands where the family is not to be evaluated; {@code null} where it is. */
  @Nullable Check instead(Facts facts) {
    Encounter encounter = facts.encounter();
    if (!kinds.isEmpty() && encounter.procedures() == null) {
      return new Check(family, Check.State.NO_DATA, "no performed procedures were sent");
    }
    if (!concerns(facts)) {
      return new Check(family, Check.State.NOT_APPLICABLE, null);
    }
    for (Need need : needs) {
      if (!wasSent(need, encounter)) {
        return new Check(family, Check.State.NO_DATA, "no " + inWords(need) + " was sent");
      }
    }
    return null;
  }

  /** Whether {@code encounter} was sent with all that the family needs. */
  boolean wasSentWithAll(Encounter encounter) {
    return needs.stream().allMatch(need -> wasSent(need, encounter));
  }

  private boolean concerns(Facts facts) {
    return (always && !(facts.lines().isEmpty() && facts.procedures().isEmpty()))
        || reportsOne(facts.lines())
        || performsOne(facts.procedures());
  }

  private boolean reportsOne(List<BilledLine> lines) {
    for (BilledLine line : lines) {
      if (codes.contains(line.code())) {
        return true;
      }
    }
    return false;
  }

  private boolean performsOne(List<Performed> procedures) {
    for (Performed procedure : procedures) {
      if (kinds.contains(procedure.kind())) {
        return true;
      }
    }
    return false;
  }

  private static boolean wasSent(Need need, Encounter encounter) {
    return switch (need) {
      case DIAGNOSES -> encounter.diagnoses() != null;
      case PROCEDURES -> encounter.procedures() != null;
      case DOCUMENTATION -> encounter.documentation() != null;
      case HISTORY -> encounter.history() != null;
      case BIRTH_DATE -> encounter.patient().birthDate() != null;
    };
  }

  private static String inWords(Need need) {
    return switch (need) {
      case DIAGNOSES -> "diagnosis list";
      case PROCEDURES -> "list of performed procedures";
      case DOCUMENTATION -> "list of documented elements";
      case HISTORY -> "history";
      case BIRTH_DATE -> "birth date";
    };
  }
}
