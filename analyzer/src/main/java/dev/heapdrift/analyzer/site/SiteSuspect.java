package dev.heapdrift.analyzer.site;

import dev.heapdrift.analyzer.trend.Trend;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Owner;
import java.util.List;

/**
 * Objects that pile up for what seems one cause.
 *
 * @param piles all that is allocated near each other and stays, most samples first; not empty
 * @param trend unbounded, or inconclusive with what is missing
 * @param objects objects alive at the end, or -1 where only samples are known
 * @param bytesPerObject mean shallow bytes of one, or -1
 * @param points objects alive over time; empty where only samples are known
 * @param owner who holds them, or null when not known
 */
public record SiteSuspect(
    List<Pile> piles,
    Trend trend,
    long objects,
    double bytesPerObject,
    List<SizePoint> points,
    Owner owner) {

  /** Objects of which is not known who holds them. */
  public SiteSuspect(
      List<Pile> piles, Trend trend, long objects, double bytesPerObject, List<SizePoint> points) {
    this(piles, trend, objects, bytesPerObject, points, null);
  }

  /** Copies the lists. */
  public SiteSuspect {
    piles = List.copyOf(piles);
    points = List.copyOf(points);
  }

  /** The same with another judgement. */
  public SiteSuspect with(Trend other) {
    return new SiteSuspect(piles, other, objects, bytesPerObject, points, owner);
  }
}
