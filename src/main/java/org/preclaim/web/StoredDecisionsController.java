package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.caller.Caller;
import org.preclaim.caller.Role;
import org.preclaim.desk.Desk;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.web.refusal.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Decisions as they stand in the journal. */
@RestController
class StoredDecisionsController {

  private final Desk desk;

  StoredDecisionsController(Desk desk) {
    this.desk = desk;
  }

  @GetMapping(path = "/v1/decisions/{id}", produces = MediaTypes.JSON)
  ResponseEntity<byte[]> find(@PathVariable("id") String id, HttpServletRequest request) {
    Query.none(request);
    Caller caller = Callers.of(request);
    return desk.find(id)
        .filter(stored -> mayRead(caller, stored))
        .map(stored -> JsonBody.of(stored.answerWithEntry()))
        .orElseThrow(() -> new Refusal(CallProblems.noDecision()));
  }

  /** Whoever only has encounters decided is told of those alone, and not that there are others. */
  private static boolean mayRead(Caller caller, StoredEntry stored) {
    return caller.may(Role.AUDITOR) || caller.name().equals(stored.sender().name());
  }

  @GetMapping(path = "/v1/decisions", produces = MediaTypes.JSON)
  ResponseEntity<byte[]> search(HttpServletRequest request) {
    Search search = DecisionQuery.of(request);
    // One more than asked for tells whether there is another page.
    List<StoredEntry> found = desk.search(search.limit(search.limit() + 1));
    boolean more = found.size() > search.limit();
    List<StoredEntry> page = more ? found.subList(0, search.limit()) : found;
    String decisions =
        page.stream()
            .map(stored -> stored.answer(Trace.LEFT_OUT))
            .collect(Collectors.joining(",", "{\"decisions\":[", "]"));
    String next =
        more ? ",\"next\":\"" + page.get(page.size() - 1).entry().sequence() + "\"}" : "}";
    return JsonBody.of(decisions + next);
  }
}
