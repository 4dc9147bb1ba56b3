package org.preclaim.intake.x12;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes pseudonyms: the same patient under the same key has the same one, and nobody without the
 * key can find the patient by trying out identifiers.
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
   * The pseudonym of whoever these identifiers belong to. Each is preceded by its length, so that
   * {@code ab, c} and {@code a, bc} are two patients.
   */
  String pseudonym(List<String> identifiers) {
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
