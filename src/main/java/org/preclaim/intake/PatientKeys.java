package org.preclaim.intake;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes pseudonyms: the same patient under the same key has the same one, through whichever door,
 * and nobody without the key can find the patient by trying out identifiers.
 */
public final class PatientKeys {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES_MIN = 16;

  /** Half of the digest: 128 bits leave no chance that two patients meet. */
  private static final int PSEUDONYM_BYTES = 16;

  private final SecretKeySpec key;

  /** Pseudonyms under {@code secret}, which is copied; at least 16 bytes. */
  public PatientKeys(byte[] secret) {
    if (secret.length < KEY_BYTES_MIN) {
      throw new IllegalArgumentException(
          "a key for pseudonyms needs at least " + KEY_BYTES_MIN + " bytes");
    }
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * The pseudonym of a payer's member. Member ids are unique within a payer, and a family shares
   * one: birth date and first name tell its members apart, twins included. Last names change and
   * stay out.
   *
   * @param payerId empty where it was not sent
   * @param member the subscriber's member id
   * @param birthDate the patient's; absent where it was not sent
   * @param firstName the patient's; empty where it was not sent
   */
  public String ofMember(
      String payerId, String member, @Nullable LocalDate birthDate, String firstName) {
    return pseudonym(
        List.of(
            normalized(payerId),
            normalized(member),
            birthDate == null ? "" : birthDate.toString(),
            normalized(firstName)));
  }

  private static String normalized(String text) {
    StringBuilder kept = new StringBuilder();
    text.toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /**
   * The pseudonym of whoever these identifiers belong to. Each is preceded by its length, so that
   * {@code ab, c} and {@code a, bc} are two patients.
   */
  public String pseudonym(List<String> identifiers) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String identifier : identifiers) {
        byte[] bytes = identifier.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
      }
      return "p-" + HexFormat.of().formatHex(mac.doFinal(), 0, PSEUDONYM_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}
