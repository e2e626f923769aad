package dev.heapdrift.api;

import dev.heapdrift.snapshot.codec.SnapshotWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands where the agent's class would in {@code java.base}, with the same methods, and answers
 * from a table.
 */
public final class FakeDoor implements AutoCloseable {

  private static FakeDoor listening;
  private static boolean inside;

  private final Map<String, Object> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  private FakeDoor() {}

  /** An agent that listens until it is closed, and traces nothing. */
  static FakeDoor open() throws ReflectiveOperationException {
    listening = new FakeDoor();
    AgentDoor.remember(new AgentDoor(FakeDoor.class));
    return listening.tracing(false);
  }

  /** What the API calls. */
  public static boolean isOpen() {
    return listening != null;
  }

  /** What the API calls. */
  public static Object control(String verb, Object argument) {
    return listening == null ? null : listening.answer(verb, argument);
  }

  /** What the API calls. */
  public static boolean enter() {
    if (inside) {
      return false;
    }
    inside = true;
    return true;
  }

  /** What the API calls. */
  public static void exit() {
    inside = false;
  }

  private Object answer(String verb, Object argument) {
    asked.add(argument == null ? verb : verb + " " + argument);
    if (verb.equals("tracing.start") || verb.equals("tracing.stop")) {
      answers.putIfAbsent(verb, "ok");
      if (answers.get(verb).equals("ok")) {
        tracing(verb.equals("tracing.start"));
      }
    }
    return answers.get(verb);
  }

  FakeDoor says(String verb, Object answer) {
    answers.put(verb, answer);
    return this;
  }

  FakeDoor tracing(boolean on) {
    return says("tracing.active", on);
  }

  FakeDoor memory(long current, long peak) {
    return says("tracing.memory", new long[] {current, peak});
  }

  FakeDoor holds(AllocationSnapshot snapshot) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      SnapshotWriter.write(snapshot.contents(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return says("snapshot.bytes", bytes.toByteArray());
  }

  List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    listening = null;
    AgentDoor.remember(null);
  }
}
