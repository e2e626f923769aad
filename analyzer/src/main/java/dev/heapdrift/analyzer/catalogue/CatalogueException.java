package dev.heapdrift.analyzer.catalogue;

/** A catalogue that cannot be used; the message is one line that says where and why. */
public final class CatalogueException extends Exception {
  private static final long serialVersionUID = 1;

  CatalogueException(String message, Throwable cause) {
    super(message, cause);
  }
}
