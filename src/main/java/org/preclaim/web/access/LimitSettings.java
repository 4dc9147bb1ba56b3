package org.preclaim.web.access;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken from one caller: the settings below {@code preclaim.limits}. They hold for
 * callers who prove who they are; the one user of this machine has no limit.
 *
 * @param requestsPerSecond of one caller, in the long run
 * @param burst how many may come at once after a pause
 * @param concurrent how many of one caller are under way at a time
 * @param bytesPerMinute of the bodies of one caller, all that it sends at a time together
 * @param failuresPerMinute keys and tokens of one address that are not accepted, before it is told
 *     to wait
 */
public record LimitSettings(
    @DefaultValue("100") int requestsPerSecond,
    @DefaultValue("200") int burst,
    @DefaultValue("16") int concurrent,
    @DefaultValue("4GB") DataSize bytesPerMinute,
    @DefaultValue("30") int failuresPerMinute) {

  static final String PREFIX = "preclaim.limits";

  /** The settings that would let nobody in, by their full names. */
  List<String> notPositive() {
    Map<String, Long> numbers =
        Map.of(
            "requests-per-second",
            (long) requestsPerSecond,
            "burst",
            (long) burst,
            "concurrent",
            (long) concurrent,
            "bytes-per-minute",
            bytesPerMinute.toBytes(),
            "failures-per-minute",
            (long) failuresPerMinute);
    return numbers.entrySet().stream()
        .filter(each -> each.getValue() <= 0)
        .map(each -> PREFIX + "." + each.getKey())
        .sorted()
        .toList();
  }
}
