package dev.heapdrift.samples.leaks.framebuffers;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A video stream that keeps what it has sent until it is acknowledged. An acknowledgement names the
 * last frame of a group; only that one is taken out.
 */
public final class Leaky {
  private static final int FRAME = 16 << 10;
  private static final int GROUP = 10;

  private final NavigableMap<Integer, ByteBuffer> sent = new TreeMap<>();

  private Leaky() {}

  /** Twenty frames a second; the receiver acknowledges each group of ten by its last. */
  public static void main(String[] args) throws InterruptedException {
    Leaky stream = new Leaky();
    OldCollections collections = new OldCollections(700);
    int frames =
        Pace.of(args)
            .run(
                20,
                turn -> {
                  stream.send(turn);
                  collections.ifDue();
                });
    System.out.println(frames + " frames sent, the last acknowledged");
  }

  private void send(int turn) {
    sent.put(turn, ByteBuffer.allocateDirect(FRAME)); // grows: frame-buffers
    sent.get(turn).putInt(turn);
    if (turn % GROUP == GROUP - 1) {
      acknowledged(turn);
    }
  }

  private void acknowledged(int last) {
    sent.remove(last);
  }
}
