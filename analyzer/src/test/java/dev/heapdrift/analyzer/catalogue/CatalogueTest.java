package dev.heapdrift.analyzer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.finding.GrowthStack;
import dev.heapdrift.analyzer.finding.Known;
import dev.heapdrift.analyzer.series.NamePattern;
import dev.heapdrift.analyzer.testing.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue that is built in: its form, and whether it is true of the JDK that runs this. */
class CatalogueTest {
  private static final long BOUND = 50_000;

  @Test
  void bothKindsAreThereEachWithAnIdOfItsOwn() {
    List<Entry> entries = Catalogue.builtIn().entries();
    assertThat(entries)
        .hasSizeGreaterThanOrEqualTo(15)
        .extracting(Entry::id)
        .doesNotHaveDuplicates();
    assertThat(entries).anyMatch(Entry::isBenign).anyMatch(entry -> !entry.isBenign());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void anEntryGivesAReasonAndASource(Entry entry) {
    assertThat(entry.reason()).matches("\\p{Lu}.*\\.");
    assertThat(entry.source()).matches("https://\\S+");
    if (!entry.isBenign()) {
      assertThat(entry.fix()).matches("\\p{Lu}.*\\.");
      assertThat(entry.versions()).doesNotEndWith(".");
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void aPatternNamesAClassOrAMemberAndNotAPackage(Entry entry) {
    assertThat(patterns(entry)).allMatch(name -> name.matches("([a-z]\\w*\\.)+\\p{Lu}[\\w$.]*"));
  }

  /** Fields move from release to release; of each entry at least one is where it says. */
  @ParameterizedTest
  @MethodSource("entriesOfTheJdk")
  void theJdkHasWhatAnEntryNames(Entry entry) {
    assertThat(entry.match().owner()).anyMatch(owner -> exists(owner.text()));
  }

  @Test
  void aPathBeginsWithTheFieldThatAnEntryNames() {
    Traits types =
        Traits.of(
            "static java.lang.invoke.MethodType.internTable.map.map"
                + " (jdk.internal.util.ReferencedKeyMap.map)",
            "jdk.internal.util.ReferencedKeyMap.map",
            BOUND,
            List.of(),
            null);
    assertThat(Catalogue.builtIn().known(types, false))
        .singleElement()
        .isInstanceOfSatisfying(
            Known.Benign.class,
            known -> {
              assertThat(known.id()).isEqualTo("jdk-method-types");
              assertThat(known.holds()).isTrue();
            });
  }

  @Test
  void aReasonHoldsUpToItsBoundAndWhileNoClassLoadersLeak() {
    assertThat(doubt(BOUND, false)).isNull();
    assertThat(doubt(BOUND + 1, false)).isEqualTo("there are 50,001");
    assertThat(doubt(-1, false)).contains("not known");
    assertThat(doubt(BOUND, true)).contains("class loaders leak");
  }

  @Test
  void aLeakIsKnownByTheMethodsOnItsWay() {
    GrowthStack stack =
        new GrowthStack(
            1.0,
            90,
            Frames.parse(
                "java.util.ArrayList.grow(ArrayList.java:1)",
                "groovy.lang.GroovyClassLoader.parseClass(GroovyClassLoader.java:2)",
                "com.app.Rules.eval(Rules.java:3)"));
    Traits inserting = Traits.of(null, null, 7, List.of(stack), stack.frames().get(1));
    assertThat(inserting.sites())
        .containsExactly("groovy.lang.GroovyClassLoader.parseClass", "java.util.ArrayList.grow");
    assertThat(Catalogue.builtIn().known(inserting, false))
        .singleElement()
        .isInstanceOf(Known.Leak.class);
    Traits calling = Traits.of(null, null, 7, List.of(stack), stack.frames().get(2));
    assertThat(calling.sites()).as("what the application calls").hasSize(3);
  }

  @Test
  void whatNobodyKnowsHasNoNote() {
    Traits unknown =
        Traits.of("static a.B.C", "a.B.C", 7, List.of(), Frames.parse("a.B.c(B.java:1)"));
    assertThat(Catalogue.builtIn().known(unknown, true)).isEmpty();
  }

  private static String doubt(long size, boolean classLoadersLeak) {
    String field = "java.lang.invoke.MethodType.internTable";
    Traits traits = Traits.of("static " + field, field, size, List.of(), null);
    Known known = Catalogue.builtIn().known(traits, classLoadersLeak).get(0);
    return ((Known.Benign) known).doubt();
  }

  private static Stream<Entry> entries() {
    return Catalogue.builtIn().entries().stream();
  }

  private static Stream<Entry> entriesOfTheJdk() {
    return entries().filter(entry -> entry.library().equals("JDK"));
  }

  private static List<String> patterns(Entry entry) {
    return Stream.of(entry.match().owner(), entry.match().site())
        .flatMap(List::stream)
        .map(NamePattern::text)
        .toList();
  }

  /** A class, or a field by its name among the constants of its class: reflection hides some. */
  private static boolean exists(String name) {
    int dot = name.lastIndexOf('.');
    return classFile(name) != null || constants(name.substring(0, dot), name.substring(dot + 1));
  }

  private static boolean constants(String className, String field) {
    byte[] file = classFile(className);
    // A name of the constant pool: tag 1, two bytes of length, the bytes.
    String constant = "\1\0" + (char) field.length() + field;
    return file != null && new String(file, StandardCharsets.ISO_8859_1).contains(constant);
  }

  private static byte[] classFile(String className) {
    String resource = className.replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
