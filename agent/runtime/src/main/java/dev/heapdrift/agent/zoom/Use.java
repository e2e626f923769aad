package dev.heapdrift.agent.zoom;

/** What a counted call does to the container. */
enum Use {
  /** Puts something in. */
  INSERTION,
  /** Reads an entry or asks for one. */
  LOOKUP,
  /** Takes something out. */
  REMOVAL,
  /** Runs the method that should take out what another one puts in. */
  COUNTERPART;

  /** Whether the result of the call tells if there was an entry. */
  boolean asks() {
    return this == LOOKUP || this == REMOVAL;
  }
}
