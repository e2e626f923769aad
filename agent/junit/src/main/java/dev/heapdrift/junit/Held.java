package dev.heapdrift.junit;

import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.api.Trace;
import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import dev.heapdrift.snapshot.Owner;
import dev.heapdrift.snapshot.stats.AppFrames;
import java.util.List;

/**
 * What one line leaves behind, and who holds it.
 *
 * @param line all that the line has allocated and grows, largest first
 * @param main the class that tells most, with an owner where one was found
 * @param trace the stack that has made most objects of that class
 * @param owner who holds them, or null
 */
record Held(List<SiteGrowth> line, SiteGrowth main, Trace trace, Owner owner) {

  /** Rank of what the walk passes over: it looks at elements, not at what links them. */
  static final int NODES = 3;

  /**
   * How little a class says of what is kept: 0 for the application's, 1 for the JDK's own, 2 for
   * arrays, {@link #NODES} for what is inside of the JDK's collections.
   */
  static int rank(SiteGrowth growth) {
    String type = growth.site().type();
    if (type.endsWith("[]")) {
      return 2;
    }
    return AppFrames.isApplication(type) ? 0 : type.indexOf('$') < 0 ? 1 : NODES;
  }

  String path() {
    return owner == null ? null : owner.path();
  }

  String holder() {
    return owner == null ? null : owner.holder();
  }

  /** Bytes added by all of the line. */
  long bytes() {
    return line.stream().mapToLong(SiteGrowth::bytes).sum();
  }

  /** As findings name what grows. */
  Container container() {
    double all = line.stream().mapToLong(SiteGrowth::added).sum();
    List<ElementShare> shares =
        line.stream()
            .map(growth -> new ElementShare(growth.site().type(), growth.added() / all))
            .toList();
    return new Container(main.site().type(), path(), holder(), main.live(), 1, shares);
  }
}
