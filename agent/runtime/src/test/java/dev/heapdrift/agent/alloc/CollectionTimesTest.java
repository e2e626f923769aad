package dev.heapdrift.agent.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.registry.Now;
import org.junit.jupiter.api.Test;

class CollectionTimesTest {

  private final CollectionTimes times = new CollectionTimes(3);

  @Test
  void nothingIsTestedBeforeSoManyCollections() {
    assertThat(times.testedMillis()).isZero();
    note(100, 5);
    note(200, 7);
    assertThat(times.testedMillis()).isZero();
  }

  @Test
  void whatWasMadeBeforeTheLastOfThemIsTested() {
    note(100, 5);
    note(150, 5);
    note(200, 6);
    note(300, 8);
    assertThat(times.testedMillis()).isEqualTo(150);
    note(400, 9);
    assertThat(times.testedMillis()).isEqualTo(200);
  }

  @Test
  void manyCollectionsBetweenTwoLooksCountAsOne() {
    note(100, 5);
    note(600, 50);
    assertThat(times.testedMillis()).isEqualTo(100);
    note(1100, 90);
    assertThat(times.testedMillis()).isEqualTo(600);
  }

  private void note(long millis, long epoch) {
    times.note(new Now(millis, epoch, 0));
  }
}
