package dev.heapdrift.agent.growth;

/**
 * Where a structure's number of entries stands, so that it is read from fields and never by calling
 * the application. Field names are those of the structure's own class.
 */
public sealed interface SizeSource {

  /**
   * An {@code int} field. Bytes for {@code ByteArrayOutputStream}, entries for all others.
   *
   * @param name the field
   */
  record Field(String name) implements SizeSource {}

  /**
   * A field that refers to an {@code AtomicInteger} or {@code LongAdder}, or to null while there is
   * nothing to count.
   *
   * @param name the field
   */
  record CounterField(String name) implements SizeSource {}

  /**
   * A {@code long} base plus the {@code long} values of an array of cells, which may be null or
   * hold nulls; as in {@code LongAdder}.
   *
   * @param base field with the base
   * @param cells field with the array
   * @param cellClass binary name of a cell's class
   * @param cellValue field of a cell with its value
   */
  record StripedCounter(String base, String cells, String cellClass, String cellValue)
      implements SizeSource {}

  /**
   * The length of the array in a field.
   *
   * @param field the field
   */
  record ArrayLength(String field) implements SizeSource {}

  /**
   * The lengths of all arrays that are values of a map.
   *
   * @param field field with the map
   * @param mapClass binary name of the map's class
   * @param table its field with the array of nodes
   * @param value field of a node with its value
   * @param next field of a node with the next one of the bin
   */
  record MappedArrays(String field, String mapClass, String table, String value, String next)
      implements SizeSource {}

  /**
   * Slots from {@code head} up to {@code tail}, around the end of the array where tail is smaller.
   *
   * @param head {@code int} field, first used slot
   * @param tail {@code int} field, slot after the last used one
   * @param array field with the array
   */
  record RingSpan(String head, String tail, String array) implements SizeSource {}

  /**
   * The difference of two {@code int} fields that only ever increase.
   *
   * @param high field with the larger one
   * @param low field with the smaller one
   */
  record Difference(String high, String low) implements SizeSource {}
}
