package dev.heapdrift.analyzer.finding;

import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import dev.heapdrift.snapshot.Frame;
import java.util.List;

/**
 * What every finding tells, whatever its kind.
 *
 * @param verdict what the series says
 * @param confidence that the verdict is right, 0 to 1; its reliability table is published
 * @param fingerprint stable identity across builds and JDKs, see {@link Fingerprint}
 * @param title one line
 * @param container what grows and who holds it
 * @param insertionSite first frame outside the JDK on the way into the container, or null
 * @param applicationSite first frame of the application (as narrowed by {@code include}), or null
 *     when it is the insertion site or there is none
 * @param growthStacks stacks in which it grew, most frequent first
 * @param growth how fast
 * @param evidence what else was seen
 * @param series the sizes that were judged, oldest first, at most {@value #MAX_POINTS}
 * @param alongside other containers that grow by the same cause, and are therefore no findings of
 *     their own
 * @param remedy what would fix it, naming both ends
 * @param known what the catalogue says of it, see {@link Known}
 */
public record Details(
    Verdict verdict,
    double confidence,
    String fingerprint,
    String title,
    Container container,
    Frame insertionSite,
    Frame applicationSite,
    List<GrowthStack> growthStacks,
    Growth growth,
    Evidence evidence,
    List<SizePoint> series,
    List<Container> alongside,
    String remedy,
    List<Known> known) {

  /** Most points of a series that a finding carries. */
  public static final int MAX_POINTS = 64;

  /** Copies the lists. */
  public Details {
    growthStacks = List.copyOf(growthStacks);
    series = List.copyOf(series);
    alongside = List.copyOf(alongside);
    known = List.copyOf(known);
  }

  /** The same with further containers that grow by the same cause. */
  public Details with(List<Container> explained) {
    return copy(explained, remedy, known);
  }

  /** The same with what the catalogue says. */
  public Details noted(List<Known> notes) {
    return copy(alongside, remedy, notes);
  }

  /** The same with another remedy. */
  public Details remedied(String done) {
    return copy(alongside, done, known);
  }

  private Details copy(List<Container> explained, String done, List<Known> notes) {
    return new Details(
        verdict,
        confidence,
        fingerprint,
        title,
        container,
        insertionSite,
        applicationSite,
        growthStacks,
        growth,
        evidence,
        series,
        explained,
        done,
        notes);
  }
}
