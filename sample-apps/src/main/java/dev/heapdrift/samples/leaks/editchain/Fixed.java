package dev.heapdrift.samples.leaks.editchain;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;
import java.util.ArrayDeque;
import java.util.Deque;

/** The same editor; only the latest changes can be undone. */
public final class Fixed {
  private static final int UNDONE = 5;
  private static final int KEPT = 200;

  private final Deque<byte[]> changes = new ArrayDeque<>();
  private long length;

  /** Makes 1,500 changes a second, and undoes some. */
  public static void main(String[] args) throws InterruptedException {
    Fixed editor = new Fixed();
    OldCollections collections = new OldCollections();
    int changes =
        Pace.of(args)
            .run(
                1_500,
                turn -> {
                  editor.type(turn);
                  if (turn % 150 == 149) {
                    editor.undo();
                  }
                  collections.ifDue();
                });
    System.out.println(changes + " changes, " + editor.length + " characters");
  }

  private void type(int turn) {
    byte[] text = new byte[10 + turn % 10];
    length += text.length;
    changes.addLast(text);
    if (changes.size() > KEPT) {
      changes.removeFirst();
    }
  }

  private void undo() {
    for (int i = 0; i < UNDONE && !changes.isEmpty(); i++) {
      length -= changes.removeLast().length;
    }
  }
}
