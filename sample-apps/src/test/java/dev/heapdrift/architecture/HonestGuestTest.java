package dev.heapdrift.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** What code of ours must not touch inside the application's JVM, and where the exceptions are. */
class HonestGuestTest {

  private static final JavaClasses CLASSES = Classes.all();

  @Test
  void theEntryInitialisesNothingThatTheApplicationMayWantToSetUp() {
    noClasses()
        .that()
        .resideInAPackage("dev.heapdrift.boot..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..",
            "java.nio.file..",
            "java.lang.management..",
            "javax.management..",
            "org.slf4j..")
        .check(CLASSES);
  }

  @Test
  void theDoorUsesNoCollectionOfTheJdk() {
    noClasses()
        .that()
        .resideInAPackage("dev.heapdrift.hooks..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(java.util.Collection.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.Map.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheHeapPackageReadsRawMemory() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.heapdrift.agent.heap..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jdk.internal.misc..", "sun.misc..")
        .check(CLASSES);
  }

  @Test
  void logbackIsSetUpByProgramAndInOnePlaceOfTheAgent() {
    noClasses()
        .that()
        .resideInAPackage("dev.heapdrift.agent..")
        .and()
        .resideOutsideOfPackage("dev.heapdrift.agent.log..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ch.qos.logback..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.heapdrift.agent..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.slf4j.LoggerFactory")
        .because("its first call reads the application's configuration")
        .check(CLASSES);
  }

  @Test
  void onlyTheZoomUsesByteBuddy() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.heapdrift.agent.zoom..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.bytebuddy..")
        .because("it is slow to start: what is installed before the application uses raw ASM")
        .check(CLASSES);
  }

  @Test
  void onlyTheWorkCounterCallsBeansOfTheApplication() {
    noClasses()
        .that()
        .resideInAPackage("dev.heapdrift.agent..")
        .and()
        .resideOutsideOfPackages("dev.heapdrift.agent.work..", "dev.heapdrift.agent.jmx..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javax.management")
        .because("their getters are its code: they are read on a thread of their own, if asked for")
        .check(CLASSES);
  }

  /** With its findings by JMX the analyzer is a guest too; only the commands are not. */
  @Test
  void whatJudgesLogsNothingAndStartsNoThread() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.heapdrift.analyzer",
            "dev.heapdrift.analyzer.catalogue..",
            "dev.heapdrift.analyzer.detect..",
            "dev.heapdrift.analyzer.finding..",
            "dev.heapdrift.analyzer.guest..",
            "dev.heapdrift.analyzer.json..",
            "dev.heapdrift.analyzer.series..",
            "dev.heapdrift.analyzer.site..",
            "dev.heapdrift.analyzer.trend..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ch.qos.logback..", "org.slf4j..", "picocli..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .orShould()
        .callConstructor(Thread.class, Runnable.class, String.class)
        .check(CLASSES);
  }

  @Test
  void nothingEndsTheApplicationOrPrintsOnItsStdout() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.heapdrift.hooks..",
            "dev.heapdrift.boot..",
            "dev.heapdrift.agent..",
            "dev.heapdrift.api..")
        .and()
        .doNotHaveFullyQualifiedName("dev.heapdrift.boot.OptionsHelp") // a program, no guest
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(System.class, "out")
        .check(CLASSES);
  }
}
