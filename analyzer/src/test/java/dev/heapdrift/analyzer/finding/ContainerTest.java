package dev.heapdrift.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.snapshot.ContainerFacts.ElementShare;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerTest {

  @Test
  void hiddenClassesOfOneDeclaringClassAreOneElementClass() {
    List<ElementShare> elements =
        elements(
            new ElementShare("com.app.Session", 0.5),
            new ElementShare("com.app.Bus$$Lambda$421/0x00007f8ab4140000", 0.4),
            new ElementShare("com.app.Bus$$Lambda/0x000000800100ac00", 0.2));
    assertThat(elements)
        .extracting(ElementShare::type)
        .containsExactly("com.app.Bus$$Lambda", "com.app.Session");
    assertThat(elements.get(0).share()).isBetween(0.59, 0.61);
  }

  @Test
  void ordinaryNamesStayAsTheyAre() {
    assertThat(elements(new ElementShare("com.app.Orders$1", 1), new ElementShare("[B", 0)))
        .extracting(ElementShare::type)
        .containsExactly("com.app.Orders$1", "[B");
  }

  private static List<ElementShare> elements(ElementShare... shares) {
    return new Container("java.util.HashMap", null, null, 1, 1, List.of(shares)).elements();
  }
}
