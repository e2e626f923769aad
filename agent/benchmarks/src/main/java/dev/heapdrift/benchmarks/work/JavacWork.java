package dev.heapdrift.benchmarks.work;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a class of sixty lines in memory; the class files are thrown away. */
final class JavacWork implements Workload {

  private static final int METHODS = 4;

  private final JavaCompiler compiler;
  private final JavaFileManager files;
  private final List<JavaFileObject> sources = List.of(new Source("Sample", source()));

  JavacWork() {
    compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("this Java has no compiler");
    }
    files = new NoOutput(compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8));
  }

  @Override
  public long unit() {
    List<String> options = List.of("-proc:none", "-Xlint:none");
    if (!compiler.getTask(Writer.nullWriter(), files, null, options, null, sources).call()) {
      throw new IllegalStateException("the sample does not compile");
    }
    return sources.size();
  }

  private static String source() {
    StringBuilder text = new StringBuilder("import java.util.*;\npublic class Sample {\n");
    for (int i = 0; i < METHODS; i++) {
      text.append(
          """
            record Item%1$d(String name, int count, List<String> tags) {}
            static Map<String, List<Item%1$d>> group%1$d(Collection<Item%1$d> items) {
              Map<String, List<Item%1$d>> groups = new TreeMap<>();
              for (Item%1$d item : items) {
                for (String tag : item.tags()) {
                  groups.computeIfAbsent(tag, t -> new ArrayList<>()).add(item);
                }
              }
              return groups;
            }
            static int total%1$d(Map<String, List<Item%1$d>> groups) {
              return groups.values().stream().flatMap(List::stream)
                  .mapToInt(item -> item.count() * %1$d + item.name().length()).sum();
            }
          """
              .formatted(i));
    }
    return text.append("}\n").toString();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class NoOutput extends ForwardingJavaFileManager<JavaFileManager> {
    NoOutput(JavaFileManager inner) {
      super(inner);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("null:///" + name + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() throws IOException {
          return OutputStream.nullOutputStream();
        }
      };
    }
  }
}
