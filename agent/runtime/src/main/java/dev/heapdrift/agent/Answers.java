package dev.heapdrift.agent;

import dev.heapdrift.agent.Requests.Request;
import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.registry.Now;
import dev.heapdrift.snapshot.ask.Verb;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * Answers what others ask of an agent that watches, in JDK types: the other side of {@code
 * dev.heapdrift.api}, of commands from outside, and of the JVM's exit. Agent thread only.
 */
final class Answers implements Function<Request, Object> {

  /** Answer to a request that has none. */
  private static final String DONE = "done";

  private final Watch watch;
  private final Tracing tracing;
  private final Recorders recorders;
  private final OwnerVerbs owners;
  private final Instrumentation jvm;
  private final Supplier<Now> clock;
  private final Logger log;

  Answers(Watch watch, Recorders recorders, Instrumentation jvm, Supplier<Now> clock, Logger log) {
    this.watch = watch;
    this.tracing = recorders.tracing();
    this.recorders = recorders;
    this.owners = new OwnerVerbs(tracing, recorders.pursuit()::findNow);
    this.jvm = jvm;
    this.clock = clock;
    this.log = log;
  }

  /** The answer, which may be null, or an error in one line. */
  @Override
  public Object apply(Request request) {
    try {
      return answer(request.verb(), request.argument());
    } catch (IOException | RuntimeException | LinkageError e) {
      log.warn("no answer to {}", request.verb(), e);
      return Verb.ERROR + OneLine.of(e);
    }
  }

  private Object answer(Verb verb, Object argument) throws IOException {
    return switch (verb) {
      case STATUS -> watch.status().text();
      case SNAPSHOT -> watch.snapshot((String) argument);
      case SNAPSHOT_AFTER_GC -> watch.snapshotAfterCollection((String) argument);
      case SNAPSHOT_FEED -> watch.feed((String) argument);
      case SNAPSHOT_BYTES -> watch.snapshotBytes();
      case EXIT -> watch.lastSnapshot();
      case TRACING_START -> done(() -> tracing.start(argument == null ? 0 : (Integer) argument));
      case TRACING_STOP -> done(tracing::stop);
      case TRACING_PAUSE -> done(tracing::pause);
      case TRACING_CLEAR -> done(tracing::clear);
      case TRACING_RESET_PEAK -> done(() -> tracing.resetPeak(clock.get()));
      case TRACING_LIMIT -> tracing.frames();
      case TRACING_MEMORY -> tracing.memory(clock.get());
      case TRACING_OVERHEAD -> tracing.bytes();
      case TRACING_TRACEBACK -> tracing.traceback(argument, clock.get());
      case SIZE_SHALLOW -> argument == null ? 0L : jvm.getObjectSize(argument);
      case SIZE_DEEP -> recorders.sizes().of(argument);
      case OWNER_OF_OBJECT -> owners.ofObject(argument);
      case OWNER_OF_TRACE -> owners.ofTrace((String[]) argument, clock.get());
      case LEVEL, DETACH, ATTACH, COMMAND, TRACING_ACTIVE, WORK_COUNTER ->
          throw new IllegalArgumentException("answered before it comes here");
    };
  }

  private static String done(Runnable work) {
    work.run();
    return DONE;
  }
}
