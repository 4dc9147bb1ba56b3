package org.preclaim.analysis;

import java.util.Set;
import org.preclaim.table.PolicyRow;

/**
 * A row as it is compared with others.
 *
 * @param row where it stands and what it is called
 * @param conditions what it accepts
 * @param stated what it states
 * @param actions the columns of actions that it fills
 * @param understood whether all of its conditions are
 */
record RowJudged(
    PolicyRow row,
    Conditions conditions,
    Actions.Stated stated,
    Set<Integer> actions,
    boolean understood) {}
