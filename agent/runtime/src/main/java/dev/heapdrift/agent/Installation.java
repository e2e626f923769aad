package dev.heapdrift.agent;

import dev.heapdrift.agent.alloc.Tracing;
import dev.heapdrift.agent.growth.ArrayGrowthTransformer;
import dev.heapdrift.agent.growth.JdkHooks;
import dev.heapdrift.agent.growth.LoadedClasses;
import dev.heapdrift.agent.heap.FieldNames;
import dev.heapdrift.agent.instances.InstanceTable;
import dev.heapdrift.agent.options.AgentOptions;
import dev.heapdrift.hooks.Door;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * What premain has put into the JVM, and how to take it out again.
 *
 * @param options what was asked for
 * @param instrumentation the JVM's
 * @param fieldNames fields of the application's classes, collected as these load
 * @param jdk the hooks in the JDK's classes
 * @param arrays the hooks in the application's classes
 * @param loadedBefore application classes that were loaded before those hooks
 * @param tracing the hooks behind allocations, if there are any yet
 * @param nanos how long installing took
 */
record Installation(
    AgentOptions options,
    Instrumentation instrumentation,
    FieldNames fieldNames,
    JdkHooks jdk,
    ArrayGrowthTransformer arrays,
    LoadedClasses loadedBefore,
    Tracing tracing,
    long nanos)
    implements AutoCloseable {

  /**
   * Hooks what makes threads, class loaders, buffers and things to be closed. None of these is a
   * leak by its first instances, so the application's start does not wait for it.
   */
  void followInstances() {
    jdk.hook(InstanceTable.hooks());
  }

  /** What these hooks do not see, one sentence each. */
  List<String> notSeen() {
    List<String> all = new ArrayList<>(options.notSeen());
    all.addAll(jdk.missing());
    all.addAll(tracing.notSeen());
    if (arrays.failed() > 0) {
      all.add(arrays.failed() + " application classes: their arrays could not be hooked");
    }
    if (arrays.blindLoaders() > 0) {
      all.add(
          arrays.blindLoaders() + " class loaders: they filter java.lang and do not find the door");
    }
    return all;
  }

  /** Closes the door and removes every hook; what remains is a door that does nothing. */
  @Override
  public void close() {
    Door.open(false);
    tracing.close();
    arrays.close();
    jdk.close();
  }
}
