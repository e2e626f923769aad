package dev.heapdrift.analyzer.catalogue;

import dev.heapdrift.analyzer.series.NamePattern;
import java.util.List;

/**
 * What an entry is about: anything that one of these patterns names.
 *
 * @param owner fields that hold what grows, {@code com.app.Orders.CACHE}, or their classes
 * @param site methods on the way into it, {@code com.app.Orders.find}, or their classes
 */
public record Match(List<NamePattern> owner, List<NamePattern> site) {

  /** Copies the lists, and takes none for an empty one. */
  public Match {
    owner = checked(owner);
    site = checked(site);
    if (owner.isEmpty() && site.isEmpty()) {
      throw new IllegalArgumentException("match needs a pattern, in owner or in site");
    }
  }

  private static List<NamePattern> checked(List<NamePattern> patterns) {
    if (patterns == null) {
      return List.of();
    }
    for (NamePattern pattern : patterns) {
      if (pattern == null || pattern.text().replace("*", "").isBlank()) {
        throw new IllegalArgumentException("a pattern must name something");
      }
    }
    return List.copyOf(patterns);
  }

  /** Whether one of the patterns names something of these traits. */
  public boolean matches(Traits traits) {
    return traits.owners().stream().anyMatch(name -> NamePattern.any(owner, name))
        || traits.sites().stream().anyMatch(name -> NamePattern.any(site, name));
  }
}
