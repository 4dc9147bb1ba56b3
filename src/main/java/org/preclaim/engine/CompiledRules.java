package org.preclaim.engine;

import org.kie.api.KieBase;
import org.preclaim.engine.rows.RowJudge;

/**
 * The rules of one module, compiled. Immutable, and shared by releases whose cells differ.
 *
 * @param base those that need a session
 * @param rows those that judge rows
 */
record CompiledRules(KieBase base, RowJudge rows) {}
