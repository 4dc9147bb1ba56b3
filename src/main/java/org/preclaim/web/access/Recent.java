package org.preclaim.web.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something for each of those who were seen last, of whom there may be any number: the one who was
 * not seen for the longest time is forgotten first. Safe for use by many threads.
 */
final class Recent<T> {

  private static final int MAX = 10_000;

  private final Map<String, T> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
          return size() > MAX;
        }
      };

  synchronized T get(String name, Supplier<T> fresh) {
    return seen.computeIfAbsent(name, unseen -> fresh.get());
  }

  synchronized @Nullable T find(String name) {
    return seen.get(name);
  }
}
