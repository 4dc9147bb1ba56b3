package org.preclaim.engine.fence;

/**
 * Something in a compiled rule that no rule may do.
 *
 * @param owner the compiled class that does it
 * @param code the problem's code
 * @param message what it does
 * @param word what the author probably wrote, to find the place again
 */
record Violation(String owner, String code, String message, String word) {}
