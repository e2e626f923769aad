package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.InstanceFacts;
import java.util.Optional;

/** Buffers outside the heap, small in it, that are kept and with them their native memory. */
final class DirectBufferDetector implements InstanceDetector {
  private static final String MAPPED = "java.nio.MappedByteBuffer";

  @Override
  public Optional<Finding> detect(InstanceCase buffers) {
    if (buffers.kind() != InstanceFacts.Kind.DIRECT_BUFFER) {
      return Optional.empty();
    }
    String subject = buffers.type().equals(MAPPED) ? "Buffers mapped" : "Direct buffers allocated";
    return Optional.of(
        buffers.finding(Kind.DIRECT_BUFFER_LEAK, subject, "are never freed", remedy(buffers)));
  }

  private static String remedy(InstanceCase buffers) {
    String keeper = buffers.keeper() == null ? "what holds it" : buffers.keeper();
    return "The memory of a buffer that "
        + buffers.site()
        + " makes is freed only after the last reference to it: take it out of "
        + keeper
        + " when it is done, release it where it came from a pool (in a finally block), and reuse a"
        + " bounded number of buffers in place of new ones. The limit is"
        + " -XX:MaxDirectMemorySize.";
  }
}
