package dev.heapdrift.agent.survivors;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Our recording of {@code jdk.OldObjectSample}, kept in memory; the only class that starts the
 * flight recorder. Load it only where {@link RecorderSupport#obstacle} is null.
 *
 * <p>The event's cutoff is 0: the search for paths to roots would stop the application for seconds.
 *
 * <p>At the JVM's exit nobody can dump any more, for the recorder's own shutdown hook runs before
 * or beside ours and ends all recordings. So the recording has a destination, to which that hook
 * writes; {@link #awaitExitFile} waits for it.
 */
final class JfrRecording implements AutoCloseable {
  /** The event that is recorded. */
  static final String EVENT = "jdk.OldObjectSample";

  private static final String NAME = "heapdrift";
  private static final String PREFIX = "heapdrift-";
  private static final String SUFFIX = ".jfr";
  private static final long POLL_NANOS = 2_000_000;

  private final Recording recording;
  private final Path exitFile;
  private final OwnThread own;

  private JfrRecording(Recording recording, Path exitFile, OwnThread own) {
    this.recording = recording;
    this.exitFile = exitFile;
    this.own = own;
  }

  /** Reads one of the recorder's files. */
  interface Reader {
    /** Reads it all; the file is deleted thereafter. */
    List<SurvivorSample> read(Path file) throws IOException;
  }

  /**
   * Starts recording.
   *
   * @param jvm opens the recorder's internals
   * @throws IOException when the temporary folder cannot be written to
   * @throws IllegalStateException when the recorder cannot be started
   */
  static JfrRecording start(Instrumentation jvm) throws IOException {
    Path exitFile = Files.createTempFile(PREFIX, SUFFIX);
    Recording recording = null;
    try {
      recording = new Recording();
      recording.setName(NAME);
      recording.setToDisk(false);
      recording.enable(EVENT).withStackTrace().with("cutoff", "0 ns");
      recording.setDestination(exitFile);
      recording.setDumpOnExit(true);
      recording.start();
      return new JfrRecording(recording, exitFile, OwnThread.open(jvm));
    } catch (IOException | RuntimeException e) {
      if (recording != null) {
        recording.close();
      }
      Files.deleteIfExists(exitFile);
      throw e;
    }
  }

  /** Whether somebody else records in this JVM, or has asked to. Does not start the recorder. */
  static boolean othersRecord() {
    if (!FlightRecorder.isInitialized()) {
      return false;
    }
    for (Recording any : FlightRecorder.getFlightRecorder().getRecordings()) {
      boolean active =
          any.getState() == RecordingState.RUNNING || any.getState() == RecordingState.DELAYED;
      if (active && !NAME.equals(any.getName())) {
        return true;
      }
    }
    return false;
  }

  /** What is alive now, or has not been collected yet. The file that it takes is deleted. */
  List<SurvivorSample> dump(Reader reader) throws IOException {
    Path file = Files.createTempFile(PREFIX, SUFFIX);
    try {
      recording.dump(file);
      return own.unsampled(() -> reader.read(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** This thread, of whose work not everything is to be sampled. */
  OwnThread own() {
    return own;
  }

  /** Gives up all samples: disabled, the event has no queue, and gets an empty one when enabled. */
  void renew() {
    recording.disable(EVENT);
    recording.enable(EVENT); // with the stack traces and the cutoff of before
  }

  /**
   * What was alive when the JVM began to exit; once only, and only while it exits.
   *
   * @param millis how long to wait for the recorder's shutdown hook
   * @return null when it was not done in time
   */
  List<SurvivorSample> awaitExitFile(Reader reader, long millis) throws IOException {
    long deadline = System.nanoTime() + millis * 1_000_000;
    try {
      while (recording.getState() == RecordingState.RUNNING) { // stopped only when written
        if (System.nanoTime() >= deadline) {
          return null;
        }
        LockSupport.parkNanos(this, POLL_NANOS);
      }
      return reader.read(exitFile);
    } finally {
      Files.deleteIfExists(exitFile);
    }
  }

  /** Ends the recording and forgets it. Does nothing when the JVM's exit has ended it. */
  @Override
  public void close() throws IOException {
    recording.setDestination(null); // else closing would write to it
    recording.close();
    Files.deleteIfExists(exitFile);
  }
}
