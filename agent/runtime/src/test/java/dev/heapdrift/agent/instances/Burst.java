package dev.heapdrift.agent.instances;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes many threads and buffers that end at once, beside threads that never do. */
final class Burst {
  static final int THREADS = 20_000;
  static final int BUFFERS = 80_000;
  static final int LEFT = 30;

  private Burst() {}

  public static void main(String[] args) throws InterruptedException {
    List<Thread> left = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> {});
      thread.start();
      thread.join();
      for (int b = 0; b < BUFFERS / THREADS; b++) {
        sum += ByteBuffer.allocateDirect(1 + b).capacity();
      }
      if (i % (THREADS / LEFT) == 0) {
        left.add(leave());
      }
    }
    System.out.println("made " + sum);
    System.gc(); // what is gone is gone, however rarely a slow machine collects
    System.exit(left.size() < LEFT ? 1 : 0);
  }

  private static Thread leave() {
    Thread thread = new EveryInstance.Sleeper();
    thread.start();
    return thread;
  }
}
