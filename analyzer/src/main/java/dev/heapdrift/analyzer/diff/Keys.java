package dev.heapdrift.analyzer.diff;

import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.Snapshot;
import dev.heapdrift.snapshot.stats.AppFrames;
import dev.heapdrift.snapshot.stats.Filters;
import dev.heapdrift.snapshot.stats.SourceFiles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rows that an amount counts for, by container and stack. */
final class Keys {
  private final DiffQuery query;
  private final Filters filters;
  private final SourceFiles files;

  Keys(DiffQuery query, Snapshot... snapshots) {
    this.query = query;
    this.filters = Filters.of(query.filters());
    this.files = new SourceFiles(snapshots);
  }

  /** The keys of what a container got through a stack; empty when a filter leaves it out. */
  Set<Key> of(ContainerFacts container, List<Frame> growth) {
    List<Frame> stack = files.complete(growth);
    Frame site = AppFrames.site(stack);
    if (!filters.keeps(site == null ? List.of(placeOf(container)) : stack)) {
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
      case TRACEBACK ->
          Set.of(new Key(site == null ? "no stack" : SourceFiles.line(site), null, stack));
      case TYPE -> Set.of(Key.of(container.type()));
      case LINE, FILE, METHOD, CLASS, PACKAGE -> byFrame(site, stack);
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
      case PACKAGE -> Key.of(packageOf(className));
      case FILE -> Key.of(SourceFiles.file(frame), packageOf(className));
      case LINE, TRACEBACK, TYPE, OWNER, CONTAINER ->
          Key.of(SourceFiles.line(frame), frame.method());
    };
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  /** What a filter can match where no stack is known: the class of the container. */
  private static Frame placeOf(ContainerFacts container) {
    return new Frame(container.type(), "", null, -1);
  }

  private static String path(ContainerFacts container) {
    return container.owner() == null ? null : container.owner().path();
  }
}
