package dev.heapdrift.agent.survivors;

import dev.heapdrift.snapshot.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Reads survivors from a file of the flight recorder. Only class and method names, lines, sizes and
 * times are taken; threads and their names are not looked at.
 */
final class SurvivorReader implements JfrRecording.Reader {
  /** The recorder samples 256 objects unless told otherwise on the command line. */
  static final int MAX_SAMPLES = 4096;

  /** Classes of ours, one of which is in every stack of the agent's own. */
  private static final String[] OURS = {
    "dev.heapdrift.agent.AgentLoop",
    "dev.heapdrift.agent.AgentMain",
    "dev.heapdrift.boot.",
    "java.lang.Heapdrift"
  };

  /** What a class is called that the recorder's file does not name. */
  private static final String UNKNOWN = "?";

  private final long jvmStartMillis;
  private final int depth;
  private final ClassFacts classes;

  /**
   * A reader.
   *
   * @param jvmStartMillis when this JVM started, in ms since the epoch
   * @param depth frames kept of a stack
   * @param classes what the recorder does not tell of classes
   */
  SurvivorReader(long jvmStartMillis, int depth, ClassFacts classes) {
    this.jvmStartMillis = jvmStartMillis;
    this.depth = depth;
    this.classes = classes;
  }

  @Override
  public List<SurvivorSample> read(Path file) throws IOException {
    List<RecordedEvent> events = new ArrayList<>();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents() && events.size() < MAX_SAMPLES) {
        RecordedEvent event = recording.readEvent();
        if (event.getEventType().getName().equals(JfrRecording.EVENT) && !isOurs(event)) {
          events.add(event);
        }
      }
    }
    classes.learn(names(events));
    List<SurvivorSample> samples = new ArrayList<>(events.size());
    events.forEach(event -> samples.add(sample(event)));
    return samples;
  }

  private static boolean isOurs(RecordedEvent event) {
    for (RecordedFrame frame : frames(event)) {
      for (String prefix : OURS) {
        if (className(frame).startsWith(prefix)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> names(List<RecordedEvent> events) {
    Set<String> names = new HashSet<>();
    for (RecordedEvent event : events) {
      names.add(type(event));
      frames(event).forEach(frame -> names.add(className(frame)));
    }
    return names;
  }

  private SurvivorSample sample(RecordedEvent event) {
    String type = type(event);
    Instant allocated = event.getInstant("allocationTime");
    int elements = event.getInt("arrayElements");
    return new SurvivorSample(
        stack(event),
        TypeNames.printed(type),
        Math.max(0, allocated.toEpochMilli() - jvmStartMillis),
        event.hasField("objectSize") ? event.getLong("objectSize") : -1,
        elements < 0 ? -1 : elements,
        classes.isLinked(type));
  }

  private List<Frame> stack(RecordedEvent event) {
    List<Frame> stack = new ArrayList<>();
    for (RecordedFrame frame : frames(event)) {
      if (stack.size() < depth && !frame.getMethod().isHidden()) {
        String name = className(frame);
        String method = frame.getMethod().getName();
        stack.add(new Frame(name, method, classes.fileOf(name), frame.getLineNumber()));
      }
    }
    return stack;
  }

  private static List<RecordedFrame> frames(RecordedEvent event) {
    RecordedStackTrace stack = event.getStackTrace();
    return stack == null ? List.of() : stack.getFrames();
  }

  private static String className(RecordedFrame frame) {
    RecordedClass type = frame.getMethod().getType();
    return type == null ? UNKNOWN : type.getName();
  }

  private static String type(RecordedEvent event) {
    RecordedObject object = event.getValue("object");
    RecordedClass type = object == null ? null : object.getValue("type");
    return type == null ? UNKNOWN : type.getName();
  }
}
