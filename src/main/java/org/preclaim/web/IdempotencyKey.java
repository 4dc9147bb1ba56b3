package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;

/** The header with which a caller marks requests that are the same. */
final class IdempotencyKey {

  private static final String HEADER = "Idempotency-Key";

  /** Visible ASCII: what every proxy passes on as it is. */
  private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

  private IdempotencyKey() {}

  /** The key of {@code request}; absent where it has none. */
  static @Nullable String of(HttpServletRequest request) {
    List<String> keys = Collections.list(request.getHeaders(HEADER));
    if (keys.isEmpty()) {
      return null;
    }
    if (keys.size() > 1 || !KEY.matcher(keys.get(0)).matches()) {
      throw new Refusal(
          HttpProblems.badRequest(
              "expected one header Idempotency-Key of 1 to 200 visible ASCII characters"));
    }
    return keys.get(0);
  }
}
