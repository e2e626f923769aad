package dev.heapdrift.agent.options;

import java.util.List;

/** The options that exist. Nothing else in the agent knows their names, forms or defaults. */
final class OptionTable {

  static final String PROPERTY_PREFIX = "heapdrift.";
  static final String VARIABLE_PREFIX = "HEAPDRIFT_";

  static final Option LEVEL =
      new Option("level", OptionType.LEVEL, "watch", "How much is watched.");
  static final Option SNAPSHOTS =
      new Option(
          "snapshots",
          OptionType.FOLDER,
          "heapdrift-snapshots",
          "Where snapshots and the agent's log are written; made if missing.");
  static final Option INTERVAL =
      new Option(
          "interval",
          OptionType.DURATION,
          "60s",
          "Time between two snapshots; 0 takes them on demand and at exit only.");
  static final Option INCLUDE =
      new Option(
          "include",
          OptionType.PATTERNS,
          "",
          "Packages or classes that count as the application; all but the JDK when empty.");
  static final Option EXCLUDE =
      new Option(
          "exclude",
          OptionType.PATTERNS,
          "",
          "Packages or classes that do not count as the application.");
  static final Option MAX_CONTAINERS =
      new Option(
          "max-containers",
          OptionType.COUNT,
          "50000",
          1,
          1_000_000,
          "Collections followed at once.");
  static final Option MAX_INSTANCES =
      new Option(
          "max-instances",
          OptionType.COUNT,
          "20000",
          16,
          1_000_000,
          "Threads, class loaders, buffers outside the heap and things to be closed that are"
              + " followed at once; of the largest group every second when there are more.");
  static final Option MAX_SNAPSHOTS =
      new Option(
          "max-snapshots",
          OptionType.COUNT,
          "200",
          2,
          100_000,
          "Snapshot files kept in the folder; the oldest go first.");
  static final Option MAX_SNAPSHOT_BYTES =
      new Option(
          "max-snapshot-bytes",
          OptionType.BYTES,
          "256m",
          1L << 20,
          1L << 40,
          "Size of the snapshot files kept in the folder; the oldest go first.");
  static final Option FRAMES =
      new Option("frames", OptionType.COUNT, "64", 1, 1024, "Frames kept of a stack.");
  static final Option ZOOM =
      new Option(
          "zoom",
          OptionType.SWITCH,
          "on",
          "Whether insertions into collections that keep growing are counted by call site.");

  static final Option SURVIVORS_INTERVAL =
      new Option(
          "survivors-interval",
          OptionType.DURATION,
          "60s",
          "Least time between two looks at the objects that survive; 0 for none, and no flight"
              + " recorder.");

  static final Option WORK =
      new Option(
          "work",
          OptionType.ATTRIBUTE,
          "",
          "Attribute of an MBean that counts units of work, such as requests: growth is told per"
              + " unit, and what only follows the traffic is no leak; else Heapdrift.countWork"
              + " counts.");

  static final Option EXIT_WAIT =
      new Option(
          "exit-wait",
          OptionType.DURATION,
          "2s",
          "Longest that the exit of the JVM waits for the last snapshot, half of it for the flight"
              + " recorder; 0 for no snapshot at exit, and 15s at least at level exact.");
  static final Option HEAP_TRIGGER =
      new Option(
          "heap-trigger",
          OptionType.COUNT,
          "90",
          0,
          99,
          "Percent of the largest heap: a snapshot is taken when a collection leaves more in use,"
              + " and again each time that the room left has halved; 0 for never.");
  static final Option GROWTH_TRIGGER =
      new Option(
          "growth-trigger",
          OptionType.DURATION,
          "5m",
          "Time for which a collection must have grown steadily before the agent tells of it by"
              + " itself, with a snapshot, to who asks for its status and by JMX; 0 for never.");
  static final Option METRICS =
      new Option(
          "metrics",
          OptionType.FILE,
          "",
          "File that each snapshot replaces with its main figures as OpenMetrics text, for a node"
              + " exporter; none when empty.");
  static final Option METRICS_TOP =
      new Option(
          "metrics-top",
          OptionType.COUNT,
          "20",
          1,
          1000,
          "Values of each metric that has one for each place of the program: the largest.");
  static final Option MAX_OVERHEAD =
      new Option(
          "max-overhead",
          OptionType.COUNT,
          "0",
          0,
          100,
          "Percent of one core that the agent's thread may take before the level goes down; 0 for"
              + " 50 at level watch, 80 at sample, and no limit at exact.");
  static final Option MAX_MEMORY =
      new Option(
          "max-memory",
          OptionType.BYTES,
          "0",
          "Heap that the agent may hold before the level goes down; 0 for 64m at level watch, 128m"
              + " at sample, and at exact what max-live allows.");
  static final Option JMX =
      new Option(
          "jmx",
          OptionType.SWITCH,
          "on",
          "Whether the agent shows itself in the platform's MBean server, once somebody uses"
              + " that.");
  static final Option ANALYZER =
      new Option(
          "analyzer",
          OptionType.FILE,
          "",
          "The file heapdrift.jar, for findings by JMX; the one beside the agent's jar when empty."
              + " Loaded only while somebody asks for them.");
  static final Option OPTIONS =
      new Option(
          "options",
          OptionType.FILE,
          "",
          "File with further options, interval=30s a line; what is given elsewhere wins.");

