package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Known;

/** What the catalogue says of a finding, in one paragraph. */
final class KnownText {
  private KnownText() {}

  static String of(Known known) {
    String source = " [" + known.id() + "] " + known.source();
    if (known instanceof Known.Leak leak) {
      String what = leak.library() + ", a leak (" + leak.versions() + "): ";
      return what + leak.reason() + ' ' + leak.fix() + source;
    }
    Known.Benign benign = (Known.Benign) known;
    String bound = " Known to end below " + Quantity.count(benign.upTo());
    String doubt = benign.holds() ? "." : ", but " + benign.doubt() + '.';
    return benign.library() + ", growth that ends: " + benign.reason() + bound + doubt + source;
  }
}
