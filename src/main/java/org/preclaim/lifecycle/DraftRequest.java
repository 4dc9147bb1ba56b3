package org.preclaim.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a draft that is handed in.
 *
 * @param name the name people will use
 * @param base the release that it was made from; absent where the archive tells
 * @param reason why
 */
public record DraftRequest(String name, @Nullable String base, String reason) {}
