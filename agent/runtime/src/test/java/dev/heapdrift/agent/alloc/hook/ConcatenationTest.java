package dev.heapdrift.agent.alloc.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * A concatenation by invokedynamic tells of its string; generated, for the build compiles it
 * otherwise.
 */
class ConcatenationTest {
  private static final Handle BOOTSTRAP =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/invoke/StringConcatFactory",
          "makeConcatWithConstants",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
              + "Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
          false);

  private final Recorded recorded = new Recorded();
  private final HookingLoader loader = new HookingLoader(recorded.sites, Generated.class);

  @AfterEach
  void closeTheDoor() {
    recorded.close();
  }

  @Test
  void ofANumberAndAConstant() throws Exception {
    Object made = concatenate("(I)Ljava/lang/String;", "order-\u0001");

    assertThat(made).isEqualTo("order-7");
    assertThat(recorded.take()).extracting(Recorded.Made::object).containsExactly(made);
  }

  @Test
  void ofANumberAloneIsAConversionThatTheJdkTells() throws Exception {
    Object made = concatenate("(I)Ljava/lang/String;", "\u0001");

    assertThat(made).isEqualTo("7");
    assertThat(recorded.take()).isEmpty();
  }

  @Test
  void ofNothingButConstantsMakesNothing() throws Exception {
    Object made = concatenate("()Ljava/lang/String;", "constant");

    assertThat(made).isEqualTo("constant");
    assertThat(recorded.take()).isEmpty();
  }

  private Object concatenate(String descriptor, String recipe) throws Exception {
    byte[] bytes =
        Generated.type(
            Opcodes.V17,
            code -> {
              if (descriptor.startsWith("(I)")) {
                code.visitVarInsn(Opcodes.ILOAD, 0);
              }
              code.visitInvokeDynamicInsn("makeConcatWithConstants", descriptor, BOOTSTRAP, recipe);
              code.visitInsn(Opcodes.ARETURN);
            });
    return loader.define(Generated.NAME, bytes).getMethod("run", int.class).invoke(null, 7);
  }
}
