package dev.heapdrift.analyzer.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.series.Runs;
import dev.heapdrift.analyzer.testing.SiteBuilder;
import dev.heapdrift.analyzer.testing.Snapshots;
import dev.heapdrift.snapshot.ContainerFacts.SizePoint;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CollectedTest {
  /** A reading between them counts nothing that was made since the collections before. */
  @Test
  void ofCollectionsThatFollowEachOtherAtOnceTheLastOneTells() {
    SiteBuilder twice =
        SiteBuilder.of(Snapshots.lasting(41))
            .oldCollections(10, 41, t -> 20)
            .oldCollections(10.1, 41, t -> 20);
    Collected collected = Collected.of(Runs.of(twice.list()));

    assertThat(
            collected.left(
                List.of(
                    new SizePoint(10_050, 1),
                    new SizePoint(11_000, 2),
                    new SizePoint(20_100, 2),
                    new SizePoint(21_000, 4),
                    new SizePoint(41_000, 9))))
        .containsExactly(
            new SizePoint(10_100, 2), new SizePoint(20_200, 4), new SizePoint(40_400, 9));
  }

  @Test
  void aChainOfCollectionsIsNotOne() {
    SiteBuilder often = SiteBuilder.of(Snapshots.lasting(60)).oldCollections(0.5, 60, t -> 20);
    Collected collected = Collected.of(Runs.of(often.list()));
    List<SizePoint> readings =
        LongStream.rangeClosed(1, 60).mapToObj(CollectedTest::second).toList();

    assertThat(collected.left(readings)).hasSizeGreaterThan(25);
  }

  private static SizePoint second(long second) {
    return new SizePoint(1000 * second, second);
  }
}
