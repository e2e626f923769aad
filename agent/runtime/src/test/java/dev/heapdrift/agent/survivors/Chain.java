package dev.heapdrift.agent.survivors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;

/**
 * Links nodes for so many seconds, or until it is told to stop by a line on its standard input,
 * with garbage and old collections between; its second argument may be {@code recording}: then it
 * makes a flight recording of its own.
 */
final class Chain {
  private static final int OLD_COLLECTION_TURNS = 100;

  private static Node last;
  private static List<byte[]> garbage = new ArrayList<>();

  private Chain() {}

  /**
   * A node, of a quarter of all bytes that are allocated: what opens a new buffer is sampled, so
   * that small objects beside large ones rarely are.
   */
  static final class Node {
    final Node before;
    long left;
    long top;
    long width;
    long height;
    long layer;
    long colour;
    long opacity;
    long angle;

    Node(Node before) {
      this.before = before;
    }
  }

  public static void main(String[] args) throws IOException {
    if (args.length > 1 && args[1].equals("recording")) {
      OwnRecording.start();
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(args[0]));
    for (int turn = 1; System.nanoTime() < end && System.in.available() == 0; turn++) {
      link();
      if (turn % OLD_COLLECTION_TURNS == 0) {
        System.gc();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    if (args.length > 1) {
      System.out.println("own recording " + OwnRecording.state());
    }
  }

  /** Apart, so that a JVM without the module can run the rest. */
  private static final class OwnRecording {
    private static final Recording OWN = new Recording();

    private OwnRecording() {}

    static void start() {
      OWN.setName("the application's");
      OWN.enable("jdk.CPULoad");
      OWN.start();
    }

    static String state() {
      return OWN.getState().name();
    }
  }

  private static void link() {
    garbage = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      last = new Node(last);
      garbage.add(new byte[200]);
    }
  }
}
