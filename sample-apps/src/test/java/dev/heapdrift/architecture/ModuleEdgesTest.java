package dev.heapdrift.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Edges between modules: runtime to hooks and snapshot; api and analyzer to snapshot; junit to api,
 * analyzer and snapshot; the Maven plugin to analyzer; no other.
 */
class ModuleEdgesTest {

  private static final JavaClasses CLASSES = Classes.all();

  @TestFactory
  Stream<DynamicTest> modules() {
    return Stream.of(
        module("hooks", "dev.heapdrift.hooks..", "java..", "jdk.internal.vm.annotation.."),
        module("snapshot", "dev.heapdrift.snapshot..", "java.."),
        module("api", "dev.heapdrift.api..", "java..", "dev.heapdrift.snapshot.."),
        module("boot", "dev.heapdrift.boot..", "java.."),
        module(
            "runtime",
            "dev.heapdrift.agent..",
            "java..",
            "javax.management..",
            "com.sun.management..",
            "jdk.jfr..",
            "jdk.internal.misc..",
            "dev.heapdrift.hooks..",
            "dev.heapdrift.snapshot..",
            "ch.qos.logback..",
            "net.bytebuddy..",
            "org.HdrHistogram..",
            "org.objectweb.asm..",
            "org.slf4j.."),
        module(
            "analyzer",
            "dev.heapdrift.analyzer..",
            "java..",
            "javax.imageio..",
            "javax.lang.model..",
            "javax.tools..",
            "javax.xml.parsers..",
            "javax.xml.stream..",
            "org.w3c.dom..",
            "com.sun.source..",
            "com.sun.tools.attach..",
            "dev.heapdrift.snapshot..",
            "ch.qos.logback..",
            "com.fasterxml.jackson..",
            "org.apache.batik..",
            "org.hipparchus..",
            "org.knowm.xchart..",
            "org.slf4j..",
            "picocli.."),
        module(
            "junit",
            "dev.heapdrift.junit..",
            "java..",
            "javax.management..",
            "com.sun.management..",
            "com.sun.tools.attach..",
            "dev.heapdrift.api..",
            "dev.heapdrift.analyzer..",
            "dev.heapdrift.snapshot..",
            "org.junit..",
            "org.opentest4j.."),
        module(
            "maven plugin",
            "dev.heapdrift.maven..",
            "java..",
            "dev.heapdrift.analyzer.launch..",
            "org.apache.maven.."),
        module(
            "samples",
            "dev.heapdrift.samples..",
            "java..",
            "javax.management..",
            "com.sun.net.httpserver.."));
  }

  @Test
  void everyClassBelongsToAModule() {
    assertThat(CLASSES)
        .allMatch(
            type ->
                type.getPackageName()
                    .matches(
                        "dev\\.heapdrift\\.(hooks|snapshot|api|boot|agent|analyzer|"
                            + "junit|maven|samples)\\b.*"));
  }

  @Test
  void packagesOfTheAgentFormNoCycle() {
    slices().matching("dev.heapdrift.agent.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesOfTheAnalyzerFormNoCycle() {
    slices().matching("dev.heapdrift.analyzer.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static DynamicTest module(String name, String own, String... others) {
    String[] allowed = Stream.concat(Stream.of(own), Stream.of(others)).toArray(String[]::new);
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage(own)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(allowed);
    return DynamicTest.dynamicTest(name, () -> rule.check(CLASSES));
  }
}
