package dev.heapdrift.agent.owner;

/** What an element is to its container. */
enum ElementKind implements Step {
  /** Of an array, list, set or queue. */
  ITEM("[*]"),
  /** A key of a map. */
  KEY("{key}"),
  /** A value of a map. */
  VALUE("{value}");

  final String printed;

  ElementKind(String printed) {
    this.printed = printed;
  }
}
