package dev.heapdrift.analyzer.scenario;

import java.nio.file.Path;
import java.util.List;

/** A test of a finding, or what is missing for one. */
public sealed interface Scenario {

  /**
   * A test.
   *
   * @param packageName where it belongs; empty for the unnamed package
   * @param className its simple name
   * @param text of the source file
   */
  record Test(String packageName, String className, String text) implements Scenario {

    /** The file below a folder of tests. */
    public Path file(Path folder) {
      return folder.resolve(packageName.replace('.', '/')).resolve(className + ".java");
    }
  }

  /**
   * The evidence does not suffice.
   *
   * @param reasons one clause for each method that was looked at, the innermost first; at least one
   */
  record Missing(List<String> reasons) implements Scenario {
    /** Copies the list. */
    public Missing {
      reasons = List.copyOf(reasons);
    }
  }
}
