package dev.heapdrift.agent.alloc.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is made in hidden classes is told too. */
class HiddenClassesTest {
  private static final String LIST = "java/util/ArrayList";

  private final Recorded recorded = new Recorded();

  @AfterEach
  void closeTheDoor() {
    recorded.close();
  }

  @Test
  void aHiddenClassIsHooked() throws Exception {
    byte[] bytes = new HiddenClasses(transformer(true)).apply(HiddenClassesTest.class, bytes());

    Object made =
        MethodHandles.lookup()
            .defineHiddenClass(bytes, true)
            .lookupClass()
            .getMethod("get")
            .invoke(null);

    List<Recorded.Made> all = recorded.take();
    assertThat(all).extracting(Recorded.Made::object).containsExactly(made);
    assertThat(all.get(0).site().type()).isNull();
    assertThat(all.get(0).site().jdk()).as("its caller is to blame").isTrue();
  }

  @Test
  void aHiddenClassBesideOneThatIsNotWantedStaysAsItIs() {
    byte[] bytes = bytes();

    assertThat(new HiddenClasses(transformer(false)).apply(HiddenClassesTest.class, bytes))
        .isSameAs(bytes);
  }

  @Test
  void theMethodThatDefinesThemBindsToThisJdk() throws IOException {
    List<String> asking = new ArrayList<>();
    for (int i = 1; i < 20; i++) {
      byte[] bytes = jdkClass("java/lang/System$" + i);
      if (bytes != null) {
        byte[] changed =
            transformer(true).transform(null, null, "java/lang/System$" + i, null, null, bytes);
        new ClassReader(changed == null ? bytes : changed).accept(new Asking(asking), 0);
      }
    }

    assertThat(asking).containsExactly("defineClass");
  }

  private AllocationTransformer transformer(boolean wanted) {
    return new AllocationTransformer(recorded.sites, name -> wanted, loader -> true, null);
  }

  private static byte[] jdkClass(String name) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    }
  }

  /** {@code public static Object get() { return new ArrayList(); }}, as a lambda would hold it. */
  private static byte[] bytes() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String name = HiddenClassesTest.class.getName().replace('.', '/') + "$$Lambda";
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "get", "()Ljava/lang/Object;", null, null);
    code.visitCode();
    Generated.allocate(code, LIST);
    code.visitInsn(Opcodes.DUP);
    Generated.construct(code, LIST, "()V");
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Collects methods that call the door. */
  private static final class Asking extends ClassVisitor {
    private final List<String> methods;

    Asking(List<String> methods) {
      super(Opcodes.ASM9);
      this.methods = methods;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String type, boolean itf) {
          if (owner.equals(Made.DOOR) && name.equals("hidden")) {
            methods.add(method);
          }
        }
      };
    }
  }
}
