package org.preclaim.reference;

import org.jspecify.annotations.Nullable;

/** The published medically unlikely edits of one setting and quarter. */
public interface MueTable {

  /** Which release this is. */
  Vintage vintage();

  /** The edit of {@code code}; where there is none, no value is published, which is no pass. */
  @Nullable MueEdit find(String code);
}
