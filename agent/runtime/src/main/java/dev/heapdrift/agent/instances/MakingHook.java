package dev.heapdrift.agent.instances;

import dev.heapdrift.agent.growth.DoorCalls;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Tells the door of the instance in a local variable before each return: by then a constructor has
 * made it, a thread has started, a Cleaner knows it.
 */
final class MakingHook extends MethodVisitor {
  private final MakingMethod method;
  private final String key;
  private final Set<String> bound;

  /**
   * Creates a hook.
   *
   * @param key what to add to {@code bound} once the hook has been put in
   */
  MakingHook(MethodVisitor to, MakingMethod method, String key, Set<String> bound) {
    super(Opcodes.ASM9, to);
    this.method = method;
    this.key = key;
    this.bound = bound;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN) {
      tell();
    }
    super.visitInsn(opcode);
  }

  private void tell() {
    super.visitVarInsn(Opcodes.ALOAD, method.local());
    super.visitIntInsn(Opcodes.BIPUSH, method.place());
    DoorCalls.made(mv);
    bound.add(key);
  }
}
