package org.preclaim.journal.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an entry that is no decision says: which entries an erasure or a retention concerns, as
 * JSON.
 */
public final class Ranges {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Ranges() {}

  /**
   * Sequences, both ends included.
   *
   * @param first of the range
   * @param last of the range
   */
  public record Range(long first, long last) {}

  /** The text of an erasure from the entries with these sequences, in rising order. */
  public static String erased(Collection<Long> sequences) {
    List<Range> ranges = new ArrayList<>();
    for (long sequence : sequences) {
      Range open = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
      if (open != null && open.last() + 1 == sequence) {
        ranges.set(ranges.size() - 1, new Range(open.first(), sequence));
      } else {
        ranges.add(new Range(sequence, sequence));
      }
    }
    StringBuilder text = new StringBuilder("{\"erased\":[");
    for (Range range : ranges) {
      text.append('[').append(range.first()).append(',').append(range.last()).append("],");
    }
    text.setLength(ranges.isEmpty() ? text.length() : text.length() - 1);
    return text.append("]}").toString();
  }

  /** The text of a retention that let all entries up to {@code last} go. */
  public static String letGo(long last) {
    return "{\"letGoThrough\":" + last + "}";
  }

  static List<Range> erased(Statement statement) {
    List<Range> ranges = new ArrayList<>();
    for (JsonNode range : JSON.readTree(statement.said()).path("erased")) {
      ranges.add(new Range(range.path(0).asLong(), range.path(1).asLong()));
    }
    return ranges;
  }

  static long letGo(Statement statement) {
    return JSON.readTree(statement.said()).path("letGoThrough").asLong();
  }
}
