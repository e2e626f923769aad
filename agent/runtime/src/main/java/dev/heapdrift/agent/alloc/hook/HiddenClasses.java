package dev.heapdrift.agent.alloc.hook;

import java.util.function.BiFunction;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The way to hidden classes, which the JVM shows to no transformer: where the JDK hands their bytes
 * to the JVM it asks the door first. A constructor reference ({@code X::new}) makes its objects in
 * such a class and nowhere else.
 *
 * <p>Hidden classes cannot be retransformed: their hooks stay when the agent leaves, and do
 * nothing. Runs on the thread that links.
 */
final class HiddenClasses implements BiFunction<Class<?>, byte[], byte[]> {
  private static final String DEFINE =
      "(Ljava/lang/ClassLoader;Ljava/lang/Class;Ljava/lang/String;[B"
          + "Ljava/security/ProtectionDomain;ZILjava/lang/Object;)Ljava/lang/Class;";

  /** Parameters of that method, as local variables. */
  private static final int HOST = 2;

  private static final int BYTES = 4;

  private final AllocationTransformer transformer;

  HiddenClasses(AllocationTransformer transformer) {
    this.transformer = transformer;
  }

  @Override
  public byte[] apply(Class<?> host, byte[] bytes) {
    byte[] changed = transformer.transformHidden(host, bytes);
    return changed == null ? bytes : changed;
  }

  /** Whether hidden classes are defined by that method: of the JDK's {@code JavaLangAccess}. */
  static boolean definedBy(String owner, String method, String descriptor) {
    return owner.startsWith("java/lang/System$")
        && method.equals("defineClass")
        && descriptor.equals(DEFINE);
  }

  /** Writes the question to the door into that method. */
  static MethodVisitor ask(MethodVisitor to) {
    return new MethodVisitor(Opcodes.ASM9, to) {
      @Override
      public void visitCode() {
        super.visitCode();
        super.visitVarInsn(Opcodes.ALOAD, HOST);
        super.visitVarInsn(Opcodes.ALOAD, BYTES);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, Made.DOOR, "hidden", "(Ljava/lang/Class;[B)[B", false);
        super.visitVarInsn(Opcodes.ASTORE, BYTES);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack, 2), maxLocals);
      }
    };
  }
}
