package org.preclaim.release;

import java.util.List;
import java.util.Map;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.Vocabulary;

/**
 * Rules and tables as one immutable whole.
 *
 * @param ref the digest over all files, and a name
 * @param files all of them, by path
 * @param families by name
 * @param vocabulary the words that encounters and tables may use
 * @param payers profiles by payer; payers that are not listed are treated like {@link
 *     #DEFAULT_PAYER}
 */
public record PolicyRelease(
    ReleaseRef ref,
    List<LockedFile> files,
    List<Family> families,
    Vocabulary vocabulary,
    Map<String, PayerProfile> payers) {

  /** How payers without a profile want things reported: Medicare's way. */
  public static final PayerProfile DEFAULT_PAYER =
      new PayerProfile("", PayerProfile.BothSides.ONE_LINE_WITH_50);

  /** Copies the collections. */
  public PolicyRelease {
    files = List.copyOf(files);
    families = List.copyOf(families);
    payers = Map.copyOf(payers);
  }

  /** The same with none of its families but {@code chosen}: no release that anybody decides by. */
  public PolicyRelease onlyFamilies(List<Family> chosen) {
    return new PolicyRelease(ref, files, chosen, vocabulary, payers);
  }

  /** The profile of {@code payer}. */
  public PayerProfile payer(String payer) {
    return payers.getOrDefault(payer, DEFAULT_PAYER);
  }
}
