package dev.heapdrift.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class OptionTableTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "agent-options.md");

  @Test
  void everyDefaultIsAValueOfItsOption() {
    for (Option option : OptionTable.ALL) {
      assertThat(option.read(option.fallback(), "default")).as(option.name()).isNotNull();
      assertThat(OptionTable.named(option.name())).isSameAs(option);
    }
  }

  @Test
  void namesMapToPropertiesAndVariables() {
    assertThat(OptionTable.MAX_CONTAINERS.property()).isEqualTo("heapdrift.max-containers");
    assertThat(OptionTable.MAX_CONTAINERS.variable()).isEqualTo("HEAPDRIFT_MAX_CONTAINERS");
  }

  @Test
  void theDocumentationHoldsTheTable() throws IOException {
    assertThat(PAGE).content().contains(OptionTable.markdown());
  }

  @Test
  void theHelpHoldsEveryOptionInShortLines() {
    assertThat(OptionTable.ALL)
        .allMatch(option -> OptionHelp.text().contains("\n  " + option.name() + '='));
    assertThat(OptionHelp.text().lines()).noneMatch(line -> line.length() > 90);
  }

  @Property
  void distanceIsSymmetricAndBounded(
      @ForAll @AlphaChars @StringLength(max = 12) String a,
      @ForAll @AlphaChars @StringLength(max = 12) String b) {
    int distance = Spelling.distance(a, b);

    assertThat(distance).isEqualTo(Spelling.distance(b, a));
    assertThat(distance).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
    assertThat(distance == 0).isEqualTo(a.equals(b));
  }

  @Property
  void swappingTwoNeighboursIsOneMistake(
      @ForAll @AlphaChars @StringLength(min = 2, max = 12) String word) {
    String swapped = word.substring(1, 2) + word.charAt(0) + word.substring(2);

    assertThat(Spelling.distance(word, swapped)).isLessThanOrEqualTo(1);
  }
}
