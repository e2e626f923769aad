package dev.heapdrift.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CloseTrackerTest {
  private final CloseTracker tracker = new CloseTracker();

  /** Something of the application's to be closed. */
  interface Session extends AutoCloseable {
    String read() throws IOException;

    @Override
    void close() throws IOException;
  }

  @Test
  void whatIsLeftOpenIsNamedWithItsLine() {
    tracker.track(Session.class, session());
    assertThatThrownBy(tracker::assertAllClosed)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("heapdrift: not closed:\n  ")
        .hasMessageContaining("opened at " + getClass().getName() + ".whatIsLeftOpenIsNamed")
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    tracker.assertAllClosed(); // told once
  }

  @Test
  void whatIsClosedIsForgotten() throws Exception {
    try (Session session = tracker.track(Session.class, session())) {
      assertThat(session.read()).isEqualTo("read");
      assertThat(Set.of(session)).contains(session);
    }
    tracker.close();
  }

  @Test
  void closingThatFailsIsClosing() {
    Closeable failing =
        tracker.track(
            Closeable.class,
            () -> {
              throw new IOException("disk");
            });
    assertThatExceptionOfType(IOException.class).isThrownBy(failing::close).withMessage("disk");
    tracker.assertAllClosed();
  }

  @Test
  void aClassIsFollowedByAHandle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tracker.track(StringReader.class, new StringReader("")))
        .withMessageContaining("is no interface");
    CloseTracker.Handle handle = tracker.opened("lease");
    assertThatThrownBy(tracker::close).hasMessageContaining("\n  lease, opened at ");
    handle.close();
    tracker.assertAllClosed();
  }

  private static Session session() {
    return new Session() {
      @Override
      public String read() {
        return "read";
      }

      @Override
      public void close() {}
    };
  }
}
