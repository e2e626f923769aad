package dev.heapdrift.agent.growth;

import org.objectweb.asm.ClassReader;

/**
 * What the constant pool of a class says about growing arrays, without visiting its methods: most
 * classes have none and are done with.
 *
 * @param stores it names fields that hold arrays
 * @param swaps it calls compare-and-set or sets an atomic reference
 * @param copies it calls {@code Arrays.copyOf} on objects
 */
record ArrayCandidates(boolean stores, boolean swaps, boolean copies) {
  private static final int FIELD_REF = 9;
  private static final int METHOD_REF = 10;

  static ArrayCandidates of(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    boolean stores = false;
    boolean swaps = false;
    boolean copies = false;
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      int tag = item == 0 ? 0 : reader.readByte(item - 1);
      if (tag == FIELD_REF && !stores) {
        stores = namesArray(reader, item, buffer);
      } else if (tag == METHOD_REF) {
        String name = memberName(reader, item, buffer);
        swaps = swaps || ArrayHookKinds.swapName(name) || setsReference(reader, item, name, buffer);
        copies = copies || name.equals("copyOf");
      }
    }
    return new ArrayCandidates(stores, swaps, copies);
  }

  boolean none() {
    return !stores && !swaps && !copies;
  }

  private static boolean namesArray(ClassReader reader, int item, char[] buffer) {
    int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
    int descriptor = reader.getItem(reader.readUnsignedShort(nameAndType + 2));
    int length = reader.readUnsignedShort(descriptor);
    // Decoding a string costs more than all the rest: most descriptors fail by a byte.
    return (reader.readByte(descriptor + 2) == '['
            || length == ArrayHookKinds.ATOMIC_ARRAY.length())
        && ArrayHookKinds.growing(
            reader.readUTF8(nameAndType, buffer), reader.readUTF8(nameAndType + 2, buffer));
  }

  private static String memberName(ClassReader reader, int item, char[] buffer) {
    return reader.readUTF8(reader.getItem(reader.readUnsignedShort(item + 2)), buffer);
  }

  private static boolean setsReference(ClassReader reader, int item, String name, char[] buffer) {
    return (name.equals("set") || name.equals("getAndSet"))
        && reader.readClass(item, buffer).equals(ArrayHookKinds.REFERENCE);
  }
}
