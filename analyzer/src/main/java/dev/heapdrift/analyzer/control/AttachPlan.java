package dev.heapdrift.analyzer.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an attached agent will write, and what it is told. Its jar lies in the same folder as long
 * as it runs.
 *
 * @param folder absolute; made for this user only when it was missing
 * @param options the agent's, the folder among them
 * @param made whether the folder was made for this
 */
public record AttachPlan(Path folder, String options, boolean made) {
  private static final Pattern SNAPSHOTS = Pattern.compile("(?:^|,)snapshots=([^,]*)");
  private static final Pattern ANALYZER = Pattern.compile("(?:^|,)analyzer=");

  /** Bytes of what names the analyzer and the folder: a request to a JVM takes 1,024 in all. */
  private static final int MOST_BYTES = 600;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /**
   * Takes the folder out of the options, or a fresh one, and makes it.
   *
   * @param given options as the user wrote them, or null
   * @param here what a relative folder is relative to: the other JVM may run elsewhere
   * @param pid of that JVM
   * @param now the time
   * @throws AttachException when the folder cannot be made
   */
  public static AttachPlan of(String given, Path here, long pid, LocalDateTime now)
      throws AttachException {
    String options = given == null ? "" : given;
    Matcher named = SNAPSHOTS.matcher(options);
    boolean chosen = named.find();
    String name = chosen ? named.group(1) : "heapdrift-" + pid + '-' + STAMP.format(now);
    String others = (chosen ? named.replaceFirst("") : options).replaceFirst("^,", "");
    Path folder = here.toAbsolutePath().resolve(name).normalize();
    if (folder.toString().matches(".*[,=].*")) {
      throw new AttachException(
          "the folder's path must have no comma and no = in it: "
              + folder
              + "; name another by snapshots=DIR");
    }
    boolean made = make(folder);
    return new AttachPlan(
        folder, (others.isEmpty() ? "" : others + ',') + "snapshots=" + folder, made);
  }

  /**
   * The same with a jar that the agent may have its findings judged by. Without it where the user
   * names one, and where its path would not do: the agent needs none to start.
   *
   * @param jar with the analyzer, or null
   */
  public AttachPlan judgedBy(Path jar) {
    String more = options + ",analyzer=" + jar;
    boolean fits = bytes(more) + bytes(folder.toString()) <= MOST_BYTES;
    boolean usable = jar != null && !jar.toString().matches(".*[,=].*") && fits;
    return usable && !ANALYZER.matcher(options).find() ? new AttachPlan(folder, more, made) : this;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean make(Path folder) throws AttachException {
    try {
      boolean missing = !Files.isDirectory(folder);
      if (missing) {
        Files.createDirectories(folder, ownersOnly());
      }
      return missing;
    } catch (IOException e) {
      throw new AttachException(
          "cannot make the folder " + folder + ", name one by snapshots=DIR", e);
    }
  }

  private static FileAttribute<?>[] ownersOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
