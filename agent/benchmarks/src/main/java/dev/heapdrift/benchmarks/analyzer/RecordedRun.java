package dev.heapdrift.benchmarks.analyzer;

import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.CaptureFacts.Trigger;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.codec.SnapshotWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The snapshots of a large service that never ran: some of its containers grow and all others stay
 * as they are, each with a history as long as the agent keeps it.
 *
 * @param snapshots how many, ten seconds apart
 * @param containers how many in each
 * @param growing how many of them grow: linearly, towards a bound, or as a sawtooth, in turns
 */
record RecordedRun(int snapshots, int containers, int growing) {
  private static final long SEED = 20_260_321;
  private static final long STEP_MILLIS = 10_000;
  private static final int HISTORY = 64;
  private static final int STACKS = 500;
  private static final int DEPTH = 30;

  /** Writes all of them into a folder. */
  void writeTo(Path folder) throws IOException {
    List<List<Frame>> stacks = stacks();
    for (int i = 1; i <= snapshots; i++) {
      Path file = folder.resolve(String.format(Locale.ROOT, "recorded-%06d.hds", i));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
        SnapshotWriter.write(snapshot(i, stacks), out);
      }
    }
  }

  private Snapshot snapshot(int sequence, List<List<Frame>> stacks) {
    long now = sequence * STEP_MILLIS;
    List<ContainerFacts> facts = new ArrayList<>(containers);
    for (int id = 0; id < containers; id++) {
      facts.add(container(id, now));
    }
    return new Snapshot(
        new JvmFacts("recorded", 1_700_000_000_000L, "17.0.15", "OpenJDK", "G1", 4L << 30, 8),
        new CaptureFacts(sequence, Trigger.INTERVAL, now, 2L << 30, 1L << 30, sequence * 5L),
        new AgentFacts("0.1.0", "watch", 0, Map.of()),
        stacks,
        facts,
        List.of(),
        List.of(),
        List.of());
  }

  private ContainerFacts container(int id, long now) {
    boolean grows = id < growing;
    long size = grows ? size(id, now) : 2000 + id;
    List<SizePoint> history = new ArrayList<>();
    int points = grows ? (int) Math.min(HISTORY, now / 1000) : 1;
    for (int i = 1; i <= points; i++) {
      long at = now * i / points;
      history.add(new SizePoint(at, grows ? size(id, at) : size));
    }
    return new ContainerFacts(
        id + 1,
        id % 2 == 0 ? "java.util.HashMap" : "java.util.ArrayList",
        id % 2 == 0 ? Structure.MAP : Structure.LIST,
        new Owner("static com.app.Part" + id + ".items", Owner.Kind.STATIC, "com.app.Part" + id),
        1000,
        grows ? now : 1000,
        sequenceOf(now),
        grows ? sequenceOf(now) : 1,
        size,
        now,
        Math.max(4096, Long.highestOneBit(size) * 2),
        120,
        history,
        List.of(new GrowthSite(id % STACKS, 10)),
        List.of(),
        List.of(new ElementShare("com.app.Item", 1)),
        null,
        null);
  }

  private static int sequenceOf(long now) {
    return (int) (now / STEP_MILLIS);
  }

  // The same for a container at the same time, whichever snapshot tells it.
  private static long size(int id, long millis) {
    double t = millis / 1000.0;
    long noise = new SplittableRandom(SEED + id * 31L + millis).nextLong(40);
    return noise
        + switch (id % 3) {
          case 0 -> (long) (1000 + t * (1 + id % 7));
          case 1 -> (long) (1000 + 5000 * (1 - Math.exp(-t / 300)));
          default -> (long) (1000 + 40 * (t % 100));
        };
  }

  private static List<List<Frame>> stacks() {
    List<List<Frame>> stacks = new ArrayList<>();
    for (int i = 0; i < STACKS; i++) {
      List<Frame> stack = new ArrayList<>();
      stack.add(new Frame("java.util.HashMap", "resize", "HashMap.java", 700));
      for (int depth = 0; depth < DEPTH; depth++) {
        int line = depth < 3 ? i : depth;
        stack.add(new Frame("com.app.Service" + i % 50, "call" + depth, "Service.java", 1 + line));
      }
      stacks.add(stack);
    }
    return stacks;
  }
}
