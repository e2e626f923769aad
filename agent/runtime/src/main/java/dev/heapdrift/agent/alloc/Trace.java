package dev.heapdrift.agent.alloc;

/**
 * What objects have in common that were made with one stack, at one site, of one class and size.
 *
 * @param id its number, from 0
 * @param stack as {@link StackTable} numbers them
 * @param site number of the site
 * @param typeHash tells classes apart where the site makes several; {@link #FIXED} where not
 * @param key aligned size for arrays, {@link #OBJECT} for objects, {@link #LARGE} for large arrays
 * @param bytes aligned size of each object, or 0 where {@link TracedRef.Sized} tells
 * @param type class as printed
 */
record Trace(int id, int stack, int site, int typeHash, long key, long bytes, String type) {

  /** Class of a site that makes but one. */
  static final int FIXED = 0;

  /** Key of all that is no array. */
  static final long OBJECT = -1;

  /** Key of arrays over {@link #LARGE_BYTES}, whose sizes may all be different. */
  static final long LARGE = -2;

  /** Arrays up to this size, in bytes, share a trace with those of the same size only. */
  static final long LARGE_BYTES = 2048;

  /** Key of an array of that aligned size. */
  static long keyOf(long bytes) {
    return bytes <= LARGE_BYTES ? bytes : LARGE;
  }

  boolean matches(int otherStack, int otherSite, int otherTypeHash, long otherKey) {
    return stack == otherStack && site == otherSite && typeHash == otherTypeHash && key == otherKey;
  }
}
