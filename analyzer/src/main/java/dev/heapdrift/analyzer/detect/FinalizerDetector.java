package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import java.util.List;
import java.util.Optional;

/** Objects that wait for the JVM's only finalizer thread, ever more of them. */
final class FinalizerDetector implements Detector<Suspect> {
  /** The field by which the agent tells the queue. */
  static final String QUEUE = "java.lang.ref.Finalizer.queue";

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    if (!QUEUE.equals(suspect.subject().holder())) {
      return Optional.empty();
    }
    return Optional.of(
        suspect.finding(
            Kind.FINALIZER_BACKLOG,
            Wording.title(suspect, "Queue of the finalizer thread"),
            remedy(suspect)));
  }

  private static String remedy(Suspect suspect) {
    List<ElementShare> waiting = suspect.facts().elements();
    String finalizer = waiting.isEmpty() ? "finalize()" : waiting.get(0).type() + ".finalize()";
    String made =
        suspect.sites().insertion() == null
            ? "what has one"
            : "what " + suspect.sites().insertion().print() + " makes";
    return "One thread runs all finalizers, and "
        + finalizer
        + " is slower than new objects come, or blocked (look at the thread \"Finalizer\" in a"
        + " thread dump). Close "
        + made
        + " where its use ends (try-with-resources), and drop the finalizer: a Cleaner with a"
        + " thread of its own as the safety net.";
  }
}
