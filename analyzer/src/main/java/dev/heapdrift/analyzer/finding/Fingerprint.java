package dev.heapdrift.analyzer.finding;

import dev.heapdrift.snapshot.Frame;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The identity of a finding across builds, runs and JDKs: its kind, the container's type, the field
 * that holds it and the inserting method. Lines are left out, and what compilers, proxies and the
 * JVM number as they go is replaced by {@code #}.
 */
public final class Fingerprint {
  /** Hex digits kept: 64 bits, so that ten thousand findings collide with probability 3e-12. */
  private static final int DIGITS = 16;

  /** {@code Foo$$Lambda$14/0x0000000800c03000}, {@code Foo/0x0000000800c03000}. */
  private static final Pattern HIDDEN = Pattern.compile("(\\$\\d+)?/(0x)?[0-9a-f]+$");

  /** {@code lambda$find$0}, {@code $Proxy12}, {@code Outer$1}, {@code access$000}. */
  private static final Pattern NUMBERED = Pattern.compile("(?<=\\$|\\$Proxy|Accessor)\\d+");

  /** {@code Service$$EnhancerByCGLIB$$1f00dead}, {@code Service$HibernateProxy$xY12zAbC}. */
  private static final Pattern GENERATED =
      Pattern.compile("(\\$\\$\\w*By\\w+\\$\\$|\\$\\w*Proxy\\$|\\$ByteBuddy\\$)\\w+");

  private Fingerprint() {}

  /**
   * The fingerprint of a finding with these parts.
   *
   * @param kind its kind
   * @param type class of the container
   * @param holder the field that holds it, or null when unknown
   * @param insertion the inserting frame, or null when unknown
   * @return 16 hex digits
   */
  public static String of(Kind kind, String type, String holder, Frame insertion) {
    String method = insertion == null ? "" : insertion.method();
    String parts =
        String.join(
            "\n",
            kind.label(),
            normalise(type),
            normalise(holder == null ? "" : holder),
            normalise(method));
    return HexFormat.of().formatHex(sha256(parts)).substring(0, DIGITS);
  }

  /** A name without the numbers that a rebuild or another JVM would change. */
  static String normalise(String name) {
    String plain = HIDDEN.matcher(name).replaceFirst("#");
    plain = GENERATED.matcher(plain).replaceAll("$1#");
    return NUMBERED.matcher(plain).replaceAll("#");
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
