package dev.heapdrift.analyzer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A catalogue of the user's own: what it adds, and one line for all that can be wrong with it. */
class CatalogueFileTest {
  private static final String ENTRY =
      "{'id': 'our-codes', 'kind': 'benign', 'library': 'us', 'match': {'owner': ['a.B.C']},"
          + " 'upTo': 900, 'reason': 'All codes.', 'source': 'wiki'}";

  @TempDir Path folder;

  @Test
  void itsEntriesGoFirst() throws Exception {
    Catalogue both = Catalogue.builtIn().with(file(catalogue(ENTRY)));
    assertThat(both.entries()).hasSize(Catalogue.builtIn().entries().size() + 1);
    assertThat(both.entries().get(0).id()).isEqualTo("our-codes");
    assertThat(both.entries().get(0).upTo()).isEqualTo(900);
  }

  @Test
  void oneWithTheSameIdTakesThePlaceOfOneThatIsBuiltIn() throws Exception {
    Catalogue mended =
        Catalogue.builtIn().with(file(catalogue(ENTRY.replace("our-codes", "jdk-zones"))));
    assertThat(mended.entries()).hasSameSizeAs(Catalogue.builtIn().entries());
    assertThat(mended.entries())
        .filteredOn(entry -> entry.id().equals("jdk-zones"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.library()).isEqualTo("us"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'upTo': 900              | 'upTo': -900                 | upTo must say how many",
        "'upTo': 900              | 'upTo': '900'                | entries[0].upTo: must be a whole number",
        "'upTo': 900              | 'upTo': 9.5                  | entries[0].upTo: must be a whole number",
        "'upTo': 900,             |                              | upTo must say how many",
        "'upTo': 900              | 'upTo': 900, 'fix': 'None.'  | versions and fix are for known-leak",
        "'kind': 'benign'         | 'kind': 'harmless'           | kind is \"harmless\"",
        "'kind': 'benign'         | 'kind': 'known-leak'         | versions is missing",
        "'reason': 'All codes.'   | 'reason': ' '                | reason is missing",
        "'upTo': 900              | 'upTo': 900, 'cause': 'x'    | entries[0].cause: unknown key, known are fix, id",
        "{'owner'                 | {'type': [], 'owner'         | entries[0].match.type: unknown key",
        "['a.B.C']                | []                           | match needs a pattern",
        "['a.B.C']                | ['*']                        | a pattern must name something",
        "['a.B.C']                | ['']                         | entries[0].match",
        "'id': 'our-codes'        | 'id': 'Our codes'            | id is \"Our codes\"",
        "{'owner': ['a.B.C']}     | 'a.B.C'                      | entries[0].match: must be an object",
        "['a.B.C']                | 'a.B.C'                      | entries[0].match.owner: must be a list",
        "'source': 'wiki'}        | 'source': 'wiki'             | Unexpected",
        "'source': 'wiki'         | 'source': 'a', 'source': 'b' | Duplicate field 'source'",
      })
  void whatIsWrongIsToldWithItsPlace(String right, String wrong, String told) throws IOException {
    assertThat(ENTRY).contains(right);
    Path file = file(catalogue(ENTRY.replace(right, wrong == null ? "" : wrong)));
    assertThatThrownBy(() -> Catalogue.builtIn().with(file))
        .isInstanceOf(CatalogueException.class)
        .message()
        .startsWith(file + ": line ")
        .contains(told)
        .doesNotContain("dev.heapdrift");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'schema': 'heapdrift-catalogue/2', 'entries': []} | schema must be heapdrift-catalogue/1",
        "{'schema': 'heapdrift-catalogue/1'}                | entries is missing",
        "{'schema': 'heapdrift-catalogue/1', 'entries': [null]} | must not be null",
        "[]                                                 | must hold one object",
        "{'schema': 'heapdrift-catalogue/1', 'entries': []} 1 | must hold one object",
        "``                                                 | must hold one object",
      })
  void soIsAFileThatIsNoCatalogue(String json, String told) throws IOException {
    Path file = file(json);
    assertThatThrownBy(() -> Catalogue.builtIn().with(file))
        .isInstanceOf(CatalogueException.class)
        .message()
        .startsWith(file + ": ")
        .contains(told);
  }

  @Test
  void twoEntriesMustNotShareAnId() throws IOException {
    Path file = file(catalogue(ENTRY + ",\n" + ENTRY));
    assertThatThrownBy(() -> Catalogue.builtIn().with(file))
        .hasMessageContaining("two entries have the id our-codes");
  }

  @Test
  void whatIsNoFileIsOneLine() {
    assertThatThrownBy(() -> Catalogue.builtIn().with(folder.resolve("none.json")))
        .hasMessage(folder.resolve("none.json") + ": no such file");
    assertThatThrownBy(() -> Catalogue.builtIn().with(folder))
        .hasMessage(folder + ": cannot be read as a file");
  }

  private static String catalogue(String entries) {
    return "{'schema': 'heapdrift-catalogue/1',\n 'entries': [\n" + entries + "]}";
  }

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("own.json"), json.replace('\'', '"'));
  }
}
