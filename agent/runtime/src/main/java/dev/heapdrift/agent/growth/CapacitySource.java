package dev.heapdrift.agent.growth;

/**
 * How injected code learns, inside a growth method and without a branch, how large the structure
 * is. {@code JdkHook} turns it into instructions.
 */
public sealed interface CapacitySource {

  /**
   * An {@code int} argument, or a local variable that has its value where the hook stands.
   *
   * @param slot its number
   */
  record Argument(int slot) implements CapacitySource {}

  /**
   * The length of an array argument that is never null.
   *
   * @param slot its local variable
   */
  record ArgumentLength(int slot) implements CapacitySource {}

  /**
   * An {@code int} field.
   *
   * @param name the field
   */
  record FieldValue(String name) implements CapacitySource {}

  /**
   * The length of the array in a field that is never null here.
   *
   * @param name the field
   * @param descriptor its type
   */
  record FieldLength(String name, String descriptor) implements CapacitySource {}

  /**
   * The difference of two {@code int} fields.
   *
   * @param high field with the larger one
   * @param low field with the smaller one
   */
  record Span(String high, String low) implements CapacitySource {}

  /**
   * An {@code int} field with the entries before this insertion; looked at now and then, because
   * the method runs at every insertion.
   *
   * @param name the field
   */
  record CountBefore(String name) implements CapacitySource {}

  /** As {@link CountBefore}, where the method's call has just returned the {@code int} count. */
  record ReturnedCount() implements CapacitySource {}

  /**
   * An array argument that is about to replace the one in a field: growth only where it is longer.
   *
   * @param slot local variable of the argument
   * @param field the {@code Object[]} field
   */
  record Replacement(int slot, String field) implements CapacitySource {}

  /**
   * The new length of a {@code byte[]}; the door looks only at big ones. The call of {@code
   * Arrays.copyOf} is replaced by one of the door that does the same and costs one byte more: an
   * added call would carry the method over the 35 bytes up to which it is inlined.
   */
  record CopiedBytes() implements CapacitySource {}
}
