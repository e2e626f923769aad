package dev.heapdrift.analyzer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heapdrift.analyzer.series.NamePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/catalogue.md are the data; {@code -Dheapdrift.update.docs=true} writes them.
 */
class CataloguePageTest {
  private static final Path PAGE = Path.of("..", "docs", "catalogue.md");
  private static final String BEGIN = "<!-- catalogue: begin -->\n";
  private static final String END = "<!-- catalogue: end -->\n";

  @Test
  void thePageListsWhatIsBuiltIn() throws IOException {
    String page = Files.readString(PAGE);
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    String written = before + tables() + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("heapdrift.update.docs")) {
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(written);
  }

  private static String tables() {
    StringBuilder text = new StringBuilder("\n### Known leaks\n\n");
    text.append(
        "| entry | of | versions | why, and what mends it | known by |\n|---|---|---|---|---|\n");
    entries(false)
        .forEach(entry -> row(text, entry, entry.versions(), entry.reason() + ' ' + entry.fix()));
    text.append("\n### Growth that ends\n\n");
    text.append("| entry | of | ends below | why | known by |\n|---|---|---|---|---|\n");
    entries(true)
        .forEach(
            entry ->
                row(text, entry, String.format(Locale.ROOT, "%,d", entry.upTo()), reason(entry)));
    return text.append('\n').toString();
  }

  private static Stream<Entry> entries(boolean benign) {
    return Catalogue.builtIn().entries().stream().filter(entry -> entry.isBenign() == benign);
  }

  private static String reason(Entry entry) {
    return Boolean.TRUE.equals(entry.unlessClassLoadersLeak())
        ? entry.reason() + " Not while class loaders leak."
        : entry.reason();
  }

  private static void row(StringBuilder text, Entry entry, String bound, String why) {
    String names =
        Stream.of(entry.match().owner(), entry.match().site())
            .flatMap(List::stream)
            .map(NamePattern::text)
            .distinct()
            .map(name -> '`' + name + '`')
            .collect(Collectors.joining(", "));
    text.append("| [").append(entry.id()).append("](").append(entry.source()).append(") | ");
    text.append(String.join(" | ", entry.library(), bound, why, names)).append(" |\n");
  }
}
