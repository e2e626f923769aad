package dev.heapdrift.agent.survivors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

/** On each JDK: these are the recorder's internals. */
class OwnThreadTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Elements of an array that no thread's buffer holds: each one is a candidate by itself. */
  private static final int LARGE = 1 << 20;

  private final List<Object> kept = new ArrayList<>();
  private byte[] garbage = {};

  @Test
  void itIsLeftOutWhileItWorksAndWhileItReadsWhatItWasTold() throws Exception {
    List<Boolean> reading = new ArrayList<>();
    JfrRecording recording = JfrRecording.start(ByteBuddyAgent.install());
    try {
      assertThat(isLeftOut()).isFalse();
      assertThat(recording.own().unsampled(OwnThreadTest::isLeftOut)).isTrue();
      recording.dump(
          file -> {
            reading.add(isLeftOut());
            return List.of();
          });
      assertThat(reading).containsExactly(true);
      assertThat(isLeftOut()).isFalse();
    } finally {
      recording.close();
    }
  }

  @Test
  void itIsTakenInAgainWhenItsWorkFails() throws Exception {
    JfrRecording recording = JfrRecording.start(ByteBuddyAgent.install());
    try {
      assertThatThrownBy(
              () ->
                  recording
                      .own()
                      .unsampled(
                          () -> {
                            throw new IOException("full");
                          }))
          .hasMessage("full");
      assertThat(isLeftOut()).isFalse();
    } finally {
      recording.close();
    }
  }

  @Test
  void nothingThatItMakesMeanwhileIsSampled() throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    Set<String> types = new HashSet<>();
    JfrRecording recording = JfrRecording.start(ByteBuddyAgent.install());
    try {
      while (!types.contains(Theirs[].class.getName()) && Instant.now().isBefore(deadline)) {
        recording.own().unsampled(() -> kept.add(new Ours[LARGE]));
        kept.add(new Theirs[LARGE]);
        garbage = new byte[LARGE]; // nothing is told before a sampled object has died
        System.gc();
        recording.dump(file -> types(file, types));
      }
    } finally {
      recording.close();
    }
    assertThat(garbage).hasSize(LARGE);
    assertThat(types).contains(Theirs[].class.getName()).doesNotContain(Ours[].class.getName());
  }

  private record Ours() {}

  private record Theirs() {}

  private static List<SurvivorSample> types(Path file, Set<String> types) throws IOException {
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals(JfrRecording.EVENT)) {
        types.add(event.<RecordedObject>getValue("object").getClass("type").getName());
      }
    }
    return List.of();
  }

  private static boolean isLeftOut() {
    try {
      Class<?> internals = Class.forName("jdk.jfr.internal.JVM");
      Method asked = internals.getMethod("isExcluded", Thread.class);
      boolean isStatic = Modifier.isStatic(asked.getModifiers());
      Object recorder = isStatic ? null : internals.getMethod("getJVM").invoke(null);
      return (boolean) asked.invoke(recorder, Thread.currentThread());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
