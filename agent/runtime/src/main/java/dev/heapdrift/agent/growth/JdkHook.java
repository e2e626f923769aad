package dev.heapdrift.agent.growth;

import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts one hook into one growth method of the JDK: a straight line, so that no frame changes, and
 * short, so that the method stays on its side of HotSpot's inlining limits.
 */
final class JdkHook extends MethodVisitor {
  private final String owner;
  private final GrowthMethod method;
  private final String key;
  private final Set<String> bound;
  private Label entry;

  /**
   * Creates a hook.
   *
   * @param owner internal name of the structure
   * @param key what to add to {@code bound} once the hook has been put in
   */
  JdkHook(MethodVisitor to, String owner, GrowthMethod method, String key, Set<String> bound) {
    super(Opcodes.ASM9, to);
    this.owner = owner;
    this.method = method;
    this.key = key;
    this.bound = bound;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (method.call() == null) {
      entry = new Label();
      super.visitLabel(entry);
      notice();
    }
  }

  /** The hook shares the method's first line, or stacks would show the growth method without. */
  @Override
  public void visitLineNumber(int line, Label start) {
    if (entry != null) {
      super.visitLineNumber(line, entry);
      entry = null;
    }
    super.visitLineNumber(line, start);
  }

  @Override
  public void visitMethodInsn(int opcode, String type, String name, String desc, boolean itf) {
    if (!name.equals(method.call())) {
      super.visitMethodInsn(opcode, type, name, desc, itf);
    } else if (method.capacity() instanceof CapacitySource.ReturnedCount) {
      super.visitMethodInsn(opcode, type, name, desc, itf);
      super.visitInsn(Opcodes.DUP);
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitInsn(Opcodes.SWAP);
      DoorCalls.counted(mv);
      bound.add(key);
    } else if (method.capacity() instanceof CapacitySource.CopiedBytes) {
      if (desc.equals("([BI)[B")) {
        super.visitVarInsn(Opcodes.ALOAD, 0);
        DoorCalls.copyGrown(mv);
        bound.add(key);
      } else {
        super.visitMethodInsn(opcode, type, name, desc, itf);
      }
    } else {
      notice();
      super.visitMethodInsn(opcode, type, name, desc, itf);
    }
  }

  private void notice() {
    super.visitVarInsn(Opcodes.ALOAD, 0);
    CapacitySource capacity = method.capacity();
    if (capacity instanceof CapacitySource.Replacement replacement) {
      super.visitVarInsn(Opcodes.ALOAD, replacement.slot());
      field(replacement.field(), "[Ljava/lang/Object;");
      super.visitInsn(Opcodes.ACONST_NULL);
      DoorCalls.stored(mv, "[Ljava/lang/Object;");
    } else if (capacity instanceof CapacitySource.CountBefore count) {
      field(count.name(), "I");
      DoorCalls.counted(mv);
    } else {
      pushCapacity(capacity);
      DoorCalls.grown(mv);
    }
    bound.add(key);
  }

  private void pushCapacity(CapacitySource capacity) {
    if (capacity instanceof CapacitySource.Argument argument) {
      super.visitVarInsn(Opcodes.ILOAD, argument.slot());
    } else if (capacity instanceof CapacitySource.ArgumentLength argument) {
      super.visitVarInsn(Opcodes.ALOAD, argument.slot());
      super.visitInsn(Opcodes.ARRAYLENGTH);
    } else if (capacity instanceof CapacitySource.FieldValue value) {
      field(value.name(), "I");
    } else if (capacity instanceof CapacitySource.FieldLength array) {
      field(array.name(), array.descriptor());
      super.visitInsn(Opcodes.ARRAYLENGTH);
    } else if (capacity instanceof CapacitySource.Span span) {
      field(span.high(), "I");
      field(span.low(), "I");
      super.visitInsn(Opcodes.ISUB);
    } else {
      throw new IllegalStateException(method.name());
    }
  }

  private void field(String name, String descriptor) {
    super.visitVarInsn(Opcodes.ALOAD, 0);
    super.visitFieldInsn(Opcodes.GETFIELD, owner, name, descriptor);
  }
}
