package dev.heapdrift.analyzer.cli;

import java.util.Locale;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option is not on the command line: the system property {@code heapdrift.leaks.format},
 * then the environment variable {@code HEAPDRIFT_LEAKS_FORMAT}, then its default.
 */
final class OutsideDefaults implements IDefaultValueProvider {
  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String key = path(option.command()) + '.' + option.longestName().replaceFirst("^-+", "");
    String property = System.getProperty(key);
    return property != null
        ? property
        : System.getenv(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
  }

  private static String path(CommandSpec command) {
    return command.qualifiedName(".");
  }
}
