package dev.heapdrift.agent.hosts;

import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One kind of place where the agent may have to live: a row of the table. */
interface Host {

  /** What it is called in the table. */
  String name();

  /**
   * Describes a JVM in which the tenant lives there; collector and agent are added to it.
   *
   * @throws NotHereException where this machine or this JDK cannot have such a host
   */
  SpawnedJvm.Builder describe(Setting setting) throws Exception;

  /** Whether the agent comes with the JVM; else {@link #receive} brings it. */
  default boolean bringsAgent() {
    return true;
  }

  /** What happens before anybody looks into the snapshots. */
  default void receive(SpawnedJvm jvm, Setting setting) throws Exception {}

  /** What the snapshots must tell in the end. */
  default Set<Evidence> evidence() {
    return Set.of(Evidence.MAP, Evidence.ARRAY);
  }

  /** Whether these lines are what the agent may say on stderr there: nothing, as a rule. */
  default boolean mayComplain(List<String> lines) {
    return lines.isEmpty();
  }

  /** As {@link #mayComplain} where others have something to say, but none of it of us. */
  static boolean isAboutOthers(List<String> lines) {
    return lines.stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("heapdrift"));
  }

  /** What else must be true when the JVM has ended. */
  default void bidFarewell(Setting setting) throws Exception {}
}
