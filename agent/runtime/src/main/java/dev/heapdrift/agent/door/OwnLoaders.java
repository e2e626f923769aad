package dev.heapdrift.agent.door;

/**
 * The loaders whose classes no hook goes into: the one of the agent's classes, and those that the
 * agent itself makes, whose own classes are its.
 *
 * @param agent the loader of the agent's classes; null for none, in tests
 */
public record OwnLoaders(ClassLoader agent) {

  /** Whether it is one of them; asked for each class that is loaded. */
  public boolean have(ClassLoader loader) {
    return agent != null
        && loader != null
        && (loader == agent || loader.getClass().getClassLoader() == agent);
  }
}
