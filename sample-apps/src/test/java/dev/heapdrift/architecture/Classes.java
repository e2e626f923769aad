package dev.heapdrift.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The compiled classes of every module that ships, without its tests. */
final class Classes {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  static final List<String> MODULES =
      List.of(
          "agent/hooks",
          "agent/snapshot",
          "agent/api",
          "agent/runtime",
          "analyzer",
          "agent/junit",
          "agent/maven-plugin",
          "sample-apps");

  private Classes() {}

  static JavaClasses all() {
    List<Path> folders =
        MODULES.stream().map(module -> ROOT.resolve(module).resolve("target/classes")).toList();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(folder + " is missing: build all modules");
      }
    }
    return new ClassFileImporter().importPaths(folders);
  }
}
