package dev.heapdrift.agent.alloc;

import dev.heapdrift.hooks.Allocations.Recorder;

/**
 * Runs every path of a recorder once, so that no application thread loads or links a class for it.
 * What is recorded here goes down with the recording that it is made for.
 */
final class Rehearsal {

  /** Longer than any interval: a sample for certain. */
  private static final int HUGE = Integer.MAX_VALUE;

  private Rehearsal() {}

  static void run(Recorder recorder, SiteTable sites) {
    AllocationSite direct = site(0, "java.lang.Object", false);
    AllocationSite jdk = site(1, "java.lang.Object", true);
    AllocationSite anything = site(2, null, false);
    for (AllocationSite site : new AllocationSite[] {direct, jdk, anything}) {
      int number = sites.add(null, site);
      for (int i = 0; i < 2; i++) {
        recorder.object(new Object(), number);
        recorder.array(new long[1], Recorder.LONG, 1, number);
        recorder.array(new long[1], Recorder.LONG, HUGE, number);
      }
    }
  }

  private static AllocationSite site(int ordinal, String type, boolean jdk) {
    return new AllocationSite(
        Rehearsal.class.getName(), "run", "()V", "Rehearsal.java", -1, ordinal, type, jdk);
  }
}
