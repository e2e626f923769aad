package dev.heapdrift.junit;

import dev.heapdrift.api.Heapdrift;
import dev.heapdrift.api.Trace;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words who holds an object, as far as an agent can tell. */
final class HolderText {
  private static final int ORIGINS = 3;

  private HolderText() {}

  /** Why an object cannot be collected. */
  static String of(Object held) {
    String what = "heapdrift: a " + held.getClass().getTypeName() + " cannot be collected: ";
    Optional<String> noAgent = Heapdrift.untraced(AgentAccess::absent);
    if (noAgent.isPresent()) {
      return what + "something holds it; what, only an agent can tell: " + noAgent.get();
    }
    return what
        + Heapdrift.findOwner(held)
            .map(owner -> "held by " + owner.path())
            .orElse(
                "no static field, thread or class loader was seen to hold it, so a local variable"
                    + " does, maybe one of this test");
  }

  /** Where instances of a class come from, each on a line; nothing where nothing is traced. */
  static String origins(Class<?> type) {
    return Heapdrift.untraced(
        () -> {
          if (!Heapdrift.isTracing()) {
            return "";
          }
          Map<Frame, List<Trace>> lines =
              Heapdrift.takeSnapshot().traces().stream()
                  .filter(trace -> trace.facts().type().equals(type.getTypeName()))
                  .filter(trace -> trace.facts().live().count() > 0)
                  .collect(Collectors.groupingBy(trace -> Site.of(trace).line()));
          return lines.entrySet().stream()
              .sorted(Comparator.comparingLong(line -> -live(line.getValue())))
              .limit(ORIGINS)
              .map(line -> origin(line.getKey(), line.getValue()))
              .collect(Collectors.joining());
        });
  }

  private static long live(List<Trace> traces) {
    return traces.stream().mapToLong(trace -> trace.facts().live().count()).sum();
  }

  private static String origin(Frame line, List<Trace> traces) {
    Optional<Owner> owner = Heapdrift.findOwner(traces.get(0));
    return "\n  "
        + live(traces)
        + " allocated at "
        + line.print()
        + owner.map(held -> ", held by " + held.path()).orElse("");
  }
}
