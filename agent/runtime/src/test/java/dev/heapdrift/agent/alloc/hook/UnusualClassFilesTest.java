package dev.heapdrift.agent.alloc.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Objects that reach their constructor on other ways than javac's. */
class UnusualClassFilesTest {
  private static final String BUFFER = "java/lang/StringBuilder";
  private static final String OF_STRING = "(Ljava/lang/String;)V";
  private static final String OBJECT = "java/lang/Object";
  private static final int RUN_LENGTH = 60_000;

  private final Recorded recorded = new Recorded();
  private final HookingLoader loader = new HookingLoader(recorded.sites, Generated.class);

  @AfterEach
  void closeTheDoor() {
    recorded.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_3, Opcodes.V1_5, Opcodes.V1_6, Opcodes.V1_8, Opcodes.V17})
  void aBranchInAnArgumentInEveryVersion(int version) throws Exception {
    Object made = run(version, 1, UnusualClassFilesTest::branchInAnArgument);

    assertThat(made).hasToString("one");
    assertThat(recorded.take()).extracting(Recorded.Made::object).containsExactly(made);
  }

  @Test
  void aCopyInAVariable() throws Exception {
    Object made =
        run(
            Opcodes.V1_8,
            0,
            code -> {
              Generated.allocate(code, BUFFER);
              code.visitVarInsn(Opcodes.ASTORE, 1);
              code.visitVarInsn(Opcodes.ALOAD, 1);
              code.visitLdcInsn("kept");
              Generated.construct(code, BUFFER, OF_STRING);
              code.visitVarInsn(Opcodes.ALOAD, 1);
              code.visitInsn(Opcodes.ARETURN);
            });

    assertThat(made).hasToString("kept");
    assertThat(recorded.take()).extracting(Recorded.Made::object).containsExactly(made);
  }

  @Test
  void anObjectMadeUnderItsArgument() throws Exception {
    Object made =
        run(
            Opcodes.V1_8,
            0,
            code -> {
              code.visitLdcInsn("under");
              Generated.allocate(code, BUFFER);
              code.visitInsn(Opcodes.DUP_X1);
              code.visitInsn(Opcodes.SWAP);
              Generated.construct(code, BUFFER, OF_STRING);
              code.visitInsn(Opcodes.ARETURN);
            });

    assertThat(made).hasToString("under");
    assertThat(recorded.take()).extracting(Recorded.Made::object).containsExactly(made);
  }

  @Test
  void anObjectThatNothingKeeps() throws Exception {
    run(
        Opcodes.V1_8,
        0,
        code -> {
          Generated.allocate(code, "java/math/BigDecimal");
          code.visitLdcInsn(1.5);
          Generated.construct(code, "java/math/BigDecimal", "(D)V");
          code.visitInsn(Opcodes.ACONST_NULL);
          code.visitInsn(Opcodes.ARETURN);
        });

    assertThat(recorded.takeTypes()).containsExactly("java.math.BigDecimal");
  }

  @Test
  void oneObjectWithAConstructorOnEachBranch() throws Exception {
    Object made = run(Opcodes.V1_8, 0, UnusualClassFilesTest::constructorOnEachBranch);
    Object other = run(Opcodes.V1_8, 1, UnusualClassFilesTest::constructorOnEachBranch);

    assertThat(made).hasToString("");
    assertThat(other).hasToString("x");
    assertThat(recorded.take()).extracting(Recorded.Made::object).containsExactly(made, other);
  }

  @Test
  void twoOfAKindMadeInTurn() throws Exception {
    run(
        Opcodes.V1_8,
        0,
        code -> {
          Generated.allocate(code, OBJECT);
          Generated.allocate(code, OBJECT);
          code.visitInsn(Opcodes.DUP2);
          Generated.construct(code, OBJECT, "()V");
          Generated.construct(code, OBJECT, "()V");
          code.visitInsn(Opcodes.POP);
          code.visitInsn(Opcodes.ARETURN);
        });

    assertThat(recorded.take())
        .extracting(Recorded.Made::object)
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void aMethodWithSubroutinesIsLeftAloneAndTold() throws Exception {
    run(
        Opcodes.V1_4,
        0,
        code -> {
          Label subroutine = new Label();
          code.visitJumpInsn(Opcodes.JSR, subroutine);
          made(code);
          code.visitInsn(Opcodes.ARETURN);
          code.visitLabel(subroutine);
          code.visitVarInsn(Opcodes.ASTORE, 1);
          code.visitVarInsn(Opcodes.RET, 1);
        });

    assertThat(recorded.take()).isEmpty();
    assertThat(loader.transformer.unhooked().count(Unhooked.Reason.SUBROUTINES)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {7_900, RUN_LENGTH})
  void aMethodThatWouldBecomeTooLongIsLeftAloneAndTold(int length) throws Exception {
    Object made = run(Opcodes.V1_8, 0, code -> many(code, length));

    assertThat(made).isNotNull();
    assertThat(recorded.take()).isEmpty();
    assertThat(loader.transformer.unhooked().count(Unhooked.Reason.TOO_LONG)).isEqualTo(1);
    assertThat(loader.transformer.unhooked().sentences())
        .singleElement()
        .asString()
        .contains(".run");
  }

  @Test
  void aLongMethodThatHotSpotDoesNotCompileAnywayIsHooked() throws Exception {
    run(Opcodes.V1_8, 0, code -> many(code, 9_000));

    assertThat(recorded.take()).hasSizeGreaterThan(1_000);
  }

  private static void branchInAnArgument(MethodVisitor code) {
    Label other = new Label();
    Label join = new Label();
    Generated.allocate(code, BUFFER);
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFEQ, other);
    code.visitLdcInsn("one");
    code.visitJumpInsn(Opcodes.GOTO, join);
    code.visitLabel(other);
    code.visitLdcInsn("other");
    code.visitLabel(join);
    Generated.construct(code, BUFFER, OF_STRING);
    code.visitInsn(Opcodes.ARETURN);
  }

  private static void constructorOnEachBranch(MethodVisitor code) {
    Label other = new Label();
    Label join = new Label();
    Generated.allocate(code, BUFFER);
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFNE, other);
    Generated.construct(code, BUFFER, "()V");
    code.visitJumpInsn(Opcodes.GOTO, join);
    code.visitLabel(other);
    code.visitLdcInsn("x");
    Generated.construct(code, BUFFER, OF_STRING);
    code.visitLabel(join);
    code.visitInsn(Opcodes.ARETURN);
  }

  private static void many(MethodVisitor code, int length) {
    for (int size = 0; size < length; size += 8) {
      made(code);
      code.visitInsn(Opcodes.POP);
    }
    made(code);
    code.visitInsn(Opcodes.ARETURN);
  }

  private static void made(MethodVisitor code) {
    Generated.allocate(code, OBJECT);
    code.visitInsn(Opcodes.DUP);
    Generated.construct(code, OBJECT, "()V");
  }

  private Object run(int version, int argument, Consumer<MethodVisitor> body) throws Exception {
    HookingLoader fresh = new HookingLoader(Generated.class, loader.transformer);
    return fresh
        .define(Generated.NAME, Generated.type(version, body))
        .getMethod("run", int.class)
        .invoke(null, argument);
  }
}
