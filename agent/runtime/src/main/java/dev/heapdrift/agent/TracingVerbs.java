package dev.heapdrift.agent;

import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.heap.DeepBytes;
import dev.heapdrift.agent.registry.Now;
import java.lang.instrument.Instrumentation;

/**
 * Answers the API's questions about allocations, in JDK types: the other side of {@code
 * dev.heapdrift.api}. Agent thread only.
 */
final class TracingVerbs {

  /** Answer to a request that has none. */
  private static final String DONE = "done";

  private final Tracing tracing;
  private final Instrumentation jvm;
  private final DeepBytes deep;

  TracingVerbs(Tracing tracing, Instrumentation jvm, DeepBytes deep) {
    this.tracing = tracing;
    this.jvm = jvm;
    this.deep = deep;
  }

  /** The answer; may be null. */
  Object answer(String verb, Object argument, Now now) {
    return switch (verb) {
      case "tracing.start" -> start((Integer) argument);
      case "tracing.stop" -> stop();
      case "tracing.pause" -> pause();
      case "tracing.clear" -> clear();
      case "tracing.limit" -> tracing.frames();
      case "tracing.memory" -> tracing.memory(now);
      case "tracing.resetPeak" -> resetPeak(now);
      case "tracing.overhead" -> tracing.bytes();
      case "tracing.traceback" -> tracing.traceback(argument, now);
      case "size.shallow" -> argument == null ? 0L : jvm.getObjectSize(argument);
      case "size.deep" -> deep.of(argument);
      default -> "error: unknown request " + verb;
    };
  }

  private String start(Integer frames) {
    tracing.start(frames == null ? 0 : frames);
    return DONE;
  }

  private String stop() {
    tracing.stop();
    return DONE;
  }

  private String pause() {
    tracing.pause();
    return DONE;
  }

  private String clear() {
    tracing.clear();
    return DONE;
  }

  private String resetPeak(Now now) {
    tracing.resetPeak(now);
    return DONE;
  }
}
