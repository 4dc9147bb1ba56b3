package org.preclaim.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. Each endpoint and command states the one that it asks for. */
public enum Role {
  /** Has encounters decided, and reads the answers it was given. */
  DECIDE,
  /** Drafts cells of decision tables, and sees what they would do. */
  ANALYST,
  /** Approves drafts of others, activates them and takes them back. */
  APPROVER,
  /** Drafts what is code: rules and the headers of tables. */
  ENGINEER,
  /** Reads the journal and replays it. */
  AUDITOR,
  /** Loads official files, and looks after callers and records. */
  ADMIN;

  /** The word for it in settings, tokens and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role with this word. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
