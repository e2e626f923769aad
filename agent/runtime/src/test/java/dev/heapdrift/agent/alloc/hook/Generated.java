package dev.heapdrift.agent.alloc.hook;

import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that no compiler of today writes. */
final class Generated {
  static final String NAME = "app.Generated";

  private static final String INTERNAL = "app/Generated";

  private Generated() {}

  /**
   * A class whose {@code static Object run(int)} is {@code body}; without frames, for the oldest
   * verifier, in versions up to 49.
   */
  static byte[] type(int version, Consumer<MethodVisitor> body) {
    int flags = version > Opcodes.V1_5 ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS;
    ClassWriter writer = new ClassWriter(flags);
    writer.visit(version, Opcodes.ACC_PUBLIC, INTERNAL, null, "java/lang/Object", null);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "(I)Ljava/lang/Object;", null, null);
    code.visitCode();
    body.accept(code);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** {@code new Type}, without the constructor's call. */
  static void allocate(MethodVisitor code, String type) {
    code.visitTypeInsn(Opcodes.NEW, type);
  }

  static void construct(MethodVisitor code, String type, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, type, "<init>", descriptor, false);
  }
}
