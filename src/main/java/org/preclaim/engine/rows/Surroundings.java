package org.preclaim.engine.rows;

import java.util.List;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Performed;

/**
 * All facts of one encounter.
 *
 * @param lines what is billed
 * @param procedures what was performed
 * @param denials what other families deny
 */
record Surroundings(List<BilledLine> lines, List<Performed> procedures, List<DeniedLine> denials) {}
