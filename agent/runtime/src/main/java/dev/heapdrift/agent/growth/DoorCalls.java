package dev.heapdrift.agent.growth;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the calls of the door: the one place that knows its name and descriptors.
 *
 * <p>The build relocates {@link #DOOR} to the door's name in {@code java.base}.
 */
public final class DoorCalls {

  /** Internal name of the door. */
  static final String DOOR = "dev/heapdrift/hooks/Door";

  private static final String OBJECT = "Ljava/lang/Object;";

  private DoorCalls() {}

  /** {@code container, capacity ->} */
  static void grown(MethodVisitor to) {
    call(to, "grown", "(Ljava/lang/Object;I)V");
  }

  /** {@code container, size ->} */
  static void counted(MethodVisitor to) {
    call(to, "counted", "(Ljava/lang/Object;I)V");
  }

  /** {@code bytes, length, stream -> longer bytes} */
  static void copyGrown(MethodVisitor to) {
    call(to, "copyGrown", "([BILjava/lang/Object;)[B");
  }

  /** {@code owner, now, before, field ->}, where both arrays are passed as {@code type}. */
  static void stored(MethodVisitor to, String type) {
    call(to, "stored", "(" + OBJECT + type + type + "Ljava/lang/String;)V");
  }

  /** {@code owner, now, before ->} */
  static void swapped(MethodVisitor to) {
    call(to, "swapped", "(" + OBJECT + OBJECT + OBJECT + ")V");
  }

  /** {@code owner, before, now -> owner} */
  static void swapping(MethodVisitor to) {
    call(to, "swapping", "(" + OBJECT + OBJECT + OBJECT + ")" + OBJECT);
  }

  /** {@code array, length of the copy, copy ->} */
  static void copied(MethodVisitor to) {
    call(to, "copied", "(" + OBJECT + "I" + OBJECT + ")V");
  }

  /** {@code instance, number of the place ->} */
  public static void made(MethodVisitor to) {
    call(to, "made", "(Ljava/lang/Object;I)V");
  }

  private static void call(MethodVisitor to, String name, String descriptor) {
    to.visitMethodInsn(Opcodes.INVOKESTATIC, DOOR, name, descriptor, false);
  }
}
