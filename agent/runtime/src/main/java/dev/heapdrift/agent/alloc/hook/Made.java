package dev.heapdrift.agent.alloc.hook;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What lies on the operand stack after an allocation, and the method of the door that takes it: the
 * one place that knows the names and descriptors of these methods.
 *
 * @param method name of the door's method
 * @param parameter descriptor of its first parameter
 * @param cast whether the verifier must be told that this is the type
 * @param type what {@link Class#getTypeName} prints for the object's class, or null when that
 *     differs from object to object
 */
record Made(String method, String parameter, boolean cast, String type) {

  /** Internal name of the door; the build relocates it to its name in {@code java.base}. */
  static final String DOOR = "dev/heapdrift/hooks/Allocations";

  /** Slots of the operand stack that a hook needs. */
  static final int STACK = 2;

  /** Most bytes of code that a hook adds where the object lies ready on the stack. */
  static final int MOST_BYTES = 10;

  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String OBJECTS = "[Ljava/lang/Object;";

  /** An object that is no array; of any class when {@code type} is null. */
  static Made object(String type) {
    return new Made("made", OBJECT, false, type);
  }

  /** An object that a method handle allocates; lambdas are not counted there. */
  static Made byHandle() {
    return new Made("madeByHandle", OBJECT, false, null);
  }

  /** An array of exactly that type. */
  static Made array(Type array) {
    return new Made("made", parameter(array), false, array.getClassName());
  }

  /** An array that the verifier knows as something less; of references, it may be of a subtype. */
  static Made castArray(Type array) {
    boolean objects = parameter(array).equals(OBJECTS);
    return new Made("made", parameter(array), true, objects ? null : array.getClassName());
  }

  /** An array of references of some type, known to the verifier as one. */
  static Made objects() {
    return new Made("made", OBJECTS, false, null);
  }

  /** An array and the arrays in it. */
  static Made nested() {
    return new Made("madeMulti", OBJECT, false, null);
  }

  /** Nothing is known but that it is new. */
  static Made any() {
    return new Made("madeAny", OBJECT, false, null);
  }

  /** Writes the hook; the object stays on the stack. */
  void hook(MethodVisitor to, int site) {
    to.visitInsn(Opcodes.DUP);
    if (cast) {
      to.visitTypeInsn(Opcodes.CHECKCAST, parameter);
    }
    take(to, site);
  }

  /** Writes the hook; the object on the stack is a copy, and used up. */
  void take(MethodVisitor to, int site) {
    if (site <= Byte.MAX_VALUE) {
      to.visitIntInsn(Opcodes.BIPUSH, site);
    } else if (site <= Short.MAX_VALUE) {
      to.visitIntInsn(Opcodes.SIPUSH, site);
    } else {
      to.visitLdcInsn(site);
    }
    to.visitMethodInsn(Opcodes.INVOKESTATIC, DOOR, method, "(" + parameter + "I)V", false);
  }

  private static String parameter(Type array) {
    boolean primitives =
        array.getDimensions() == 1 && array.getElementType().getSort() <= Type.DOUBLE;
    return primitives ? array.getDescriptor() : OBJECTS;
  }
}
