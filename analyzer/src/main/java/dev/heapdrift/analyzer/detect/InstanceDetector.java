package dev.heapdrift.analyzer.detect;

import dev.heapdrift.analyzer.finding.Finding;
import dev.heapdrift.analyzer.finding.Kind;

/**
 * Names what should end and stays: each kind that the agent follows is one of finding. That ever
 * more of it stays, and which container holds it, has been decided before. Stateless.
 */
final class InstanceDetector {
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final String TIMER = "java.util.Timer";
  private static final String MAPPED = "java.nio.MappedByteBuffer";

  private InstanceDetector() {}

  /** The finding. */
  static Finding finding(InstanceCase of) {
    return switch (of.kind()) {
      case THREAD -> of.finding(Kind.THREAD_LEAK, "Threads started", "never end", endThreads(of));
      case CLASS_LOADER ->
          of.finding(
              Kind.CLASS_LOADER_LEAK,
              "Class loaders made",
              "are never collected",
              letGoOfLoaders(of));
      case DIRECT_BUFFER ->
          of.finding(
              Kind.DIRECT_BUFFER_LEAK,
              of.type().equals(MAPPED) ? "Buffers mapped" : "Direct buffers allocated",
              "are never freed",
              reuseBuffers(of));
      case RESOURCE ->
          of.finding(
              Kind.UNCLOSED_RESOURCE,
              "Resources (" + Wording.simple(of.type()) + ") opened",
              "are never closed",
              closeResources(of));
      case CLEANABLE -> // CleanerDetector tells the same by survivors
          of.finding(
              Kind.CLEANER_CAPTURES_REFERENT,
              "Objects (" + Wording.simple(of.type()) + ") registered with a Cleaner",
              "are never collected",
              CleanerDetector.remedy(of.site()));
    };
  }

  private static String endThreads(InstanceCase threads) {
    String site = threads.site();
    if (threads.by(POOL)) {
      return "Use one executor for all, or shut down the one that "
          + site
          + " hands work to where its use ends (shutdown() in a finally block): the threads of an"
          + " executor that is dropped wait for work for ever. If there is only one, bound its"
          + " threads, and give its tasks time limits.";
    }
    if (threads.by(TIMER)) {
      return "Call cancel() on the Timer that "
          + site
          + " makes where its owner is closed, or use one ScheduledExecutorService for all.";
    }
    return "Let the threads that "
        + site
        + " starts end: have them heed interruption or wait with a time limit, and interrupt them"
        + " where their owner is closed; or give the work to one executor with a bound.";
  }

  private static String letGoOfLoaders(InstanceCase loaders) {
    String site = loaders.site();
    if (loaders.keeper() != null) {
      return "Take out of "
          + loaders.keeper()
          + " what belongs to a loader of "
          + site
          + " when that is no longer used, and close() it; or make one loader and keep it.";
    }
    return "Something still reaches the loaders that "
        + site
        + " makes: an instance of one of their classes in a static field, registry, cache, listener"
        + " list or thread-local outside of them, a thread that they started or whose context class"
        + " loader one of them is, a shutdown hook, a JDBC driver. Undo it when the plugin or"
        + " application is stopped, and close() the loader.";
  }

  private static String reuseBuffers(InstanceCase buffers) {
    String keeper = buffers.keeper() == null ? "what holds it" : buffers.keeper();
    return "The memory of a buffer that "
        + buffers.site()
        + " makes is freed only after the last reference to it: take it out of "
        + keeper
        + " when it is done, release it where it came from a pool (in a finally block), and reuse a"
        + " bounded number of buffers in place of new ones. The limit is"
        + " -XX:MaxDirectMemorySize.";
  }

  private static String closeResources(InstanceCase open) {
    String taken = open.keeper() == null ? "" : ", and take it out of " + open.keeper();
    return "Close what "
        + open.site()
        + " opens"
        + taken
        + ": by try-with-resources where it is used in one place, else in close() of the object"
        + " that keeps it, and see that this is called. Deflater and Inflater want end().";
  }
}
