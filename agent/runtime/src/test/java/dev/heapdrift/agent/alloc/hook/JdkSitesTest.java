package dev.heapdrift.agent.alloc.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.agent.alloc.AllocationSite;
import dev.heapdrift.agent.alloc.SiteTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of calls binds to the JDK that runs the test, and of each way hooks one end. */
class JdkSitesTest {

  @Test
  void constructorsCalledByHandlesMeetInOnePlace() throws IOException {
    assertThat(sites("java/lang/invoke/DirectMethodHandle"))
        .singleElement()
        .returns("allocateInstance", AllocationSite::method)
        .returns(null, AllocationSite::type)
        .returns(true, AllocationSite::jdk);
  }

  @Test
  @DisabledForJreRange(min = JRE.JAVA_18, disabledReason = "JEP 416: by method handles")
  void reflectionOfOldMeetsInConstructor() throws IOException {
    assertThat(sites("java/lang/reflect/Constructor"))
        .filteredOn(site -> site.type() == null)
        .extracting(AllocationSite::method)
        .contains("newInstanceWithCaller");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_18)
  void reflectionByHandlesHasANativeWayToo() throws IOException {
    assertThat(sites("java/lang/reflect/Constructor"))
        .filteredOn(site -> site.type() == null)
        .extracting(AllocationSite::method)
        .doesNotContain("newInstanceWithCaller");
    assertThat(sites("jdk/internal/reflect/DirectConstructorHandleAccessor$NativeAccessor"))
        .extracting(AllocationSite::method)
        .containsExactly("newInstance");
  }

  @Test
  void copiesOfObjectsAreToldByTheirCallers() throws IOException {
    List<AllocationSite> sites = sites("java/util/Arrays");

    assertThat(sites).filteredOn(site -> site.descriptor().contains("Ljava/lang/Class;")).isEmpty();
    assertThat(sites)
        .filteredOn(site -> site.descriptor().startsWith("([Ljava/lang/Object;I"))
        .extracting(AllocationSite::method)
        .contains("copyOf", "copyOfRange");
    assertThat(sites)
        .filteredOn(site -> site.descriptor().equals("([BI)[B"))
        .extracting(AllocationSite::type)
        .contains("byte[]");
  }

  @Test
  void bytesOfCharactersAreToldByTheCallers() throws IOException {
    assertThat(sites("java/lang/StringUTF16"))
        .filteredOn(
            site ->
                site.method().equals("newBytesFor")
                    || (site.method().equals("toBytes") && site.descriptor().equals("([CII)[B")))
        .isEmpty();
    assertThat(sites("java/lang/AbstractStringBuilder"))
        .extracting(AllocationSite::type)
        .contains("byte[]");
  }

  @Test
  void aConcatenationTellsOfItsArrayAndItsCallerOfTheString() throws IOException {
    List<AllocationSite> helper = sites("java/lang/StringConcatHelper");

    assertThat(helper).extracting(AllocationSite::method).contains("newArray");
    assertThat(helper).extracting(AllocationSite::type).doesNotContain("java.lang.String");
    assertThat(sites("java/lang/String"))
        .filteredOn(site -> site.method().equals("concat"))
        .extracting(AllocationSite::type)
        .contains("java.lang.String");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/lang/Thread",
        "java/lang/ThreadLocal$ThreadLocalMap",
        "java/lang/ref/WeakReference",
        "java/lang/ClassLoader",
        "java/lang/Throwable",
        "java/lang/invoke/MethodType",
        "java/util/concurrent/locks/AbstractQueuedSynchronizer",
        "jdk/internal/misc/Unsafe",
      })
  void aDangerousClassIsLeftAlone(String name) throws IOException {
    assertThat(sites(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/util/HashMap",
        "java/lang/Integer",
        "java/util/concurrent/ConcurrentHashMap",
        "java/lang/StringBuilder",
        "java/math/BigInteger",
      })
  void anOrdinaryClassIsHooked(String name) throws IOException {
    assertThat(sites(name)).isNotEmpty();
  }

  private static List<AllocationSite> sites(String name) throws IOException {
    SiteTable table = new SiteTable();
    AllocationTransformer transformer =
        new AllocationTransformer(table, any -> true, loader -> true, null);
    transformer.transform(null, null, name, null, null, bytes(name));
    assertThat(transformer.unhooked().sentences()).isEmpty();
    List<AllocationSite> sites = new ArrayList<>();
    for (int number = 1; number < table.size(); number++) {
      sites.add(table.get(number));
    }
    return sites;
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
