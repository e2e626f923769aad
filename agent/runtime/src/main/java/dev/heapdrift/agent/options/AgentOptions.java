package dev.heapdrift.agent.options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the agent was asked to do, checked and complete.
 *
 * @param level how much is watched
 * @param snapshots folder of the snapshot files, relative to the working directory or absolute
 * @param intervalMillis ms between two snapshots, or 0 for none but on demand and at exit
 * @param include patterns of what counts as the application; empty for everything
 * @param exclude patterns of what does not
 * @param maxContainers containers followed at once
 * @param maxInstances threads, class loaders, buffers and things to be closed followed at once
 * @param maxSnapshots snapshot files kept
 * @param maxSnapshotBytes bytes of snapshot files kept
 * @param frames frames kept of a stack
 * @param zoom whether insertions are counted by call site
 * @param survivorsMillis least ms between two looks at what survives, or 0 for none
 * @param work attribute of an MBean that counts units of work; empty for what the API counts
 * @param file where further options stand; empty for none
 * @param unattended what it does where nobody looks
 * @param tracing how allocations are traced
 * @param notSeen one line for everything asked for that this run does not do
 */
public record AgentOptions(
    Level level,
    String snapshots,
    long intervalMillis,
    List<String> include,
    List<String> exclude,
    int maxContainers,
    int maxInstances,
    int maxSnapshots,
    long maxSnapshotBytes,
    int frames,
    boolean zoom,
    long survivorsMillis,
    String work,
    String file,
    UnattendedOptions unattended,
    TracingOptions tracing,
    List<String> notSeen) {

  /** Copies the lists. */
  public AgentOptions {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    notSeen = List.copyOf(notSeen);
  }

  /**
   * Reads the options of this JVM.
   *
   * @param argument the agent's argument, {@code key=value,key=value}, or null
   * @throws OptionException when one of them cannot be honoured
   */
  public static AgentOptions read(String argument) {
    Map<String, String> properties = new HashMap<>();
    Properties system = System.getProperties();
    for (String name : system.stringPropertyNames()) {
      if (name.startsWith(OptionTable.PROPERTY_PREFIX)) {
        properties.put(name, system.getProperty(name));
      }
    }
    return parse(argument, properties, System.getenv());
  }

  /**
   * Reads options.
   *
   * @param argument the agent's argument, {@code key=value,key=value}, or null
   * @param properties system properties by name
   * @param environment environment variables by name
   * @throws OptionException when one of them cannot be honoured
   */
  public static AgentOptions parse(
      String argument, Map<String, String> properties, Map<String, String> environment) {
    OptionReader in = new OptionReader(argument, properties, environment);
    return new AgentOptions(
        (Level) in.value(OptionTable.LEVEL),
        (String) in.value(OptionTable.SNAPSHOTS),
        (Long) in.value(OptionTable.INTERVAL),
        patterns(in.value(OptionTable.INCLUDE)),
        patterns(in.value(OptionTable.EXCLUDE)),
        count(in.value(OptionTable.MAX_CONTAINERS)),
        count(in.value(OptionTable.MAX_INSTANCES)),
        count(in.value(OptionTable.MAX_SNAPSHOTS)),
        (Long) in.value(OptionTable.MAX_SNAPSHOT_BYTES),
        count(in.value(OptionTable.FRAMES)),
        (Boolean) in.value(OptionTable.ZOOM),
        (Long) in.value(OptionTable.SURVIVORS_INTERVAL),
        (String) in.value(OptionTable.WORK),
        (String) in.value(OptionTable.OPTIONS),
        UnattendedOptions.read(in),
        TracingOptions.read(in),
        in.misspelt());
  }

  /**
   * Whether a class counts as the application: it matches {@code include}, or that is empty, and
   * not {@code exclude}.
   *
   * @param className with dots
   */
  public boolean counts(String className) {
    return (include.isEmpty() || matches(include, className)) && !matches(exclude, className);
  }

  /** The options in force, by name, as a user would write them. */
  public Map<String, String> inForce() {
    Map<String, String> texts = new TreeMap<>();
    texts.put(OptionTable.LEVEL.name(), level.text());
    texts.put(OptionTable.SNAPSHOTS.name(), snapshots);
    texts.put(OptionTable.INTERVAL.name(), duration(intervalMillis));
    texts.put(OptionTable.INCLUDE.name(), String.join(";", include));
    texts.put(OptionTable.EXCLUDE.name(), String.join(";", exclude));
    texts.put(OptionTable.MAX_CONTAINERS.name(), Integer.toString(maxContainers));
    texts.put(OptionTable.MAX_INSTANCES.name(), Integer.toString(maxInstances));
    texts.put(OptionTable.MAX_SNAPSHOTS.name(), Integer.toString(maxSnapshots));
    texts.put(OptionTable.MAX_SNAPSHOT_BYTES.name(), Long.toString(maxSnapshotBytes));
    texts.put(OptionTable.FRAMES.name(), Integer.toString(frames));
    texts.put(OptionTable.ZOOM.name(), zoom ? "on" : "off");
    texts.put(OptionTable.SURVIVORS_INTERVAL.name(), duration(survivorsMillis));
    texts.put(OptionTable.WORK.name(), work);
    texts.put(OptionTable.OPTIONS.name(), file);
    unattended.writeTo(texts);
    tracing.writeTo(texts);
    return texts;
  }

  static String duration(long millis) {
    return millis == 0 ? "0" : millis + "ms";
  }

  /** A pattern with a star matches names that begin so; one without, a class or a package. */
  private static boolean matches(List<String> patterns, String className) {
    for (String pattern : patterns) {
      int length = pattern.length();
      if (pattern.endsWith("*")) {
        if (className.startsWith(pattern.substring(0, length - 1))) {
          return true;
        }
      } else if (className.startsWith(pattern)
          && (className.length() == length || ".$".indexOf(className.charAt(length)) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static int count(Object value) {
    return Math.toIntExact((Long) value);
  }

  @SuppressWarnings("unchecked") // OptionType.PATTERNS yields nothing else
  private static List<String> patterns(Object value) {
    return (List<String>) value;
  }
}
