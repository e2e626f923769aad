package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.InstanceFacts;
import java.util.Optional;

/** Class loaders, each with all its classes, that are made again and again and never collected. */
final class ClassLoaderDetector implements InstanceDetector {

  @Override
  public Optional<Finding> detect(InstanceCase loaders) {
    return loaders.kind() == InstanceFacts.Kind.CLASS_LOADER
        ? Optional.of(
            loaders.finding(
                Kind.CLASS_LOADER_LEAK,
                "Class loaders made",
                "are never collected",
                remedy(loaders)))
        : Optional.empty();
  }

  private static String remedy(InstanceCase loaders) {
    String site = loaders.site();
    if (loaders.keeper() != null) {
      return "Take out of "
          + loaders.keeper()
          + " what belongs to a loader of "
          + site
          + " when that is no longer used, and close() it; or make one loader and keep it.";
    }
    return "Something still reaches the loaders that "
        + site
        + " makes: an instance of one of their classes in a static field, registry, cache, listener"
        + " list or thread-local outside of them, a thread that they started or whose context class"
        + " loader one of them is, a shutdown hook, a JDBC driver. Undo it when the plugin or"
        + " application is stopped, and close() the loader.";
  }
}
