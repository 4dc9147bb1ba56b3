package org.preclaim.engine.published;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.preclaim.engine.language.ArticleCoverage;
import org.preclaim.engine.language.CodeStanding;
import org.preclaim.engine.language.DiagnosisAges;
import org.preclaim.engine.language.DiagnosisStanding;
import org.preclaim.engine.language.FeeScheduleLine;
import org.preclaim.engine.language.GlobalPeriod;
import org.preclaim.engine.language.Published;
import org.preclaim.engine.language.PublishedAddOn;
import org.preclaim.engine.language.PublishedPair;
import org.preclaim.engine.language.PublishedUnits;

/**
 * What official files can be asked about an encounter. A family asks by matching the fact that
 * answers: it declares nothing besides, so that it cannot forget to.
 */
public enum Topic {
  PAIRS(PublishedPair.class),
  UNITS(PublishedUnits.class),
  ADD_ONS(PublishedAddOn.class),
  FEE_SCHEDULE(FeeScheduleLine.class),
  GLOBAL_PERIODS(GlobalPeriod.class),
  DIAGNOSES(DiagnosisStanding.class),
  AGES(DiagnosisAges.class),
  LEVEL_TWO_CODES(CodeStanding.class),
  ARTICLES(ArticleCoverage.class);

  private final Class<? extends Published> fact;

  Topic(Class<? extends Published> fact) {
    this.fact = fact;
  }

  /** Whether {@code type} is the simple name of the fact that answers. */
  boolean isAnsweredBy(String type) {
    return fact.getSimpleName().equals(type);
  }

  /** The topics that rules ask by matching facts of these types, by simple name. */
  public static Set<Topic> askedBy(Collection<String> types) {
    Set<Topic> asked = EnumSet.noneOf(Topic.class);
    for (Topic topic : values()) {
      if (types.stream().anyMatch(topic::isAnsweredBy)) {
        asked.add(topic);
      }
    }
    return Collections.unmodifiableSet(asked);
  }
}
