package org.preclaim.engine.fence;

import java.util.List;

/**
 * Something in a compiled rule that no rule may do.
 *
 * @param owner the compiled class that does it
 * @param code the problem's code
 * @param message what it does
 * @param words what the author probably wrote, to find the place again
 */
record Violation(String owner, String code, String message, List<String> words) {}
