package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.ElementNature;
import java.util.Map;
import java.util.Optional;

/**
 * A queue of tasks most of which are cancelled: schedulers and timers keep them until they are due,
 * and with them all that they refer to. It rests on the states of sampled tasks, not on names.
 */
final class CancelledTasksDetector implements Detector<Suspect> {
  /** Share of the sampled elements that must be cancelled; a queue that drains holds a few. */
  private static final double MOST = 0.5;

  /** What takes a cancelled task out of these queues. */
  private static final Map<String, String> REMOVALS =
      Map.of(
          "java.util.TaskQueue",
          "call Timer.purge() after many cancellations, or use a ScheduledThreadPoolExecutor with"
              + " setRemoveOnCancelPolicy(true)",
          "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue",
          "call setRemoveOnCancelPolicy(true) on the ScheduledThreadPoolExecutor when it is made");

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    ElementNature nature = suspect.facts().nature();
    if (nature == null || nature.cancelled() < MOST) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding.CancelledTasks(
            suspect.details(
                Kind.CANCELLED_TASKS,
                Wording.title(suspect, "Queue of cancelled tasks"),
                remedy(suspect)),
            nature.cancelled()));
  }

  private static String remedy(Suspect suspect) {
    String removal =
        REMOVALS.getOrDefault(
            suspect.facts().type(),
            "have its owner remove a task when it is cancelled (ThreadPoolExecutor.remove or"
                + " purge)");
    return "What "
        + Wording.inserter(suspect)
        + " schedules stays in "
        + Wording.holder(suspect)
        + " after its cancellation until it is due: "
        + removal
        + '.';
  }
}
