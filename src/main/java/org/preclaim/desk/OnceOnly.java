package org.preclaim.desk;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.desk.KeyedAnswer.Decided;
import org.preclaim.desk.KeyedAnswer.OtherBody;
import org.preclaim.desk.KeyedAnswer.Repeated;
import org.preclaim.desk.KeyedAnswer.StillRunning;
import org.preclaim.encounter.Encounter;
import org.preclaim.journal.Journal;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.Hash;
import org.preclaim.journal.chain.PersonalFacts.Request;
import org.preclaim.journal.chain.Receipt;
import org.preclaim.journal.chain.SaltedFacts;
import org.preclaim.journal.chain.Sender;
import org.preclaim.journal.chain.StoredEntry;

/**
 * Requests that carry an idempotency key: whoever sends one again, because the answer was lost on
 * its way, gets the decision that was made and recorded the first time.
 */
final class OnceOnly {

  private final Journal journal;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  OnceOnly(Journal journal) {
    this.journal = journal;
  }

  KeyedAnswer decide(
      Desk desk, String key, byte[] body, Supplier<Encounter> admitted, Sender sender) {
    return decideOwn(desk, own(key, sender), body, admitted, sender);
  }

  /** Two callers may hit upon the same key; a key that a request may carry has no space. */
  private static String own(String key, Sender sender) {
    return sender.name() == null ? key : sender.name() + " " + key;
  }

  private KeyedAnswer decideOwn(
      Desk desk, String key, byte[] body, Supplier<Encounter> admitted, Sender sender) {
    if (!running.add(key)) {
      return new StillRunning();
    }
    try {
      return journal
          .findByKey(key)
          .map(stored -> repeated(stored, body))
          .orElseGet(() -> decided(desk, key, body, admitted.get(), sender));
    } finally {
      running.remove(key);
    }
  }

  private KeyedAnswer decided(
      Desk desk, String key, byte[] body, Encounter encounter, Sender sender) {
    IssuedDecision issued = desk.issue(encounter);
    Hash salt = desk.salt();
    Request request = new Request(key, SaltedFacts.digest(salt, body));
    Receipt receipt =
        PendingDecision.await(journal.record(Draft.of(encounter, issued, sender, salt, request)));
    // Another service on the same journal may have been first.
    return receipt instanceof Receipt.Known known
        ? repeated(known.stored(), body)
        : new Decided(issued);
  }

  private static KeyedAnswer repeated(StoredEntry stored, byte[] body) {
    SaltedFacts personal = stored.personal();
    return personal != null && personal.isBody(body) ? new Repeated(stored) : new OtherBody();
  }
}
