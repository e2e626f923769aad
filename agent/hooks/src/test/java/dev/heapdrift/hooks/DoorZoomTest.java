package dev.heapdrift.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorZoomTest {

  private final List<Object> container = List.of();
  private final DoorZoom.Target target = new DoorZoom.Target(new WeakReference<>(container));
  private final DoorZoom.Site site = new DoorZoom.Site();

  @AfterEach
  void close() {
    Door.open(false);
  }

  @Test
  void aSiteCountsForItsTargetAndKeepsOneStranger() {
    zoom();
    Object stranger = new Object();

    DoorZoom.calling(container, 1);
    DoorZoom.calling(container, 1);
    DoorZoom.calling(stranger, 1);
    DoorZoom.calling(container, 0);
    DoorZoom.calling(container, 2);

    assertThat(target.calls.sum()).isEqualTo(2);
    assertThat(site.others.sum()).isEqualTo(1);
    assertThat(site.takeStranger().get()).isSameAs(stranger);
    assertThat(site.takeStranger()).isNull();
  }

  @Test
  void entriesThatCameBackAreCountedAndTheFirstInserterIsKept() {
    zoom();
    Object inserter = new Object();

    DoorZoom.inserting(container, inserter, 1);
    DoorZoom.inserting(container, new Object(), 1);
    DoorZoom.returned("entry", container, 1);
    DoorZoom.returned(null, container, 1);
    DoorZoom.returned(true, container, 1);
    DoorZoom.returned(false, container, 1);

    assertThat(target.calls.sum()).isEqualTo(6);
    assertThat(target.found.sum()).isEqualTo(2);
    assertThat(target.inserter.get()).isSameAs(inserter);
  }

  @Test
  void aClosedDoorCountsNothing() {
    zoom();
    Door.open(false);
    DoorZoom.calling(container, 1);
    assertThat(target.calls.sum()).isZero();
  }

  private void zoom() {
    site.watch(new DoorZoom.Target[] {target});
    DoorZoom.sites(new DoorZoom.Site[] {null, site});
  }
}
