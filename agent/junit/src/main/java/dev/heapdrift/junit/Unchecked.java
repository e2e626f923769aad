package dev.heapdrift.junit;

/** Throws on what code under test has thrown, so that tests need not declare it. */
final class Unchecked {

  private Unchecked() {}

  /** Never returns; its type lets a caller write {@code throw}. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T extends Throwable> RuntimeException rethrow(Throwable t) throws T {
    throw (T) t;
  }
}
