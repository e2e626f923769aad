package dev.heapdrift.agent.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.hooks.Door;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that no compiler of today writes: with subroutines, or at the limit of a method. */
class UnusualClassFilesTest {
  private static final String NAME = "app/Unusual";
  private static final String OBJECTS = "[Ljava/lang/Object;";

  /** Code of one store: new array of 2000, put into the field. */
  private static final int STORE_BYTES = 10;

  private final DoorEvents events = new DoorEvents();
  private final ArrayGrowthTransformer transformer =
      new ArrayGrowthTransformer(null, (loader, reader) -> {}, null);

  @AfterEach
  void closeTheDoor() {
    events.close();
  }

  @Test
  void aStoreInASubroutineOfAnOldClassIsHooked() throws Exception {
    byte[] old =
        unusual(
            Opcodes.V1_3,
            code -> {
              Label subroutine = new Label();
              code.visitJumpInsn(Opcodes.JSR, subroutine);
              code.visitInsn(Opcodes.RETURN);
              code.visitLabel(subroutine);
              code.visitVarInsn(Opcodes.ASTORE, 1);
              store(code);
              code.visitVarInsn(Opcodes.RET, 1);
            });

    Object container = run(old);

    assertThat(events.take()).extracting(Door.Growth::get).containsExactly(container);
  }

  @Test
  void aMethodThatWouldBecomeTooLargeStaysAsItIs() throws Exception {
    byte[] large =
        unusual(
            Opcodes.V1_8,
            code -> {
              for (int size = 0; size < 60_000; size += STORE_BYTES) {
                store(code);
              }
              code.visitInsn(Opcodes.RETURN);
            });

    Object container = run(large);

    assertThat(container).isNotNull();
    assertThat(events.take()).isEmpty();
    assertThat(transformer.failed()).isEqualTo(1);
  }

  @Test
  void aStaticStoreBeforeClassConstantsExistedIsLeftAlone() {
    byte[] old =
        unusual(
            Opcodes.V1_4,
            code -> {
              code.visitInsn(Opcodes.ACONST_NULL);
              code.visitFieldInsn(Opcodes.PUTSTATIC, NAME, "shared", OBJECTS);
              code.visitInsn(Opcodes.RETURN);
            });

    assertThat(ArrayHooker.hook(new ClassReader(old))).isNull();
  }

  private static void store(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitIntInsn(Opcodes.SIPUSH, 2000);
    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    code.visitFieldInsn(Opcodes.PUTFIELD, NAME, "items", OBJECTS);
  }

  /** A class whose constructor stores its first array and whose run() is {@code body}. */
  private static byte[] unusual(int version, Consumer<MethodVisitor> body) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        version,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
        NAME,
        null,
        "java/lang/Object",
        new String[] {"java/lang/Runnable"});
    writer.visitField(Opcodes.ACC_PRIVATE, "items", OBJECTS, null, null).visitEnd();
    int shared = Opcodes.ACC_STATIC;
    writer.visitField(shared, "shared", OBJECTS, null, null).visitEnd();
    method(
        writer,
        "<init>",
        code -> {
          code.visitVarInsn(Opcodes.ALOAD, 0);
          code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
          code.visitVarInsn(Opcodes.ALOAD, 0);
          code.visitInsn(Opcodes.ICONST_1);
          code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
          code.visitFieldInsn(Opcodes.PUTFIELD, NAME, "items", OBJECTS);
          code.visitInsn(Opcodes.RETURN);
        });
    method(writer, "run", body);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void method(ClassWriter writer, String name, Consumer<MethodVisitor> body) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, name, "()V", null, null);
    code.visitCode();
    body.accept(code);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private Object run(byte[] bytes) throws Exception {
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) {
            byte[] changed =
                transformer.transform(getUnnamedModule(), this, NAME, null, null, bytes);
            byte[] used = changed == null ? bytes : changed;
            return defineClass(name, used, 0, used.length);
          }
        };
    Runnable container =
        (Runnable) loader.loadClass(NAME.replace('/', '.')).getDeclaredConstructor().newInstance();
    container.run();
    return container;
  }
}
