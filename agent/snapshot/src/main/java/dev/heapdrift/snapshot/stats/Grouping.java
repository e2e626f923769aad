package dev.heapdrift.snapshot.stats;

import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.Estimate;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums the traces of one snapshot by key. */
final class Grouping {
  private final TraceQuery query;
  private final SourceFiles files;

  Grouping(TraceQuery query, SourceFiles files) {
    this.query = query;
    this.files = files;
  }

  /** The groups of a snapshot's traces, those that hold nothing included. */
  Map<Key, Group> groups(Snapshot snapshot) {
    Filters filters = Filters.of(query.filters());
    List<Stack> stacks = new ArrayList<>();
    for (List<Frame> stack : snapshot.stacks()) {
      List<Frame> complete = files.complete(stack);
      stacks.add(filters.keeps(complete) ? new Stack(complete) : null);
    }
    Map<Key, Group> groups = new HashMap<>();
    for (AllocationTrace trace : snapshot.allocations().traces()) {
      Stack stack = stacks.get(trace.stack());
      if (stack != null) {
        Estimate amount = query.measure().of(trace);
        stack
            .keys(trace.type())
            .forEach(
                (key, frame) ->
                    groups.computeIfAbsent(key, k -> new Group()).add(trace, amount, frame));
      }
    }
    return groups;
  }

  /** Keeps the traces whose stack the filters keep. */
  static Snapshot filter(Snapshot snapshot, List<Filter> filters) {
    Filters compiled = Filters.of(filters);
    SourceFiles files = new SourceFiles(snapshot);
    boolean[] kept = new boolean[snapshot.stacks().size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = compiled.keeps(files.complete(snapshot.stacks().get(i)));
    }
    AllocationFacts facts = snapshot.allocations();
    return snapshot.withAllocations(
        facts.withTraces(facts.traces().stream().filter(trace -> kept[trace.stack()]).toList()));
  }

  /** A stack with the keys that it counts for; those that name no class of objects are kept. */
  private final class Stack {
    private final List<Frame> frames;
    private final Frame site;
    private Map<Key, Frame> keys;

    Stack(List<Frame> frames) {
      this.frames = frames;
      this.site = AppFrames.site(frames);
    }

    Map<Key, Frame> keys(String type) {
      if (query.groupBy() == GroupBy.TYPE) {
        return single(Key.of(type), site);
      }
      if (keys == null) {
        keys = site == null ? single(Key.of("no stack"), null) : byStack();
      }
      return keys;
    }

    private Map<Key, Frame> byStack() {
      if (query.groupBy() == GroupBy.TRACEBACK) {
        return single(new Key(SourceFiles.line(site), null, frames), site);
      }
      Map<Key, Frame> found = single(key(site), site);
      if (query.cumulative()) {
        for (Frame frame : frames) {
          if (AppFrames.isApplication(frame.className())) {
            found.putIfAbsent(key(frame), frame);
          }
        }
      }
      return found;
    }

    private Key key(Frame frame) {
      return switch (query.groupBy()) {
        case LINE -> new Key(SourceFiles.line(frame), packageOf(frame), List.of());
        case FILE -> new Key(SourceFiles.file(frame), packageOf(frame), List.of());
        case METHOD -> Key.of(frame.method());
        case CLASS -> Key.of(frame.className());
        case PACKAGE -> Key.of(packageOf(frame));
        case TRACEBACK, TYPE -> throw new IllegalStateException("no frame's key");
      };
    }
  }

  // A map and not Map.of, which takes no null; and in order, for what is cumulative.
  private static Map<Key, Frame> single(Key key, Frame frame) {
    Map<Key, Frame> single = new LinkedHashMap<>();
    single.put(key, frame);
    return single;
  }

  private static String packageOf(Frame frame) {
    String name = frame.className();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "(default package)" : name.substring(0, dot);
  }
}
