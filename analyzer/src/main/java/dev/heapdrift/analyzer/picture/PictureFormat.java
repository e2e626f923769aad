package dev.heapdrift.analyzer.picture;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Kinds of picture files. */
public enum PictureFormat {
  /** Vectors, for browsers and documents. */
  SVG,
  /** A bitmap, with two pixels for each unit of the layout. */
  PNG;

  /** The kind that a file's name asks for by its ending. */
  public static Optional<PictureFormat> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (PictureFormat format : values()) {
      if (name.endsWith('.' + format.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
