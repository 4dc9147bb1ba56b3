package org.preclaim.engine;

/**
 * A rule of a rule file.
 *
 * @param name its whole name
 * @param file below the policies folder
 * @param line where it begins, from 1
 * @param official whether its family asks official files, and so says nothing without them
 */
public record RuleSummary(String name, String file, int line, boolean official) {}
