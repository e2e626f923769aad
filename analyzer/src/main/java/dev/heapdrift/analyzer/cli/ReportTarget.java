package dev.heapdrift.analyzer.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A report to write into a file, {@code sarif=build/leaks.sarif}.
 *
 * @param format of what
 * @param file where to; it is replaced
 */
record ReportTarget(GateFormat format, Path file) {

  /** Reads one from the command line. */
  static final class Converter implements ITypeConverter<ReportTarget> {
    @Override
    public ReportTarget convert(String text) {
      int equals = text.indexOf('=');
      if (equals < 0 || equals == text.length() - 1) {
        throw new TypeConversionException("must be FORMAT=FILE, not " + text);
      }
      try {
        return new ReportTarget(
            format(text.substring(0, equals)), Path.of(text.substring(equals + 1)));
      } catch (InvalidPathException e) {
        throw new TypeConversionException("not a file's name: " + e.getMessage());
      }
    }

    private static GateFormat format(String name) {
      return Arrays.stream(GateFormat.values())
          .filter(format -> format.name().equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "no format is called "
                          + name
                          + "; known are "
                          + Arrays.stream(GateFormat.values())
                              .map(format -> format.name().toLowerCase(Locale.ROOT))
                              .collect(Collectors.joining(", "))));
    }
  }
}
