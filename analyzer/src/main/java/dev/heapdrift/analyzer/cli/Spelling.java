package dev.heapdrift.analyzer.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The constants of an option as people type them: in lower case, in the help, in completions and in
 * what is said of a wrong one. Any case is understood.
 *
 * @param constants in the order of the help
 */
record Spelling(List<? extends Enum<?>> constants)
    implements ITypeConverter<Object>, Iterable<String> {

  /** Has a command, and all below it, spell so. */
  static void teach(CommandLine line) {
    line.getSubcommands().values().forEach(Spelling::teach);
    CommandSpec command = line.getCommandSpec();
    for (ArgSpec arg : List.copyOf(command.args())) {
      if (arg.type().isEnum()) {
        command.remove(arg);
        command.add(spelt(arg, of(arg.type())));
      }
    }
  }

  private static ArgSpec spelt(ArgSpec arg, Spelling spelling) {
    return arg instanceof OptionSpec option
        ? OptionSpec.builder(option).converters(spelling).completionCandidates(spelling).build()
        : PositionalParamSpec.builder((PositionalParamSpec) arg)
            .converters(spelling)
            .completionCandidates(spelling)
            .build();
  }

  private static Spelling of(Class<?> type) {
    return new Spelling(
        Arrays.stream(type.getEnumConstants()).map(constant -> (Enum<?>) constant).toList());
  }

  @Override
  public Object convert(String text) {
    for (Enum<?> constant : constants) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw new TypeConversionException("'" + text + "' is none of " + String.join(", ", this));
  }

  @Override
  public Iterator<String> iterator() {
    return constants.stream().map(constant -> constant.name().toLowerCase(Locale.ROOT)).iterator();
  }
}
