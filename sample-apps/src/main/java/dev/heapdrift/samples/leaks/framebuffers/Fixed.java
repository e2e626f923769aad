package dev.heapdrift.samples.leaks.framebuffers;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The same stream; what is acknowledged with the last frame of a group is taken out with it. */
public final class Fixed {
  private static final int FRAME = 16 << 10;
  private static final int GROUP = 10;

  private final NavigableMap<Integer, ByteBuffer> sent = new TreeMap<>();

  private Fixed() {}

  /** Twenty frames a second; the receiver acknowledges each group of ten by its last. */
  public static void main(String[] args) throws InterruptedException {
    Fixed stream = new Fixed();
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
    sent.put(turn, ByteBuffer.allocateDirect(FRAME));
    sent.get(turn).putInt(turn);
    if (turn % GROUP == GROUP - 1) {
      acknowledged(turn);
    }
  }

  private void acknowledged(int last) {
    sent.headMap(last, true).clear();
  }
}
