package dev.heapdrift.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heapdrift.analyzer.diff.DiffQuery;
import dev.heapdrift.analyzer.diff.GroupBy;
import dev.heapdrift.analyzer.diff.SnapshotDiff;
import dev.heapdrift.analyzer.report.DiffJson;
import dev.heapdrift.analyzer.report.DiffText;
import dev.heapdrift.analyzer.report.JsonReport;
import dev.heapdrift.analyzer.report.Style;
import dev.heapdrift.analyzer.report.TextReport;
import dev.heapdrift.snapshot.AgentFacts;
import dev.heapdrift.snapshot.CaptureFacts;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.ContainerFacts.GrowthSite;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Drop;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.JvmFacts;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.WorkFacts;
import dev.heapdrift.snapshot.codec.SnapshotWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A file may be sound and still say absurd things: whatever it says is judged and printed. */
class HostileSnapshotsTest {
  private static final long[] NUMBERS = {
    0, 1, -1, 2, 7, 64, 1000, 60_000, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, -5_000
  };
  private static final double[] FRACTIONS = {
    0, 1, -1, 0.5, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };
  private static final String[] NAMES = {
    "", ".", "$", "a", "com.app.Orders", "java.util.HashMap", "\u001b[2J", "$$Lambda/0x1", "1"
  };

  private Random random;

  @Property(tries = 300)
  void isJudgedAndPrinted(@ForAll long seed) throws IOException {
    random = new Random(seed);
    Path folder = Files.createTempDirectory("hostile");
    JvmFacts jvm = new JvmFacts(name(), number(), name(), name(), name(), number(), 1);
    List<Snapshot> snapshots = list(2 + random.nextInt(12), () -> snapshot(jvm));
    try {
      for (int i = 0; i < snapshots.size(); i++) {
        write(snapshots.get(i), folder.resolve(i + ".hds"));
      }
      report(new LeakAnalysis(List.of(), List.of()).analyse(List.of(folder), (done, of) -> {}));
      diff(snapshots.get(0), snapshots.get(1));
    } finally {
      for (int i = 0; i < snapshots.size(); i++) {
        Files.deleteIfExists(folder.resolve(i + ".hds"));
      }
      Files.delete(folder);
    }
  }

  private static void report(Analysis analysis) throws IOException {
    StringWriter out = new StringWriter();
    new TextReport(Style.PLAIN, 10, true).write(analysis, new PrintWriter(out));
    assertThat(out.toString()).startsWith("heapdrift: ").doesNotContain("\u001b");
    StringWriter json = new StringWriter();
    JsonReport.write(analysis, 10, new PrintWriter(json));
    assertThat(new ObjectMapper().readTree(json.toString()).get("schema")).isNotNull();
  }

  private static void diff(Snapshot from, Snapshot to) {
    PrintWriter out = new PrintWriter(new StringWriter());
    for (GroupBy groupBy : GroupBy.values()) {
      DiffQuery query = new DiffQuery(groupBy, groupBy.byFrame(), List.of());
      new DiffText(Style.PLAIN, 10).write(SnapshotDiff.of(from, to, query), out);
      DiffJson.write(SnapshotDiff.of(from, to, query), 10, out);
    }
  }

  private static void write(Snapshot snapshot, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      SnapshotWriter.write(snapshot, out);
    }
  }

  private Snapshot snapshot(JvmFacts jvm) {
    List<List<Frame>> stacks =
        list(1 + random.nextInt(3), () -> list(random.nextInt(4), this::frame));
    return new Snapshot(
            jvm,
            new CaptureFacts(
                random.nextLong(),
                CaptureFacts.Trigger.EXIT,
                number(),
                number(),
                number(),
                number()),
            new AgentFacts(name(), name(), number(), Map.of()),
            stacks,
            list(random.nextInt(4), () -> container(stacks.size())),
            List.of(),
            list(random.nextInt(2), () -> new Drop(name(), number())),
            list(random.nextInt(2), this::name))
        .withWork(random.nextBoolean() ? null : new WorkFacts(name(), history()));
  }

  private ContainerFacts container(int stacks) {
    return new ContainerFacts(
        random.nextInt(3),
        name(),
        pick(ContainerFacts.Structure.values()),
        random.nextBoolean() ? null : new Owner(name(), Owner.Kind.STATIC, name()),
        number(),
        number(),
        (int) number(),
        number(),
        number(),
        number(),
        number(),
        fraction(),
        history(),
        list(random.nextInt(3), () -> new GrowthSite(random.nextInt(stacks), number())),
        list(random.nextInt(3), () -> new InsertionSite(frame(), name(), number())),
        list(random.nextInt(3), () -> new ElementShare(name(), fraction())),
        random.nextBoolean() ? null : new ElementNature(fraction(), fraction(), fraction()),
        null);
  }

  private List<SizePoint> history() {
    return list(random.nextInt(20), () -> new SizePoint(number(), number()));
  }

  private Frame frame() {
    return new Frame(name(), name(), random.nextBoolean() ? null : name(), (int) number());
  }

  // Half of them plausible, so that the stages behind the first check are reached too.
  private long number() {
    return random.nextBoolean() ? random.nextInt(100_000) : NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private double fraction() {
    return FRACTIONS[random.nextInt(FRACTIONS.length)];
  }

  private String name() {
    return pick(NAMES);
  }

  private <T> T pick(T[] from) {
    return from[random.nextInt(from.length)];
  }

  private static <T> List<T> list(int size, Supplier<T> item) {
    List<T> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(item.get());
    }
    return list;
  }
}
