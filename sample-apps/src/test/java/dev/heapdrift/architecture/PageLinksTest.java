package dev.heapdrift.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every link of a page within the checkout leads to a file, and to a heading where it names one.
 */
class PageLinksTest {

  private static final Pattern LINK =
      Pattern.compile("]\\((?!https?:)([^)\\s#]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  static Stream<Path> pages() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.list(Classes.ROOT);
        Stream<Path> docs = Files.walk(Classes.ROOT.resolve("docs"))) {
      pages = Stream.concat(files, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
    return pages.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leadSomewhere(Path page) throws IOException {
    for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
      String file = link.group(1);
      Path to = file.isEmpty() ? page : page.resolveSibling(file);
      assertThat(to).as(link.group()).exists();
      if (link.group(2) != null) {
        assertThat(headings(to)).as(link.group()).contains(link.group(2));
      }
    }
  }

  /** As they are named in links: lower case, hyphens for blanks, nothing else but letters. */
  private static Set<String> headings(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\w -]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
