package dev.heapdrift.junit;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What a verdict means to a test. */
final class Outcomes {
  static final String PROPERTY = "heapdrift.junit.inconclusive";

  private Outcomes() {}

  /** Fails the test for a leak, and aborts it where there is no verdict. */
  static void enforce(LeakVerdict verdict) {
    if (verdict instanceof LeakVerdict.Leaks leaks) {
      throw failed(leaks.text());
    }
    if (verdict instanceof LeakVerdict.Inconclusive open) {
      throw inconclusive(open.reason());
    }
  }

  static AssertionError failed(String text) {
    return new AssertionFailedError(text);
  }

  /** An aborted test, or a failed one where the property asks for that. */
  static RuntimeException inconclusive(String reason) {
    String text = "heapdrift: inconclusive: " + reason;
    if ("fail".equals(System.getProperty(PROPERTY))) {
      throw new AssertionFailedError(text);
    }
    return new TestAbortedException(text);
  }
}
