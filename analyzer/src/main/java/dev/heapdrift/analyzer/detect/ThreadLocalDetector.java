package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.ContainerFacts.Structure;
import dev.heapdrift.snapshot.Owner;
import java.util.Optional;

/** A thread's map of thread-locals that grows, or a container that a thread-local holds. */
final class ThreadLocalDetector implements Detector<Suspect> {

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    Owner owner = suspect.facts().owner();
    boolean table = suspect.facts().structure() == Structure.THREAD_LOCALS;
    boolean value = owner != null && owner.kind() == Owner.Kind.THREAD_LOCAL;
    if (!table && !value) {
      return Optional.empty();
    }
    String map = suspect.path().isEmpty() ? "A thread's map of thread-locals" : "The map of";
    String what = table ? map : Wording.simpleType(suspect) + " in";
    return Optional.of(
        suspect.finding(
            Kind.THREAD_LOCAL_LEAK,
            Wording.title(suspect, what),
            table ? tableRemedy(suspect) : valueRemedy(suspect)));
  }

  private static String tableRemedy(Suspect suspect) {
    return "Each new ThreadLocal that "
        + Wording.inserter(suspect)
        + " sets leaves an entry in a thread that outlives it: make the ThreadLocal static final,"
        + " or call its remove() in a finally block on the same thread.";
  }

  private static String valueRemedy(Suspect suspect) {
    return "Call remove() on "
        + Wording.holder(suspect)
        + " in a finally block where the task ends, or clear what "
        + Wording.inserter(suspect)
        + " adds: pooled threads keep their thread-locals for ever.";
  }
}
