package dev.heapdrift.analyzer.report;

import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.lines.LinesException;
import dev.heapdrift.analyzer.lines.SourceFinder;
import dev.heapdrift.analyzer.lines.SourceName;
import dev.heapdrift.snapshot.Frame;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where findings stand in a repository: frames name a class and a file, and the tools that show
 * annotations want a path. Not for several threads: what was found is remembered.
 */
public final class SourcePlaces {
  private static final Place NOWHERE = new Place("no-source-known", 0, false, null);

  private final List<Path> folders;
  private final Path project;
  private final Map<SourceName, Optional<Path>> found = new HashMap<>();

  /**
   * Places in folders of sources.
   *
   * @param folders where to look; each must be a folder
   * @param project what paths are made relative to, the root of the repository
   */
  public SourcePlaces(List<Path> folders, Path project) {
    this.folders = List.copyOf(folders);
    this.project = project.toAbsolutePath().normalize();
  }

  /**
   * A line of a source.
   *
   * @param path relative to the project where it lies below it, with slashes; of a file that was
   *     not found, where compilers expect it below a folder of sources
   * @param line from 1; 0 when not known
   * @param found whether the file is there
   * @param frame the frame that names it, or null
   */
  record Place(String path, int line, boolean found, Frame frame) {}

  /**
   * The line that a finding is shown at: the first frame whose source is here, of the inserting
   * one, the application's, and the most frequent stack; else the inserting frame. Where none names
   * a source, a path that says so: GitHub and GitLab refuse whole reports for one result without.
   */
  Place of(Details details) {
    List<Frame> frames = new ArrayList<>();
    frames.add(details.insertionSite());
    frames.add(details.applicationSite());
    details.growthStacks().stream().limit(1).forEach(stack -> frames.addAll(stack.frames()));
    List<Place> places =
        frames.stream().filter(Objects::nonNull).map(this::of).filter(Objects::nonNull).toList();
    boolean sited = details.insertionSite() != null || details.applicationSite() != null;
    return places.stream()
        .filter(Place::found)
        .findFirst()
        .orElse(places.isEmpty() || !sited ? NOWHERE : places.get(0));
  }

  /** The place of a frame; null when it does not name a source. */
  Place of(Frame frame) {
    SourceName source = SourceName.of(frame);
    if (source == null) {
      return null;
    }
    int line = Math.max(0, frame.line());
    return found
        .computeIfAbsent(source, this::search)
        .map(file -> new Place(relative(file), line, true, frame))
        .orElse(new Place(source.path(), line, false, frame));
  }

  private Optional<Path> search(SourceName source) {
    try {
      return folders.isEmpty() ? Optional.empty() : Optional.of(SourceFinder.find(folders, source));
    } catch (LinesException | InvalidPathException e) {
      return Optional.empty(); // a class file may name its source as it likes
    }
  }

  private String relative(Path file) {
    Path full = file.toAbsolutePath().normalize();
    Path shown = full.startsWith(project) ? project.relativize(full) : full;
    return shown.toString().replace('\\', '/');
  }
}
