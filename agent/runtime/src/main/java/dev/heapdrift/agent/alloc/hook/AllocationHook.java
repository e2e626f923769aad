package dev.heapdrift.agent.alloc.hook;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts the hooks into one method: behind each allocation one call with a copy of what was made.
 * Straight lines, so that the frames of the class file stay true as they are; no branch, no new
 * handler.
 *
 * <p>An object is shown after its constructor has run. Where its copy does not lie ready then (a
 * compiler that drops it at once, or keeps it in a variable), the constructor's arguments are moved
 * to fresh variables and back, and the copy is made under them.
 */
final class AllocationHook extends ObjectFollower {

  /** Gives sites their numbers. */
  interface Numbers {
    /** The number of the next allocation of the method, or 0 to leave it without a hook. */
    int next(String type, int line);

    /** An object was made that could not be followed to its constructor. */
    void lost(int line);
  }

  private final String in;
  private final String method;
  private final int firstFree;
  private final Numbers numbers;
  private int line = -1;
  private int spilled;

  /**
   * Creates a visitor.
   *
   * @param in internal name of the class
   * @param method name of the method
   * @param firstFree first local variable that the method does not use
   */
  AllocationHook(MethodVisitor to, String in, String method, int firstFree, Numbers numbers) {
    super(to);
    this.in = in;
    this.method = method;
    this.firstFree = firstFree;
    this.numbers = numbers;
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    super.visitLineNumber(number, start);
    line = number;
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    if (opcode == Opcodes.NEWARRAY) {
      hook(Made.array(primitiveArray(operand)));
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    if (opcode == Opcodes.ANEWARRAY) {
      hook(Made.array(Type.getType("[" + Type.getObjectType(type).getDescriptor())));
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    super.visitMultiANewArrayInsn(descriptor, dimensions);
    hook(Made.nested());
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    hook(AllocatingCalls.dynamic(name, descriptor, bootstrap, arguments));
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean itf) {
    if (name.equals("<init>")) {
      construct(opcode, owner, descriptor, itf);
    } else {
      super.visitMethodInsn(opcode, owner, name, descriptor, itf);
      hook(AllocatingCalls.call(in, opcode, owner, name, descriptor));
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + Made.STACK, Math.max(maxLocals, firstFree + spilled));
  }

  private void hook(Made made) {
    int site = made == null ? 0 : numbers.next(made.type(), line);
    if (site > 0) {
      made.hook(mv, site);
    }
  }

  private void construct(int opcode, String owner, String descriptor, boolean itf) {
    int created = created(descriptor);
    if (created == 0 || AllocatingCalls.stringOfCall(in, owner)) {
      if (created == 0 && !method.equals("<init>")) { // else it is this() or super()
        numbers.lost(line);
      }
      super.visitMethodInsn(opcode, owner, "<init>", descriptor, itf);
      return;
    }
    boolean ready = objects.below(argumentSlots(descriptor) + 1) == created;
    Made made = Made.object(Type.getObjectType(owner).getClassName());
    int site = numbers.next(made.type(), line);
    if (site > 0 && !ready) {
      copyUnder(Type.getArgumentTypes(descriptor));
    }
    super.visitMethodInsn(opcode, owner, "<init>", descriptor, itf);
    if (site > 0 && ready) {
      made.hook(mv, site);
    } else if (site > 0) {
      made.take(mv, site);
    }
  }

  /** {@code object, arguments -> object, object, arguments}; what is followed needs not know. */
  private void copyUnder(Type... arguments) {
    int[] variables = new int[arguments.length];
    int next = firstFree;
    for (int i = 0; i < arguments.length; i++) {
      variables[i] = next;
      next += arguments[i].getSize();
    }
    for (int i = arguments.length - 1; i >= 0; i--) {
      mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ISTORE), variables[i]);
    }
    mv.visitInsn(Opcodes.DUP);
    for (int i = 0; i < arguments.length; i++) {
      mv.visitVarInsn(arguments[i].getOpcode(Opcodes.ILOAD), variables[i]);
    }
    spilled = Math.max(spilled, next - firstFree);
  }

  private static Type primitiveArray(int operand) {
    return Type.getType(
        switch (operand) {
          case Opcodes.T_BOOLEAN -> "[Z";
          case Opcodes.T_CHAR -> "[C";
          case Opcodes.T_FLOAT -> "[F";
          case Opcodes.T_DOUBLE -> "[D";
          case Opcodes.T_BYTE -> "[B";
          case Opcodes.T_SHORT -> "[S";
          case Opcodes.T_INT -> "[I";
          default -> "[J";
        });
  }
}
