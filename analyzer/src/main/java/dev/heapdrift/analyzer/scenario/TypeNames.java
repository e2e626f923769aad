package dev.heapdrift.analyzer.scenario;

import java.util.ArrayList;
import java.util.List;

/** What a name in a source may mean, as the language looks it up. */
final class TypeNames {
  private TypeNames() {}

  /**
   * Qualified names, the likeliest first.
   *
   * @param name {@code Order}, {@code Order.Line} or {@code com.app.Order}
   * @param in where it stands
   */
  static List<String> of(String name, Source in) {
    List<String> names = new ArrayList<>();
    String first = name.replaceFirst("\\..*", "");
    for (String imported : in.imports()) {
      if (imported.endsWith('.' + first)) {
        names.add(imported + name.substring(first.length()));
      }
    }
    in.type(name).ifPresent(type -> names.add(within(in.packageName(), type.name())));
    names.add(within(in.packageName(), name));
    names.add(within("java.lang", name));
    for (String imported : in.imports()) {
      if (imported.endsWith(".*")) {
        names.add(imported.substring(0, imported.length() - 1) + name);
      }
    }
    names.add(name);
    return names;
  }

  private static String within(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + '.' + name;
  }
}
