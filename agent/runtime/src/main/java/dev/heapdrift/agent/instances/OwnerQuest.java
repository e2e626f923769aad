package dev.heapdrift.agent.instances;

import dev.heapdrift.agent.owner.OwnerPath;
import dev.heapdrift.agent.owner.Suspect;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.InstanceFacts.Kind;
import dev.heapdrift.snapshot.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The search for what holds a group's instances: a sample of them, evenly over their ages. One that
 * is held may be there for good, like a program's first class loader; only when most of them are
 * held in the same way does that tell where the group gathers. What the action of a Cleaner holds
 * hangs in the Cleaner's list, behind all that came later: of these the newest are sought. Belongs
 * to the agent's thread.
 */
public final class OwnerQuest {
  private static final int SAMPLE = 8;

  private final Group group;
  private final List<Suspect> suspects;

  private OwnerQuest(Group group, List<Suspect> suspects) {
    this.group = group;
    this.suspects = suspects;
  }

  /**
   * Chooses the sample.
   *
   * @param live instances of the group, oldest first
   * @param stack where they were made
   */
  static OwnerQuest of(Group group, List<Tracked> live, List<Frame> stack) {
    Set<String> classes = new HashSet<>();
    stack.forEach(frame -> classes.add(frame.className()));
    List<Suspect> suspects = new ArrayList<>();
    int size = Math.min(SAMPLE, live.size());
    boolean newest = group.kind() == Kind.CLEANABLE;
    for (int i = 0; i < size; i++) {
      Tracked tracked = live.get(newest ? live.size() - 1 - i : i * live.size() / size);
      Object instance = tracked.get();
      if (instance != null) {
        suspects.add(Suspect.of(tracked.reader.heldAs(instance), null, classes).asItself());
      }
    }
    return new OwnerQuest(group, suspects);
  }

  /** What a walk is to look for. */
  public List<Suspect> suspects() {
    return suspects;
  }

  /**
   * Takes in what the walk has found.
   *
   * @param complete whether the walk came to its end; else, having found nothing means nothing
   */
  public void end(boolean complete) {
    Map<Owner, Integer> votes = new HashMap<>();
    for (Suspect suspect : suspects) {
      OwnerPath path = suspect.path();
      if (path != null) {
        votes.merge(path.facts(), 1, Integer::sum);
      }
    }
    Owner most = null;
    for (Map.Entry<Owner, Integer> vote : votes.entrySet()) {
      if (2 * vote.getValue() > suspects.size()) {
        most = vote.getKey();
      }
    }
    group.searched(most, complete);
  }
}
