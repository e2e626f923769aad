package dev.heapdrift.snapshot.codec;

import dev.heapdrift.snapshot.AllocationFacts;
import dev.heapdrift.snapshot.AllocationTrace;
import dev.heapdrift.snapshot.ContainerFacts;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.InstanceFacts;
import dev.heapdrift.snapshot.Snapshot;
import java.util.List;

/** A snapshot as lines of text, to be reviewed as a diff. */
final class SnapshotText {
  private final StringBuilder out = new StringBuilder();

  private SnapshotText() {}

  static String render(Snapshot snapshot) {
    SnapshotText text = new SnapshotText();
    text.all(snapshot);
    return text.out.toString();
  }

  private void all(Snapshot snapshot) {
    line(snapshot.jvm());
    line(snapshot.capture());
    line(snapshot.agent());
    for (int i = 0; i < snapshot.stacks().size(); i++) {
      line("stack " + i);
      for (Frame frame : snapshot.stacks().get(i)) {
        line("  " + frame.print());
      }
    }
    snapshot.containers().forEach(this::container);
    if (snapshot.allocations() != null) {
      allocations(snapshot.allocations());
    }
    snapshot.survivorPeriods().forEach(this::line);
    snapshot.survivors().forEach(this::line);
    snapshot.instances().forEach(this::instances);
    snapshot.gcs().forEach(this::line);
    if (snapshot.work() != null) {
      line("work " + snapshot.work().counter());
      snapshot.work().history().forEach(item -> line("  " + item));
    }
    snapshot.costs().forEach(this::line);
    snapshot.drops().forEach(this::line);
    snapshot.notSeen().forEach(sentence -> line("not seen: " + sentence));
  }

  private void allocations(AllocationFacts a) {
    line("allocations frames=" + a.frames() + " interval=" + a.intervalBytes());
    line(
        "  since=" + a.sinceMillis() + " traced=" + a.tracedBytes() + " tracer=" + a.tracerBytes());
    line("  peak=" + a.peakBytes() + " at=" + a.peakMillis());
    line("  hooked=" + a.hookedSites() + " retired=" + a.retiredSites());
    for (AllocationTrace t : a.traces()) {
      line("trace " + t.stack() + " of " + t.totalFrames() + " frames " + t.type());
      line("  live " + t.live());
      line("  untested " + t.untested());
      line("  allocated " + t.allocated());
      line("  at peak " + t.atPeak());
      line("  ages=" + t.ages() + " oldest=" + t.oldestMillis() + " newest=" + t.newestMillis());
    }
  }

  private void container(ContainerFacts c) {
    line("container " + c.id() + " " + c.type() + " " + c.structure());
    line("  " + c.owner());
    line("  noticed=" + c.noticedMillis() + " grew=" + c.lastGrowthMillis() + " gcs=" + c.ageGcs());
    line("  growths=" + c.growths() + " capacity=" + c.capacity());
    line("  size=" + c.size() + " at=" + c.sizeReadMillis() + " entry=" + c.bytesPerEntry());
    for (List<?> list : List.of(c.history(), c.growthSites(), c.insertions(), c.elements())) {
      list.forEach(item -> line("  " + item));
    }
    if (c.nature() != null) {
      line("  " + c.nature());
    }
    if (c.zoom() != null) {
      line("  zoomed since " + c.zoom().sinceMillis());
      c.zoom().accesses().forEach(item -> line("  " + item));
      c.zoom().counterparts().forEach(item -> line("  " + item));
    }
  }

  private void instances(InstanceFacts i) {
    line("instances " + i.kind() + " " + i.type() + " stack " + i.stack());
    line("  made=" + i.made() + " ended=" + i.ended() + " bytes=" + i.bytes());
    line("  " + i.owner());
    i.history().forEach(item -> line("  " + item));
  }

  private void line(Object content) {
    out.append(content).append('\n');
  }
}
