package dev.heapdrift.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * No class of ours is loaded or initialised on a thread that only meets our hooks. The JVM's own
 * log of class loading tells, with the native id of the loading thread.
 */
@EnabledOnOs(OS.LINUX) // native thread ids are read from /proc
class HookedThreadLoadsNothingIT {

  @Test
  void aThreadThatOnlyGrowsCollectionsLoadsNoClassOfOurs(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("classes.log");
    SpawnedJvm.Result result =
        SpawnedJvm.of(GrowOnAThread.class)
            .jvm("-Xlog:class+load=info,class+init=info:file=" + log + ":tid")
            .agent("interval=500ms,snapshots=" + folder.resolve("snapshots"))
            .run()
            .succeeded();
    String thread = "[" + result.out().get(0) + "]";
    List<String> ofThread =
        Files.readAllLines(log).stream().filter(line -> line.startsWith(thread)).toList();

    assertThat(result.err()).as("the agent has started").isEmpty();
    assertThat(folder.resolve("snapshots")).isNotEmptyDirectory();
    assertThat(ofThread).as("the log names the thread: it loads the marker").isNotEmpty();
    assertThat(ofThread)
        .noneMatch(
            line -> line.contains("heapdrift.") && !line.contains("HookedThreadLoadsNothingIT"))
        .noneMatch(line -> line.contains("HeapdriftDoor"));
  }

  /** Grows one structure of each kind on a fresh thread whose native id it prints first. */
  static final class GrowOnAThread {
    private static final int ENTRIES = 50_000;

    private GrowOnAThread() {}

    public static void main(String[] args) throws InterruptedException {
      Thread thread = new Thread(GrowOnAThread::grow);
      thread.start();
      thread.join();
    }

    private static void grow() {
      try {
        System.out.println(Path.of("/proc/thread-self").toRealPath().getFileName());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      Marker.touch();
      var maps =
          List.of(new HashMap<Integer, Integer>(), new ConcurrentHashMap<Integer, Integer>());
      var tree = new TreeMap<Integer, Integer>();
      var lists =
          List.of(
              new ArrayList<Integer>(),
              new ArrayDeque<Integer>(),
              new LinkedBlockingQueue<Integer>());
      for (int i = 0; i < ENTRIES; i++) {
        int entry = i;
        maps.forEach(map -> map.put(entry, entry));
        lists.forEach(list -> list.add(entry));
        tree.put(entry, entry);
      }
      var copied = new CopyOnWriteArrayList<Integer>();
      for (int i = 0; i < ENTRIES / 20; i++) {
        copied.add(i);
      }
      new Inflater().end(); // of those that are followed by the place that makes them
      System.out.println(maps.get(0).size() + lists.get(0).size() + tree.size() + copied.size());
    }
  }

  /** Loaded on the hooked thread, so that the test sees that the log tells threads apart. */
  static final class Marker {
    private Marker() {}

    static void touch() {}
  }
}
