package dev.heapdrift.samples.leaks.pluginloaders;

import java.util.function.Supplier;

/** What is loaded again and again. Public, since its host lives in another loader. */
public final class Plugin implements Supplier<String> {
  private final StringBuilder served = new StringBuilder();

  /** A plugin that has served nobody. */
  public Plugin() {}

  @Override
  public String get() {
    return served.append('x').toString();
  }
}