  static final Option TRACE_FRAMES =
      new Option(
          "trace-frames",
          OptionType.COUNT,
          "0",
          0,
          65_535,
          "Frames kept of an allocation's stack; 0 for 1 at level exact, where more cost a walk at"
              + " each allocation, and 32 at level sample.");
  static final Option SAMPLE_INTERVAL =
      new Option(
          "sample-interval",
          OptionType.BYTES,
          "512k",
          1024,
          1L << 30,
          "Mean bytes between two sampled allocations at level sample.");
  static final Option MAX_LIVE =
      new Option(
          "max-live",
          OptionType.COUNT,
          "10000000",
          1000,
          1_000_000_000,
          "Objects traced at a time, those included that wait for a collection; 36 bytes each, and"
              + " never more than a quarter of the heap.");
  static final Option MAX_TRACES =
      new Option(
          "max-traces",
          OptionType.COUNT,
          "65536",
          16,
          1 << 22,
          "Different stacks, classes and sizes that are traced.");
  static final Option SEED =
      new Option(
          "seed", OptionType.COUNT, "0", "Seed of the sampling; 0 for another one in each run.");

  /** In the order of the help. */
  static final List<Option> ALL =
      List.of(
          LEVEL,
          SNAPSHOTS,
          INTERVAL,
          INCLUDE,
          EXCLUDE,
          MAX_CONTAINERS,
          MAX_INSTANCES,
          MAX_SNAPSHOTS,
          MAX_SNAPSHOT_BYTES,
          FRAMES,
          ZOOM,
          SURVIVORS_INTERVAL,
          WORK,
          EXIT_WAIT,
          HEAP_TRIGGER,
          GROWTH_TRIGGER,
          METRICS,
          METRICS_TOP,
          MAX_OVERHEAD,
          MAX_MEMORY,
          JMX,
          ANALYZER,
          OPTIONS,
          TRACE_FRAMES,
          SAMPLE_INTERVAL,
          MAX_LIVE,
          MAX_TRACES,
          SEED);

  private OptionTable() {}

  /** The option of that name, or null. */
  static Option named(String name) {
    for (Option option : ALL) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    return null;
  }

  /** The option whose name is closest to {@code name}, or null when none is close. */
  static Option like(String name) {
    Option best = null;
    int bestDistance = 1 + Math.max(1, name.length() / 3);
    for (Option option : ALL) {
      int distance = Spelling.distance(name, option.name());
      if (distance < bestDistance) {
        best = option;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** What to say of a name that does not exist: the one that may be meant, or nothing. */
  static String hint(String name) {
    Option like = like(name);
    return like == null ? "" : ", did you mean '" + like.name() + "'?";
  }

  /** The table as Markdown, for the documentation. */
  static String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| option | value | default | meaning |\n|---|---|---|---|\n");
    for (Option option : ALL) {
      text.append("| `").append(option.name());
      text.append("` | `").append(option.type().syntax.replace("|", "\\|"));
      text.append("` | ").append(option.fallback().isEmpty() ? "" : "`" + option.fallback() + "`");
      text.append(" | ").append(option.help()).append(" |\n");
    }
    return text.toString();
  }
}
