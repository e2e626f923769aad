package dev.heapdrift.agent.hosts;

import com.example.tenant.Tenant;
import dev.heapdrift.agent.testkit.SpawnedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/** An application that is a module and needs no other than {@code java.base}. */
final class ModuleHost implements Host {
  private static final String MODULE = "com.example.tenant";
  private static final String COMPLAINT =
      "heapdrift: this JVM runs without the module jdk.management, --add-modules jdk.management"
          + " brings it; the application runs without it";

  private final boolean bare;

  /**
   * Creates a row.
   *
   * @param bare whether the JVM has what it needs and nothing else, as an image of jlink's
   */
  ModuleHost(boolean bare) {
    this.bare = bare;
  }

  @Override
  public String name() {
    return bare ? "module path, with java.base alone" : "module path, with jdk.management";
  }

  @Override
  public SpawnedJvm.Builder describe(Setting setting) throws Exception {
    Path module = setting.folder().resolve("module");
    Setting.copy(Tenant.class, module);
    Files.write(module.resolve("module-info.class"), descriptor());
    return SpawnedJvm.ofModule(module, MODULE + '/' + Tenant.class.getName())
        .jvm(bare ? "--limit-modules=java.base,java.instrument" : "--add-modules=jdk.management");
  }

  @Override
  public Set<Evidence> evidence() {
    return bare ? Set.of() : Set.of(Evidence.MAP, Evidence.ARRAY);
  }

  @Override
  public boolean mayComplain(List<String> lines) {
    return lines.equals(bare ? List.of(COMPLAINT) : List.of());
  }

  boolean isBare() {
    return bare;
  }

  private static byte[] descriptor() {
    ClassWriter out = new ClassWriter(0);
    out.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
    ModuleVisitor module = out.visitModule(MODULE, 0, null);
    module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
    module.visitEnd();
    out.visitEnd();
    return out.toByteArray();
  }
}
