package dev.heapdrift.analyzer.gate;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Growth;
import dev.heapdrift.analyzer.finding.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A finding that a team knows of, as it is written.
 *
 * @param fingerprint of the finding, 16 hex digits
 * @param kind of the finding, for the reader
 * @param title of the finding when it was first taken in, for the reader
 * @param verdict {@code unbounded}, or {@code inconclusive} to accept no more than that
 * @param largestSlope most entries a second that are accepted; null for any
 * @param largestPerWorkUnit most entries for a unit of work that are accepted; null for any
 * @param reason why it is accepted; null when nobody has said
 * @param owner who answers for it; null when nobody has said
 * @param expires last day on which it is accepted, {@code 2026-03-31}; null for no end
 */
public record BaselineEntry(
    String fingerprint,
    String kind,
    String title,
    String verdict,
    Double largestSlope,
    Double largestPerWorkUnit,
    String reason,
    String owner,
    String expires) {
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.CEILING);
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

  /** Checks what a person may have written. */
  public BaselineEntry {
    Written.require(
        fingerprint != null && FINGERPRINT.matcher(fingerprint).matches(),
        "fingerprint is \"" + fingerprint + "\", and must be 16 hex digits");
    Written.require(
        Verdict.UNBOUNDED.label().equals(verdict) || Verdict.INCONCLUSIVE.label().equals(verdict),
        "verdict is \"" + verdict + "\", and must be unbounded or inconclusive");
    Written.date(expires);
  }

  /** A finding as it is now, with no reason yet. */
  static BaselineEntry of(Finding finding) {
    Details details = finding.details();
    return new BaselineEntry(
        details.fingerprint(),
        finding.kind().label(),
        details.title(),
        details.verdict().label(),
        rounded(details.growth().entriesPerSecond()),
        rounded(details.growth().perWorkUnit()),
        null,
        null,
        null);
  }

  /**
   * The same for what is now a leak, and may have grown worse, with all that people have written.
   */
  BaselineEntry raisedTo(BaselineEntry now) {
    boolean doubted = !verdict.equals(now.verdict);
    return new BaselineEntry(
        fingerprint,
        now.kind,
        title == null ? now.title : title,
        now.verdict,
        doubted ? now.largestSlope : larger(largestSlope, now.largestSlope),
        doubted ? now.largestPerWorkUnit : larger(largestPerWorkUnit, now.largestPerWorkUnit),
        reason,
        owner,
        expires);
  }

  // Up, so that the finding itself is accepted.
  private static Double rounded(Double rate) {
    return rate == null || rate.isNaN() || rate.isInfinite()
        ? null
        : (Double) BigDecimal.valueOf(rate).round(DIGITS).doubleValue();
  }

  // What accepts any rate goes on to do so.
  private static Double larger(Double accepted, Double now) {
    return accepted == null || now == null ? accepted : (Double) Math.max(accepted, now);
  }

  /** Whether its last day is over. */
  boolean expired(LocalDate today) {
    return Written.isOver(expires, today);
  }

  /**
   * Why a finding is worse than what is accepted, as a clause; null when it is not. Rates are
   * compared for each unit of work where both are known, because then the load does not matter;
   * else the lower end of the interval of the slope is what counts.
   *
   * @param tolerance how much faster it may be, as a part of the accepted rate
   * @param list what to call the list that holds this entry
   */
  String worse(Details finding, double tolerance, String list) {
    if (finding.verdict() != Verdict.UNBOUNDED) {
      return null;
    }
    if (!verdict.equals(Verdict.UNBOUNDED.label())) {
      return "was inconclusive in the " + list;
    }
    Growth growth = finding.growth();
    if (largestPerWorkUnit != null && growth.perWorkUnit() != null) {
      return growth.perWorkUnit() <= largestPerWorkUnit * (1 + tolerance)
          ? null
          : faster(growth.perWorkUnit(), largestPerWorkUnit, " per unit of work", list);
    }
    Double slope = growth.entriesPerSecond();
    if (largestSlope == null || slope == null) {
      return null;
    }
    double surely = growth.interval() == null ? slope : growth.interval().low();
    return surely <= largestSlope * (1 + tolerance)
        ? null
        : faster(slope, largestSlope, "/s", list);
  }

  private static String faster(double now, double accepted, String unit, String list) {
    return String.format(
        Locale.ROOT, "grows by %.3g entries%s, by %.3g in the %s", now, unit, accepted, list);
  }

  /** What reports call it. */
  public String named() {
    return title == null ? fingerprint : fingerprint + ", " + title;
  }
}
