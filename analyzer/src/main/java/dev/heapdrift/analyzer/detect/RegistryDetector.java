package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.Map;
import java.util.Optional;

/** A static registry inside the JDK that the application keeps filling. */
final class RegistryDetector implements Detector<Suspect> {
  private static final String STATIC = "static ";

  /** What takes an entry out again, by the class that holds the registry. */
  private static final Map<String, String> REMEDIES =
      Map.of(
          "java.io.DeleteOnExitHook",
              "delete the file as soon as it is no longer needed (Files.delete) in place of"
                  + " File.deleteOnExit(), which keeps its path until the JVM ends",
          "java.lang.ApplicationShutdownHooks",
              "register one shutdown hook for all, or call Runtime.removeShutdownHook when its"
                  + " owner is closed",
          "java.sql.DriverManager",
              "call DriverManager.deregisterDriver when the driver's application is stopped",
          "java.lang.invoke.MethodType", "do not generate method types from data",
          "java.util.logging.LogManager", "do not derive logger names from data");

  @Override
  public Optional<Finding> detect(Suspect suspect) {
    Owner owner = suspect.facts().owner();
    if (owner == null
        || owner.holder() == null
        || !owner.path().startsWith(STATIC)
        || AppFrames.isApplication(owner.path().substring(STATIC.length()))
        || AppFrames.isApplication(owner.holder())) {
      return Optional.empty();
    }
    String registry = owner.holder().substring(0, owner.holder().lastIndexOf('.'));
    return Optional.of(
        new Finding.RegistryGrowth(
            suspect.details(
                Kind.REGISTRY, Wording.title(suspect, "JDK registry"), remedy(suspect, owner)),
            registry));
  }

  private static String remedy(Suspect suspect, Owner owner) {
    String known =
        REMEDIES.entrySet().stream()
            .filter(entry -> isIn(owner, entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(
                "call what takes the entry out again (remove, deregister, close), or see that"
                    + " what is entered comes from a closed set");
    return "In " + Wording.inserter(suspect) + ": " + known + '.';
  }

  /** Whether a class holds the registry, or the object that does. */
  private static boolean isIn(Owner owner, String className) {
    return owner.holder().startsWith(className + '.')
        || owner.path().startsWith(STATIC + className + '.');
  }
}
