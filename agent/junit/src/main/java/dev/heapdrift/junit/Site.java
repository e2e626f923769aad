package dev.heapdrift.junit;

import dev.heapdrift.api.Trace;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.stats.AppFrames;

/**
 * What is counted together: objects of one class, allocated at one line.
 *
 * @param own whether the scenario's own thread made them
 * @param type their class, as printed
 * @param line the first frame of the application
 */
record Site(boolean own, String type, Frame line) {

  static Site of(Trace trace) {
    return new Site(
        Scenario.made(trace), trace.facts().type(), AppFrames.site(trace.traceback().frames()));
  }
}
