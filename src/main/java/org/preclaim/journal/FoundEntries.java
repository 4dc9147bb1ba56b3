package org.preclaim.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Search.Order;
import org.preclaim.journal.chain.StoredEntry;

/**
 * The page of decisions that a search asks for, taken from entries that pass by in their order. It
 * holds no more of them than the page has.
 */
final class FoundEntries implements Consumer<StoredEntry> {

  private final Search search;
  private final boolean newest;
  private final Deque<StoredEntry> found = new ArrayDeque<>();

  FoundEntries(Search search) {
    this.search = search;
    this.newest = search.order() == Order.NEWEST_FIRST;
  }

  @Override
  public void accept(StoredEntry stored) {
    boolean full = found.size() == search.limit();
    if ((full && !newest) || !search.asksFor(stored)) {
      return;
    }
    if (full) {
      found.removeFirst();
    }
    found.addLast(stored);
  }

  List<StoredEntry> page() {
    List<StoredEntry> page = new ArrayList<>(found);
    if (newest) {
      Collections.reverse(page);
    }
    return page;
  }
}
