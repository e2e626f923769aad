package dev.heapdrift.analyzer.diff;

import dev.heapdrift.analyzer.series.AppFrames;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rows that an amount counts for, by container and stack. */
final class Keys {
  private final DiffQuery query;
  private final Map<String, String> files = new HashMap<>();

  Keys(DiffQuery query, Snapshot... snapshots) {
    this.query = query;
    for (Snapshot snapshot : snapshots) {
      snapshot.stacks().forEach(stack -> stack.forEach(this::learnFile));
    }
  }

  // A stack that was taken before its class was redefined and named afterwards has lost the file
  // (HotSpot, Backtrace::get_source_file_name); others of that class have it.
  private void learnFile(Frame frame) {
    if (frame.fileName() != null) {
      files.putIfAbsent(frame.className(), frame.fileName());
    }
  }

  /** The keys of what a container got through a stack; empty when a filter leaves it out. */
  Set<Key> of(ContainerFacts container, List<Frame> stack) {
    Frame site = site(stack);
    if (!wanted(site == null ? container.type() : site.className())) {
      return Set.of();
    }
    return switch (query.groupBy()) {
      case CONTAINER ->
          Set.of(Key.of("#" + container.id() + ' ' + container.type(), path(container)));
      case OWNER ->
          Set.of(
              container.owner() == null
                  ? Key.of("owner not found", container.type())
                  : Key.of(container.owner().path()));
      case TRACEBACK -> Set.of(new Key(site == null ? "no stack" : line(site), null, stack));
      case LINE, METHOD, CLASS, PACKAGE -> byFrame(site, stack);
    };
  }

  private Set<Key> byFrame(Frame site, List<Frame> stack) {
    if (site == null) {
      return Set.of(Key.of("no stack"));
    }
    if (!query.cumulative()) {
      return Set.of(key(site));
    }
    Set<Key> keys = new LinkedHashSet<>();
    Stream.concat(
            Stream.of(site),
            stack.stream().filter(frame -> AppFrames.isApplication(frame.className())))
        .map(this::key)
        .forEach(keys::add);
    return keys;
  }

  private Key key(Frame frame) {
    String className = frame.className();
    return switch (query.groupBy()) {
      case METHOD -> Key.of(frame.method());
      case CLASS -> Key.of(className);
      case PACKAGE -> Key.of(className.substring(0, Math.max(0, className.lastIndexOf('.'))));
      case LINE, TRACEBACK, OWNER, CONTAINER -> Key.of(line(frame), frame.method());
    };
  }

  private boolean wanted(String className) {
    return (query.include().isEmpty() || NamePattern.any(query.include(), className))
        && !NamePattern.any(query.exclude(), className);
  }

  // A stack of nothing but the JDK, as of a pool's own thread, still has a first frame.
  private static Frame site(List<Frame> stack) {
    return AppFrames.first(stack).orElse(stack.isEmpty() ? null : stack.get(0));
  }

  private String line(Frame frame) {
    String known = files.get(frame.className());
    String file =
        frame.fileName() != null ? frame.fileName() : known != null ? known : frame.className();
    return frame.line() < 0 ? file : file + ':' + frame.line();
  }

  private static String path(ContainerFacts container) {
    return container.owner() == null ? null : container.owner().path();
  }
}
