package dev.heapdrift.agent.growth;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.objectweb.asm.ClassReader;

/**
 * Hooks a class of our own and throws it away, beside the thread that installs the agent: so the
 * first classes hooked, the JDK's and the application's, do not wait for a class library to be read
 * and verified.
 *
 * <p>Not a lambda, for the first one of a JVM costs more than all the hooks.
 */
public final class Rehearsal implements Runnable {

  private Rehearsal() {}

  /** Begins, on a thread of its own; nobody needs to wait for it. */
  public static void begin() {
    Thread thread = new Thread(new Rehearsal(), "heapdrift-rehearsal");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    String piece = "/" + Piece.class.getName().replace('.', '/') + ".class";
    try (InputStream in = Rehearsal.class.getResourceAsStream(piece)) {
      if (in != null) {
        ArrayHooker.hook(new ClassReader(in.readAllBytes()));
      }
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      return; // then the first class hooked pays
    }
  }

  /** What is hooked. No branch: as of Java 5 it has no frames. */
  static final class Piece {
    private static Object[] shared = new Object[0];
    private final AtomicReference<Object[]> swapped = new AtomicReference<>(shared);
    private Object[] items = shared;

    boolean grow() {
      shared = new Object[1];
      items = Arrays.copyOf(items, items.length + 1);
      return swapped.compareAndSet(shared, items);
    }
  }
}
