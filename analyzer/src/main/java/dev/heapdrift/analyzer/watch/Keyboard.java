package dev.heapdrift.analyzer.watch;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Keys of a terminal as they are pressed, by {@code stty}, which every Unix has; and the terminal's
 * size. Closing it, or the end of this JVM, gives the terminal back as it was.
 */
public final class Keyboard implements AutoCloseable {
  private static final Path TERMINAL = Path.of("/dev/tty");
  private static final long POLL_MILLIS = 30;

  private final InputStream keys;
  private final String before;
  private final Thread exit = new Thread(this::restore, "heapdrift-terminal");

  private Keyboard(InputStream keys, String before) {
    this.keys = keys;
    this.before = before;
    Runtime.getRuntime().addShutdownHook(exit);
  }

  /** Takes the terminal over. */
  public static Keyboard open() throws IOException {
    String before = stty("-g");
    stty("-icanon", "-echo", "min", "1");
    return new Keyboard(new FileInputStream(TERMINAL.toFile()), before);
  }

  /**
   * Waits for a key.
   *
   * @param millis longest wait
   * @return the key, or -1 when none was pressed
   */
  public int await(long millis) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (keys.available() == 0) {
      if (System.nanoTime() > deadline) {
        return -1;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return keys.read();
  }

  /** Rows and columns of the terminal; 24 and 80 where it does not tell. */
  public static int[] size() {
    try {
      String[] size = stty("size").split(" ", 2);
      int rows = Integer.parseInt(size[0]);
      int columns = Integer.parseInt(size[1]);
      return rows > 0 && columns > 0 ? new int[] {rows, columns} : new int[] {24, 80};
    } catch (IOException | RuntimeException untold) {
      return new int[] {24, 80};
    }
  }

  private static String stty(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = "stty";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process =
        new ProcessBuilder(command)
            .redirectInput(TERMINAL.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      byte[] said = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new IOException("this terminal does not give single keys");
      }
      return new String(said, StandardCharsets.US_ASCII).strip();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void restore() {
    try {
      stty(before);
    } catch (IOException e) {
      return; // the terminal is gone
    }
  }

  @Override
  public void close() throws IOException {
    restore();
    Runtime.getRuntime().removeShutdownHook(exit);
    keys.close();
  }
}
