package org.preclaim.release;

/**
 * A DRL file of a release.
 *
 * @param path below the policies folder, for instance {@code rules/bilateral.drl}
 * @param text its content
 */
public record RuleFile(String path, String text) {}
