package dev.heapdrift.agent.growth;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts the hooks into one method of an application class. All work on the operand stack alone: no
 * branch, so no frame changes; no new local variable, so none has to be found free.
 *
 * <p>Constructors and static initialisers are left out by the caller: they store an owner's first
 * array, which is no growth, and a field of an uninitialised {@code this} cannot be read.
 *
 * <p>What the application can tell: where the owner of a stored field is null, the message of the
 * NullPointerException says that the field was read, not assigned.
 */
final class ArrayHook extends MethodVisitor {
  private final boolean classConstants;
  private final boolean copies;
  private boolean changed;

  /**
   * Creates a visitor.
   *
   * @param classConstants whether the class file may load class constants: version 49 and later
   * @param copies whether results of {@code Arrays.copyOf} are looked at
   */
  ArrayHook(MethodVisitor to, boolean classConstants, boolean copies) {
    super(Opcodes.ASM9, to);
    this.classConstants = classConstants;
    this.copies = copies;
  }

  /** Whether there was anything to hook. */
  boolean changed() {
    return changed;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    if (ArrayHookKinds.store(opcode, name, descriptor)) {
      if (opcode == Opcodes.PUTFIELD) {
        storing(owner, name, descriptor);
      } else if (classConstants) {
        storingStatic(owner, name, descriptor);
      }
    }
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  /** {@code owner, now} stay. */
  private void storing(String owner, String name, String descriptor) {
    insns(Opcodes.DUP2, Opcodes.SWAP, Opcodes.DUP_X1); // owner, now, now, owner -> +before
    super.visitFieldInsn(Opcodes.GETFIELD, owner, name, descriptor);
    super.visitLdcInsn(name);
    DoorCalls.stored(mv, ArrayHookKinds.doorType(descriptor));
    changed = true;
  }

  /** {@code now} stays. */
  private void storingStatic(String owner, String name, String descriptor) {
    insns(Opcodes.DUP);
    super.visitLdcInsn(Type.getObjectType(owner));
    insns(Opcodes.SWAP);
    super.visitFieldInsn(Opcodes.GETSTATIC, owner, name, descriptor);
    super.visitLdcInsn(name);
    DoorCalls.stored(mv, ArrayHookKinds.doorType(descriptor));
    changed = true;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean itf) {
    if (ArrayHookKinds.referenceSwap(opcode, owner, name, descriptor)) {
      swapping(owner);
    } else if (ArrayHookKinds.referenceSet(opcode, owner, name)) {
      setting(owner);
    } else if (ArrayHookKinds.fieldSwap(opcode, owner, name, descriptor)) {
      swapping(Type.getArgumentTypes(descriptor)[0].getInternalName());
    } else if (copies && ArrayHookKinds.copy(opcode, owner, name, descriptor)) {
      copying(opcode, owner, name, descriptor);
      return;
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, itf);
  }

  /** {@code owner, before, now} stay; the owner comes back from the door as an Object. */
  private void swapping(String ownerType) {
    insns(Opcodes.DUP2_X1); // before, now, owner, before, now
    DoorCalls.swapping(mv); // before, now, owner
    if (!ownerType.equals("java/lang/Object")) {
      super.visitTypeInsn(Opcodes.CHECKCAST, ownerType);
    }
    insns(Opcodes.DUP_X2, Opcodes.POP);
    changed = true;
  }

  /** {@code reference, now} stay. */
  private void setting(String owner) {
    insns(Opcodes.DUP2, Opcodes.SWAP, Opcodes.DUP_X1); // reference, now, reference, now, reference
    super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "get", "()Ljava/lang/Object;", false);
    DoorCalls.swapped(mv);
    changed = true;
  }

  /** {@code array, length -> copy} */
  private void copying(int opcode, String owner, String name, String descriptor) {
    insns(Opcodes.DUP2);
    super.visitMethodInsn(opcode, owner, name, descriptor, false); // array, length, copy
    insns(Opcodes.DUP_X2); // copy, array, length, copy
    DoorCalls.copied(mv);
    changed = true;
  }

  private void insns(int... opcodes) {
    for (int opcode : opcodes) {
      super.visitInsn(opcode);
    }
  }
}
