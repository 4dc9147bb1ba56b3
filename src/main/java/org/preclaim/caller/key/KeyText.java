package org.preclaim.caller.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key as its holder has it: {@code preclaim_}, 16 hexadecimal digits that name it, {@code _}, and
 * 64 that are its secret. The fixed beginning lets programs that look for lost secrets find it.
 *
 * @param id names the key
 * @param secret 256 random bits, in hexadecimal digits
 */
record KeyText(String id, String secret) {

  static final String PREFIX = "preclaim_";

  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;
  private static final String HMAC = "HmacSHA256";
  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern FORM =
      Pattern.compile(
          PREFIX + "([0-9a-f]{" + 2 * ID_BYTES + "})_([0-9a-f]{" + 2 * SECRET_BYTES + "})");

  /** A new one, from as many random bytes as it asks for. */
  static KeyText fresh(IntFunction<byte[]> random) {
    return new KeyText(
        HEX.formatHex(random.apply(ID_BYTES)), HEX.formatHex(random.apply(SECRET_BYTES)));
  }

  /** The key that {@code text} is; none where it has another form. */
  static Optional<KeyText> of(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new KeyText(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /** What its holder is told, once. */
  String text() {
    return PREFIX + id + "_" + secret;
  }

  /**
   * What recognises the key and does not give it away: the HMAC-SHA-256 of its id under its secret.
   * A slow hash protects passwords that people choose; nobody guesses 256 random bits.
   */
  String verifier() {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(HEX.parseHex(secret), HMAC));
      return HEX.formatHex(mac.doFinal(id.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + HMAC, impossible);
    }
  }

  /** Compares in a time that does not depend on where the two differ. */
  boolean isRecognisedBy(String verifier) {
    return MessageDigest.isEqual(
        verifier().getBytes(StandardCharsets.US_ASCII),
        verifier.getBytes(StandardCharsets.US_ASCII));
  }

  /** Never the secret: a record would print it. */
  @Override
  public String toString() {
    return PREFIX + id;
  }
}
