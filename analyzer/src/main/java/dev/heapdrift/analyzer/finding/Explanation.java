package dev.heapdrift.analyzer.finding;

import dev.heapdrift.analyzer.series.ContainerSeries;
import dev.heapdrift.analyzer.trend.Check;
import dev.heapdrift.snapshot.ContainerFacts.InsertionSite;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.ZoomFacts.AccessSite;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.util.List;

/**
 * Everything that is known about one finding; what a report leaves out for the sake of its reader.
 *
 * @param startId the JVM that it was found in
 * @param finding the finding
 * @param considered the tests of the verdict, in their order, with what each has seen
 * @param points every size that was judged, oldest first
 * @param stacks every stack it grew in or was allocated with, most frequent first
 * @param members the containers that it stands for, largest first; empty where none holds it
 * @param insertions insertion calls counted by the zoom, by call site, most frequent first
 * @param accesses lookups and removals counted by the zoom, by call site, most frequent first
 * @param counterparts methods that should take entries out, and how often they ran
 */
public record Explanation(
    String startId,
    Finding finding,
    List<Check> considered,
    List<SizePoint> points,
    List<GrowthStack> stacks,
    List<ContainerSeries> members,
    List<InsertionSite> insertions,
    List<AccessSite> accesses,
    List<Counterpart> counterparts) {

  /** Copies the lists. */
  public Explanation {
    considered = List.copyOf(considered);
    points = List.copyOf(points);
    stacks = List.copyOf(stacks);
    members = List.copyOf(members);
    insertions = List.copyOf(insertions);
    accesses = List.copyOf(accesses);
    counterparts = List.copyOf(counterparts);
  }

  /** Of a finding of which nothing is known beyond itself but what was considered. */
  public static Explanation of(String startId, Finding finding, List<Check> considered) {
    return new Explanation(
        startId,
        finding,
        considered,
        finding.details().series(),
        finding.details().growthStacks(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
