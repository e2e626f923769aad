package dev.heapdrift.agent.instances;

import java.io.FileInputStream;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Makes everything that is followed, keeps one of each and ends one, again and again until a line
 * comes in; then says how many of each there were, and ends with the next line.
 */
@SuppressWarnings("StreamResourceLeak") // that one is left open is what is to be noticed
final class EveryInstance {
  /** No more file handles than most systems allow. */
  private static final int MOST = 150;

  static final int BYTES = 5000;

  /** What is kept must live until the last snapshot. */
  static final List<Object> HELD = new ArrayList<>();

  /** Fewer than the door lets through per tick and place. */
  private static final int BATCH = 2;

  /** Until the door has tokens again; on a busy machine the agent hands them out later. */
  private static final long TICKS_MILLIS = 150;

  private static final long LATER_MILLIS = 10;

  private static final Cleaner CLEANER = Cleaner.create();

  private final Path file;

  private EveryInstance(Path file) {
    this.file = file;
  }

  public static void main(String[] args) throws Exception {
    Path file = Files.createTempFile("every", ".bin");
    file.toFile().deleteOnExit();
    Files.write(file, new byte[BYTES]);
    EveryInstance every = new EveryInstance(file);
    int made = 0;
    for (; made < MOST && System.in.available() == 0; made++) {
      every.keep();
      every.end();
      if (made % BATCH == 0) {
        TimeUnit.MILLISECONDS.sleep(TICKS_MILLIS + made * LATER_MILLIS);
      }
    }
    awaitLine();
    System.gc(); // what was dropped is gone, and the rest is known to be held
    System.out.println("made " + made);
    awaitLine();
    System.exit(0);
  }

  private static void awaitLine() throws IOException {
    for (int c = System.in.read(); c != '\n'; c = System.in.read()) {
      if (c == -1) {
        System.exit(1);
      }
    }
  }

  private void keep() throws IOException {
    Sleeper sleeper = new Sleeper();
    sleeper.start();
    ExecutorService pool = Executors.newSingleThreadExecutor(Pooled::new);
    pool.execute(() -> {});
    HELD.add(pool);
    HELD.add(new URLClassLoader(new URL[0]));
    HELD.add(ByteBuffer.allocateDirect(BYTES));
    HELD.add(new FileInputStream(file.toFile()));
    HELD.add(SocketChannel.open());
    HELD.add(new ServerSocket(0));
    HELD.add(new Inflater());
    HELD.add(new Deflater());
    HELD.add(Files.newDirectoryStream(file.getParent()));
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    HELD.add(channel);
    HELD.add(channel.map(MapMode.READ_ONLY, 0, BYTES));
    HELD.add(new Cleaned());
  }

  /** The collector ends loaders and buffers; all else is closed, or runs out. */
  private void end() throws IOException, InterruptedException {
    Thread thread = new Sleeper();
    thread.start();
    LockSupport.unpark(thread);
    thread.interrupt();
    thread.join();
    ExecutorService pool = Executors.newSingleThreadExecutor(Pooled::new);
    pool.execute(() -> {});
    pool.shutdown();
    Object loader = new URLClassLoader(new URL[0]);
    ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);
    new FileInputStream(file.toFile()).close();
    SocketChannel.open().close();
    new ServerSocket(0).close();
    new Inflater().end();
    new Deflater().end();
    Files.newDirectoryStream(file.getParent()).close();
    Object cleaned = new Cleaned();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      buffer.put(channel.map(MapMode.READ_ONLY, 0, BYTES));
    }
    if (loader.equals(buffer) || loader.equals(cleaned)) {
      throw new IllegalStateException(); // all were in use until here
    }
  }

  /** Runs until it is interrupted, or the JVM ends. */
  static final class Sleeper extends Thread {
    Sleeper() {
      setDaemon(true);
    }

    @Override
    public void run() {
      while (!isInterrupted()) {
        LockSupport.park(this);
      }
    }
  }

  /** Cleaned up after by an action that does not know it. */
  static final class Cleaned {
    Cleaned() {
      CLEANER.register(this, () -> {});
    }
  }

  /** Of a pool: on newer JDKs started by another method. */
  static final class Pooled extends Thread {
    Pooled(Runnable work) {
      super(work);
      setDaemon(true);
    }
  }
}
