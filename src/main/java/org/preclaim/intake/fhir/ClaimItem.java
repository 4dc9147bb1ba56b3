package org.preclaim.intake.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a claim, a detail of it or a detail of that, and where it went.
 *
 * @param sequence its number among its like
 * @param line the number of its service line; absent where it has details, or is none
 * @param unread why it is not a service line, in words; absent where it is, or has details
 * @param details what it consists of
 */
public record ClaimItem(
    int sequence, @Nullable Integer line, @Nullable String unread, List<ClaimItem> details) {

  /** Copies the list. */
  public ClaimItem {
    details = List.copyOf(details);
  }

  /** Whether it, or a detail of it, could not be read as a service. */
  public boolean hasUnread() {
    return unread != null || details.stream().anyMatch(ClaimItem::hasUnread);
  }
}
