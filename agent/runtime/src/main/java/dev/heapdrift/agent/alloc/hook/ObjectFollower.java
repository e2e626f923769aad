package dev.heapdrift.agent.alloc.hook;

import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Follows the objects of a method from their NEW to their constructor, whatever lies between: other
 * allocations, branches, copies in local variables. Needs no stack map, so that class files of all
 * versions are alike, and does nothing while no object is on its way.
 */
abstract class ObjectFollower extends MethodVisitor {

  /** What is on its way before the instruction that is being visited. */
  final Uninitialized objects = new Uninitialized();

  private int last;

  ObjectFollower(MethodVisitor to) {
    super(Opcodes.ASM9, to);
  }

  @Override
  public void visitInsn(int opcode) {
    super.visitInsn(opcode);
    if (!objects.none()) {
      switch (opcode) {
        case Opcodes.DUP -> objects.duplicate(1, 0);
        case Opcodes.DUP_X1 -> objects.duplicate(1, 1);
        case Opcodes.DUP_X2 -> objects.duplicate(1, 2);
        case Opcodes.DUP2 -> objects.duplicate(2, 0);
        case Opcodes.DUP2_X1 -> objects.duplicate(2, 1);
        case Opcodes.DUP2_X2 -> objects.duplicate(2, 2);
        case Opcodes.SWAP -> objects.swap();
        default -> change(StackEffects.of(opcode));
      }
    }
    if (StackEffects.ends(opcode)) {
      objects.end();
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    change(opcode == Opcodes.NEWARRAY ? 0 : 1);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, variable);
    if (objects.none()) {
      return;
    }
    switch (opcode) {
      case Opcodes.ALOAD -> objects.push(objects.local(variable));
      case Opcodes.ASTORE -> objects.store(variable, objects.pop());
      case Opcodes.LLOAD, Opcodes.DLOAD -> change(2);
      case Opcodes.LSTORE, Opcodes.DSTORE -> {
        change(-2);
        objects.store(variable, 0);
        objects.store(variable + 1, 0);
      }
      case Opcodes.ISTORE, Opcodes.FSTORE -> {
        change(-1);
        objects.store(variable, 0);
      }
      default -> change(1);
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    if (opcode == Opcodes.NEW) {
      objects.push(++last);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    super.visitFieldInsn(opcode, owner, name, descriptor);
    int size = descriptor.equals("J") || descriptor.equals("D") ? 2 : 1;
    switch (opcode) {
      case Opcodes.GETSTATIC -> change(size);
      case Opcodes.PUTSTATIC -> change(-size);
      case Opcodes.GETFIELD -> change(size - 1);
      default -> change(-size - 1);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean itf) {
    super.visitMethodInsn(opcode, owner, name, descriptor, itf);
    if (!objects.none()) {
      int created = name.equals("<init>") ? created(descriptor) : 0;
      call(descriptor, opcode == Opcodes.INVOKESTATIC);
      if (created != 0) {
        objects.initialized(created);
      }
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    if (!objects.none()) {
      call(descriptor, true);
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    switch (opcode) {
      case Opcodes.GOTO -> {}
      case Opcodes.IF_ICMPEQ,
          Opcodes.IF_ICMPNE,
          Opcodes.IF_ICMPLT,
          Opcodes.IF_ICMPGE,
          Opcodes.IF_ICMPGT,
          Opcodes.IF_ICMPLE,
          Opcodes.IF_ACMPEQ,
          Opcodes.IF_ACMPNE ->
          change(-2);
      default -> change(-1);
    }
    objects.jump(label);
    if (opcode == Opcodes.GOTO) {
      objects.end();
    }
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
    super.visitTableSwitchInsn(min, max, fallback, labels);
    branch(fallback, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
    super.visitLookupSwitchInsn(fallback, keys, labels);
    branch(fallback, labels);
  }

  private void branch(Label fallback, Label... labels) {
    change(-1);
    objects.jump(fallback);
    for (Label label : labels) {
      objects.jump(label);
    }
    objects.end();
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    objects.arrive(label);
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    boolean wide =
        value instanceof Long
            || value instanceof Double
            || (value instanceof ConstantDynamic dynamic && dynamic.getSize() == 2);
    change(wide ? 2 : 1);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    super.visitMultiANewArrayInsn(descriptor, dimensions);
    change(1 - dimensions);
  }

  /** The object whose constructor is about to be called, or 0 for this() and super(). */
  final int created(String descriptor) {
    return objects.below(argumentSlots(descriptor));
  }

  /** Slots of the arguments, without the receiver. */
  static int argumentSlots(String descriptor) {
    return (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - 1;
  }

  private void call(String descriptor, boolean isStatic) {
    int sizes = Type.getArgumentsAndReturnSizes(descriptor);
    objects.replace((sizes >> 2) - (isStatic ? 1 : 0), sizes & 3);
  }

  private void change(int slots) {
    if (!objects.none()) {
      objects.replace(Math.max(0, -slots), Math.max(0, slots));
    }
  }
}
