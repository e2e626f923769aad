package dev.heapdrift.agent.hosts;

import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.util.EnumMap;
import java.util.Map;

/** The collectors of HotSpot. */
enum Collector {
  SERIAL("Serial"),
  PARALLEL("Parallel"),
  G1("G1"),
  Z("Z"),
  SHENANDOAH("Shenandoah");

  private static final Map<Collector, Boolean> AVAILABLE = new EnumMap<>(Collector.class);

  private final String title;

  Collector(String title) {
    this.title = title;
  }

  /** What the JVM is told; the test kit's own choice is taken back. */
  String[] options() {
    return this == SERIAL
        ? new String[0]
        : new String[] {"-XX:-UseSerialGC", "-XX:+Use" + title + "GC"};
  }

  /** Whether this JDK has it. */
  boolean available() {
    return AVAILABLE.computeIfAbsent(
        this,
        c -> SpawnedJvm.of(Collector.class).jvm(options()).jvm("-version").run().exitCode() == 0);
  }

  @Override
  public String toString() {
    return this == Z ? "ZGC" : title;
  }
}
