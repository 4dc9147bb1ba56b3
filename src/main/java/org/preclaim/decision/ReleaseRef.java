package org.preclaim.decision;

/**
 * Names the release that decided.
 *
 * @param id {@code sha256:} and the digest over all its files
 * @param name the name people use
 */
public record ReleaseRef(String id, String name) {}
