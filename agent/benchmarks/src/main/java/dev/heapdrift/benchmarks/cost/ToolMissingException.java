package dev.heapdrift.benchmarks.cost;

/** A tool cannot run here; the message is printed in place of its figures. */
final class ToolMissingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ToolMissingException(String message) {
    super(message);
  }
}
