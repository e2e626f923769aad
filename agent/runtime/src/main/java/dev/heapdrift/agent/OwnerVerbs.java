package dev.heapdrift.agent;

import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.owner.Suspect;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers the API's questions about who holds an object, in JDK types. Agent thread only; a walk
 * over a large heap takes seconds.
 */
final class OwnerVerbs {

  /** Newest objects of a trace that are sought; one may be on its way, most of them are not. */
  private static final int SAMPLE = 8;

  private final Tracing tracing;
  private final Consumer<List<Suspect>> walk;

  /**
   * Creates the answers.
   *
   * @param walk searches for all of these, and tells each what was found
   */
  OwnerVerbs(Tracing tracing, Consumer<List<Suspect>> walk) {
    this.tracing = tracing;
    this.walk = walk;
  }

  /** The owner of an object, or null where the walk does not come to it. */
  String[] ofObject(Object object) {
    return object == null ? null : most(List.of(object), Set.of());
  }

  /**
   * The owner of most of the newest objects of one trace, or null.
   *
   * @param trace class of the objects, then the frames of their stack as {@code tracing.traceback}
   *     prints them
   */
  String[] ofTrace(String[] trace, Now now) {
    List<Frame> frames = new ArrayList<>();
    Set<String> classes = new HashSet<>();
    for (int i = 1; i < trace.length; i++) {
      String[] part = trace[i].split("\t", -1);
      String file = part[2].isEmpty() ? null : part[2];
      frames.add(new Frame(part[0], part[1], file, Integer.parseInt(part[3])));
      classes.add(part[0]);
    }
    return most(tracing.newest(trace[0], frames, SAMPLE, now), classes);
  }

  private String[] most(List<Object> objects, Set<String> classes) {
    List<Suspect> suspects =
        objects.stream().map(object -> Suspect.of(object, null, classes).asItself()).toList();
    if (!suspects.isEmpty()) {
      walk.accept(suspects);
    }
    Map<Owner, Integer> votes = new HashMap<>();
    for (Suspect suspect : suspects) {
      if (suspect.path() != null) {
        votes.merge(suspect.path().facts(), 1, Integer::sum);
      }
    }
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> printed(most.getKey()))
        .orElse(null);
  }

  /** Path, kind, holder, what declares a limit, the limit; empty where not known. */
  private static String[] printed(Owner owner) {
    Owner.Limit limit = owner.limit();
    return new String[] {
      owner.path(),
      owner.kind().name(),
      owner.holder() == null ? "" : owner.holder(),
      limit == null ? "" : limit.declaredBy(),
      limit == null ? "-1" : Long.toString(limit.entries())
    };
  }
}
