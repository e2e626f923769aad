package dev.heapdrift.junit;

import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.launcher.TestIdentifier;

/** Names of tests, as a launcher tells them. */
final class TestIds {
  private TestIds() {}

  /** A test that some engine runs. */
  static TestIdentifier test(String name) {
    return TestIdentifier.from(
        new AbstractTestDescriptor(UniqueId.forEngine("any").append("test", name), name) {
          @Override
          public Type getType() {
            return TestDescriptor.Type.TEST;
          }
        });
  }
}
