package dev.heapdrift.api;

import dev.heapdrift.snapshot.Owner;

/**
 * An owner as the agent hands it over in JDK types: path, kind, holder, what declares a limit, and
 * the limit in entries; empty where not known.
 */
final class PrintedOwner {

  private PrintedOwner() {}

  /** The owner that these words tell. */
  static Owner parse(String[] words) {
    String holder = words[2].isEmpty() ? null : words[2];
    Owner.Limit limit =
        words[3].isEmpty() ? null : new Owner.Limit(words[3], Long.parseLong(words[4]));
    return new Owner(words[0], Owner.Kind.valueOf(words[1]), holder, limit);
  }
}
