package dev.heapdrift.snapshot;

/**
 * Who holds a container.
 *
 * @param path printed by the shape of the API, stable across JDKs: {@code static
 *     com.app.Orders.CACHE}, {@code static com.app.Shop.tenants{value}.cache}, {@code thread
 *     "pool-#-thread-#" com.app.Worker.done}
 * @param kind what the path begins with
 * @param holder the field that holds the container, {@code com.app.Orders.CACHE}; the same for all
 *     siblings of a group; null where no field does
 * @param limit how much it is declared to hold at most, or null where nothing was seen that says so
 */
public record Owner(String path, Kind kind, String holder, Limit limit) {

  /** An owner that declares no limit. */
  public Owner(String path, Kind kind, String holder) {
    this(path, kind, holder, null);
  }

  /**
   * An end that somebody has declared for a container. Whether it is kept to is another question.
   *
   * @param declaredBy the field with the number, {@code com.app.LruCache.maxSize}, or with a time
   *     to live, or the method that decides, {@code com.app.LruCache.removeEldestEntry}
   * @param entries the number, or -1 where it is not known
   */
  public record Limit(String declaredBy, long entries) {}

  /** The same owner with what it declares. */
  public Owner withLimit(Limit declared) {
    return new Owner(path, kind, holder, declared);
  }

  /** What an owner path begins with. The order is part of the file format. */
  public enum Kind {
    /** A static field. */
    STATIC,
    /** A thread, one of its fields, or the task that it runs. */
    THREAD,
    /** A thread-local variable. */
    THREAD_LOCAL,
    /** A variable captured by a closure. */
    CAPTURED,
    /** An object that no root but the local variables of running methods holds. */
    LOCAL
  }
}
