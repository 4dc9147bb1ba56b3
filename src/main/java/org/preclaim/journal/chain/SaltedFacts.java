package org.preclaim.journal.chain;

import java.util.Map;
import org.preclaim.journal.chain.PersonalFacts.Request;

/**
 * Personal facts and the salt under which the chain commits to them. Without the salt the
 * commitment tells nothing, not even whether a guess is right; so both are erased together.
 *
 * @param salt random and secret, used once
 * @param facts what is committed to
 */
public record SaltedFacts(Hash salt, PersonalFacts facts) {

  /** What the chain holds in place of the facts. */
  public Hash commitment() {
    HashInput input =
        HashInput.of(HashInput.Kind.COMMITMENT)
            .hash(salt)
            .text(facts.encounterId())
            .text(facts.patientKey())
            .text(facts.birthDate() == null ? null : facts.birthDate().toString())
            .number(facts.documentation().size());
    for (Map.Entry<Integer, String> value : facts.documentation().entrySet()) {
      input.number(value.getKey()).text(value.getValue());
    }
    Request request = facts.request();
    return input
        .text(request == null ? null : request.idempotencyKey())
        .hash(request == null ? Hash.NONE : request.body())
        .end();
  }

  /** The digest of a request's body under {@code salt}. */
  public static Hash digest(Hash salt, byte[] body) {
    return HashInput.of(HashInput.Kind.REQUEST).hash(salt).bytes(body).end();
  }

  /** Whether {@code body} is the one of the request that was recorded. */
  public boolean isBody(byte[] body) {
    Request request = facts.request();
    return request != null && request.body().equals(digest(salt, body));
  }
}
