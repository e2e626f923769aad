package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import java.util.Optional;
import java.util.Set;

/** A queue or deque of the JDK, or a class named like one, that is filled faster than emptied. */
final class QueueDetector implements Detector<Suspect> {
  /** Work queues of schedulers and timers, in which cancelled tasks stay until they are due. */
  private static final Set<String> SCHEDULERS =
      Set.of(
          "java.util.TaskQueue",
          "java.util.concurrent.DelayQueue",
          "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue");

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    String type = suspect.facts().type();
    boolean scheduler = SCHEDULERS.contains(type);
    boolean queue =
        scheduler
            || suspect.facts().structure() == Structure.QUEUE
            || type.endsWith("Queue")
            || type.endsWith("Deque");
    if (!queue) {
      return Optional.empty();
    }
    String what = scheduler ? "Task queue" : "Queue " + Wording.simpleType(suspect);
    return Optional.of(
        new Finding.QueueBacklog(
            suspect.details(
                Kind.QUEUE_BACKLOG,
                Wording.title(suspect, what),
                scheduler ? cancelRemedy(suspect) : backlogRemedy(suspect)),
            scheduler));
  }

  private static String cancelRemedy(Suspect suspect) {
    return "Cancel the tasks that "
        + Wording.inserter(suspect)
        + " schedules when their owner is closed, and have cancelled ones removed at once"
        + " (ScheduledThreadPoolExecutor.setRemoveOnCancelPolicy(true), or Timer.purge()).";
  }

  private static String backlogRemedy(Suspect suspect) {
    return "Give "
        + Wording.holder(suspect)
        + " a capacity, so that "
        + Wording.inserter(suspect)
        + " is slowed down or refused when the consumer falls behind; and see whether its consumer"
        + " still runs, and keeps up.";
  }
}
