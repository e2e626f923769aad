package dev.heapdrift.agent.growth;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which instructions of application classes are hooked: the recognition, without the writing. */
final class ArrayHookKinds {
  static final String ATOMIC_ARRAY = "Ljava/util/concurrent/atomic/AtomicReferenceArray;";
  static final String REFERENCE = "java/util/concurrent/atomic/AtomicReference";
  static final String UPDATER = "java/util/concurrent/atomic/AtomicReferenceFieldUpdater";
  static final String HANDLE = "java/lang/invoke/VarHandle";
  static final String ARRAYS = "java/util/Arrays";
  static final String COPY = "([Ljava/lang/Object;I)[Ljava/lang/Object;";

  private static final String OBJECTS = "[Ljava/lang/Object;";

  private ArrayHookKinds() {}

  /**
   * The type under which the door takes an array of this field type, or null when it is not looked
   * at.
   *
   * <p>Arrays of boolean and short are not: what indexes or flags something grows with an array of
   * that something, which is.
   */
  static String doorType(String descriptor) {
    if (descriptor.charAt(0) != '[') {
      return descriptor.equals(ATOMIC_ARRAY) ? ATOMIC_ARRAY : null;
    }
    return switch (descriptor.charAt(1)) {
      case 'L', '[' -> OBJECTS;
      case 'I', 'J', 'D', 'F', 'B', 'C' -> descriptor;
      default -> null;
    };
  }

  /** Whether a field holds something that may grow; names with $ are the compiler's own arrays. */
  static boolean growing(String name, String descriptor) {
    return name.charAt(0) != '$' && doorType(descriptor) != null;
  }

  static boolean store(int opcode, String name, String descriptor) {
    return (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) && growing(name, descriptor);
  }

  /**
   * {@code reference.compareAndSet(before, now)} and its weak and exchanging variants, of
   * AtomicReference or of anything like it: its subclasses are called by their own names.
   */
  static boolean referenceSwap(int opcode, String owner, String name, String descriptor) {
    return opcode == Opcodes.INVOKEVIRTUAL
        && swapName(name)
        && descriptor.startsWith("(Ljava/lang/Object;Ljava/lang/Object;)")
        && !owner.equals(HANDLE);
  }

  /** {@code reference.set(now)} and {@code reference.getAndSet(now)}. */
  static boolean referenceSet(int opcode, String owner, String name) {
    return opcode == Opcodes.INVOKEVIRTUAL
        && owner.equals(REFERENCE)
        && (name.equals("set") || name.equals("getAndSet"));
  }

  /** {@code updater.compareAndSet(owner, before, now)}, or the same of a VarHandle. */
  static boolean fieldSwap(int opcode, String owner, String name, String descriptor) {
    if (opcode != Opcodes.INVOKEVIRTUAL || !swapName(name)) {
      return false;
    }
    return owner.equals(UPDATER) || (owner.equals(HANDLE) && swapsArrayOfObject(descriptor));
  }

  /** {@code Arrays.copyOf(objects, length)}. */
  static boolean copy(int opcode, String owner, String name, String descriptor) {
    return opcode == Opcodes.INVOKESTATIC
        && name.equals("copyOf")
        && descriptor.equals(COPY)
        && owner.equals(ARRAYS);
  }

  static boolean swapName(String name) {
    return name.startsWith("compareAnd") || name.startsWith("weakCompareAndSet");
  }

  private static boolean swapsArrayOfObject(String descriptor) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    return arguments.length == 3
        && arguments[0].getSort() == Type.OBJECT
        && OBJECTS.equals(arrayType(arguments[1]))
        && OBJECTS.equals(arrayType(arguments[2]));
  }

  private static String arrayType(Type type) {
    return type.getSort() == Type.ARRAY ? doorType(type.getDescriptor()) : null;
  }
}
