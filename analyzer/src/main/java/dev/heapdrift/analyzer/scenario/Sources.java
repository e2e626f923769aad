package dev.heapdrift.analyzer.scenario;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.heapdrift.analyzer.lines.LinesException;
import dev.heapdrift.analyzer.lines.SourceFinder;
import dev.heapdrift.analyzer.lines.SourceName;
import dev.heapdrift.snapshot.Frame;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sources of an application, found by the names that frames and types have. */
final class Sources {
  private final List<Path> folders;
  private final Map<SourceName, Optional<Source>> parsed = new HashMap<>();

  Sources(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Whether this JVM has a compiler to parse with: only a JDK does. */
  static boolean readable() {
    return ToolProvider.getSystemJavaCompiler() != null;
  }

  /** The source of a frame; empty where it is not in the folders, or not Java. */
  Optional<Source> of(Frame frame) {
    SourceName name = SourceName.of(frame);
    return name == null ? Optional.empty() : of(name);
  }

  /**
   * A class by its qualified name.
   *
   * @param name {@code com.app.Orders.Line}; what begins with a small letter is a package
   */
  Optional<Found> type(String name) {
    int dot = 0;
    while (dot < name.length() && !Character.isUpperCase(name.charAt(dot))) {
      int next = name.indexOf('.', dot);
      dot = next < 0 ? name.length() : next + 1;
    }
    if (dot == name.length()) {
      return Optional.empty();
    }
    String packageName = name.substring(0, Math.max(0, dot - 1));
    String type = name.substring(dot);
    String file = type.replaceFirst("\\..*", "") + ".java";
    return of(new SourceName(packageName, file))
        .flatMap(source -> source.type(type).map(found -> new Found(source, found)));
  }

  /** A class and where it is declared. */
  record Found(Source source, Declared type) {}

  private Optional<Source> of(SourceName name) {
    return parsed.computeIfAbsent(name, this::read);
  }

  private Optional<Source> read(SourceName name) {
    if (folders.isEmpty() || !name.file().endsWith(".java")) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(SourceFinder.find(folders, name)));
    } catch (LinesException | IOException | InvalidPathException e) {
      return Optional.empty(); // as if it were not here
    }
  }

  private static Source parse(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  files,
                  problem -> {}, // what does not parse has no methods
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjects(file));
      CompilationUnitTree unit = task.parse().iterator().next();
      return new Source(unit, Trees.instance(task).getSourcePositions());
    }
  }
}
