package dev.heapdrift.samples.leaks.editchain;

import dev.heapdrift.samples.leaks.OldCollections;
import dev.heapdrift.samples.leaks.Pace;

/**
 * An editor that can undo. Each change knows the one before it, and nothing ever cuts the chain;
 * users undo a few steps at most.
 */
public final class Leaky {
  private static final int UNDONE = 5;

  private Change last;
  private long length;

  /** Makes 1,500 changes a second, and undoes some. */
  public static void main(String[] args) throws InterruptedException {
    Leaky editor = new Leaky();
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
    last = new Change(last, new byte[10 + turn % 10]); // grows: edit-chain
    length += last.text.length;
  }

  private void undo() {
    for (int i = 0; i < UNDONE && last != null; i++) {
      length -= last.text.length;
      last = last.before;
    }
  }

  private static final class Change {
    private final Change before;
    private final byte[] text;

    Change(Change before, byte[] text) {
      this.before = before;
      this.text = text;
    }
  }
}
