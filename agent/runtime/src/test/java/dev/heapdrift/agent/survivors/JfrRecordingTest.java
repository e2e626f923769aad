package dev.heapdrift.agent.survivors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

class JfrRecordingTest {
  private static final int BATCH = 2000;
  private static final int LENGTH = 250;

  private final List<Object> kept = new ArrayList<>();
  private Object garbage;

  /** Nothing else in this JVM has an array of one of them. */
  private interface Before {}

  private interface After {}

  @Test
  void aRenewedRecordingHasForgottenAllSamplesAndTakesNewOnes() throws IOException {
    JfrRecording recording = JfrRecording.start(ByteBuddyAgent.install());
    try {
      untilSampled(recording, Before[]::new);
      recording.renew();
      assertThat(untilSampled(recording, After[]::new))
          .as("samples that live")
          .noneMatch(type -> type.contains(Before.class.getName()));
    } finally {
      recording.close();
    }
    assertThat(garbage).isInstanceOf(After[].class);
    assertThat(kept).hasAtLeastOneElementOfType(Before[].class);
  }

  /** Makes such arrays, and keeps half of them, until one is sampled; all types that are then. */
  private Set<String> untilSampled(JfrRecording recording, IntFunction<Object> array) {
    String wanted = array.apply(0).getClass().getComponentType().getName();
    Set<String> types = new HashSet<>();
    Await.until(
        "a sample of " + wanted,
        () -> {
          for (int i = 0; i < BATCH; i++) {
            kept.add(array.apply(LENGTH));
            garbage = array.apply(LENGTH);
          }
          System.gc();
          types.clear();
          types.addAll(sampled(recording));
          return types.stream().anyMatch(type -> type.contains(wanted));
        });
    return types;
  }

  private static Set<String> sampled(JfrRecording recording) {
    Set<String> types = new HashSet<>();
    try {
      recording.dump(file -> readTypes(file, types));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return types;
  }

  private static List<SurvivorSample> readTypes(Path file, Set<String> types) throws IOException {
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals(JfrRecording.EVENT)) {
        RecordedObject object = event.getValue("object");
        types.add(object.getClass("type").getName());
      }
    }
    return List.of();
  }
}
