package dev.heapdrift.analyzer.catalogue;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.snapshot.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * What entries of the catalogue are compared with.
 *
 * @param owners fields that hold what grows: the one that holds it, and the one its path begins
 *     with, by the class that declares them
 * @param sites methods on the way into it, by their classes: the inserting one, and those of the
 *     JDK before it
 * @param size entries or objects at the end, or -1 when not known
 */
public record Traits(List<String> owners, List<String> sites, long size) {
  private static final String STATIC = "static ";

  /** Copies the lists. */
  public Traits {
    owners = List.copyOf(owners);
    sites = List.copyOf(sites);
  }

  /**
   * The traits of what grows.
   *
   * @param path printed path to it, or null
   * @param holder the field that holds it, or null
   * @param size entries or objects at the end, or -1
   * @param stacks stacks in which it grew, most frequent first
   * @param insertion the inserting frame, or null
   */
  public static Traits of(
      String path, String holder, long size, List<GrowthStack> stacks, Frame insertion) {
    List<String> owners = new ArrayList<>();
    if (holder != null) {
      owners.add(holder);
    }
    if (path != null && path.startsWith(STATIC)) {
      owners.add(fields(path.substring(STATIC.length())));
    }
    List<String> sites = new ArrayList<>();
    if (insertion != null) {
      sites.add(insertion.method());
      if (!stacks.isEmpty()) {
        sites.addAll(before(stacks.get(0).frames(), insertion));
      }
    }
    return new Traits(owners, sites, size);
  }

  /** The traits of a finding. */
  public static Traits of(Details details) {
    Container container = details.container();
    return of(
        container.owner(),
        container.holder(),
        container.size(),
        details.growthStacks(),
        details.insertionSite());
  }

  /** The path as far as it leads through fields only: {@code com.app.Shop.bus.listeners}. */
  private static String fields(String path) {
    for (int i = 0; i < path.length(); i++) {
      if ("{[ ".indexOf(path.charAt(i)) >= 0) {
        return path.substring(0, i);
      }
    }
    return path;
  }

  /** The methods that the inserting one has called; none where another stack was most frequent. */
  private static List<String> before(List<Frame> stack, Frame insertion) {
    List<String> methods = new ArrayList<>();
    for (Frame frame : stack) {
      if (frame.method().equals(insertion.method())) {
        return methods;
      }
      methods.add(frame.method());
    }
    return List.of();
  }
}
