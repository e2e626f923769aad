package dev.heapdrift.agent.metrics;

import dev.heapdrift.agent.files.OwnFiles;
import dev.heapdrift.agent.files.OwnFiles.Readers;
import dev.heapdrift.agent.metrics.Family.Label;
import dev.heapdrift.snapshot.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * The file of metrics, replaced at once by each {@link #write}. Another user reads it, and so it is
 * for everybody to read. Belongs to the agent's thread.
 */
public final class MetricsFile {
  private final Path file;
  private final Label app;
  private final int most;

  /**
   * Names the file; nothing is written yet.
   *
   * @param file where to; its name without the extension becomes the label {@code app}, which tells
   *     the JVMs of one machine apart
   * @param most values of each metric that has one for each place of the program
   */
  public MetricsFile(Path file, int most) {
    this.file = file.toAbsolutePath();
    this.most = most;
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    this.app = new Label("app", dot <= 0 ? name : name.substring(0, dot));
  }

  /**
   * Writes the figures of a snapshot in place of those before.
   *
   * @throws IOException when the file is not one of ours, or cannot be written; then it stays as it
   *     was
   */
  public void write(Snapshot taken) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs()) {
      throw new FileAlreadyExistsException(
          file.toString(), null, "holds no metrics of heapdrift and is not overwritten");
    }
    byte[] text =
        OpenMetrics.print(app, SnapshotMetrics.of(taken, most)).getBytes(StandardCharsets.UTF_8);
    OwnFiles.write(
        file,
        Readers.EVERYBODY,
        out -> out.write(text),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** A link is not ours, wherever it leads. */
  private boolean isOurs() throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte[] begin = OpenMetrics.BEGIN.getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Arrays.equals(in.readNBytes(begin.length), begin);
    }
  }
}
