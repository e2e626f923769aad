package dev.heapdrift.snapshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamePoolTest {
  private final NamePool pool = new NamePool();

  @Test
  void theNextFilesStringsAreThoseOfTheFileBefore() throws SnapshotFormatException {
    List<String> first = file("a", "com.app.Orders", "läuft", "z");
    List<String> next = file("a", "com.app.Orders", "läuft", "z");
    assertThat(next).isEqualTo(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(next.get(i)).isSameAs(first.get(i));
    }
  }

  @Test
  void insertedRemovedAndChangedStringsDisturbNothing() throws SnapshotFormatException {
    List<String> first = file("a", "b", "c", "d", "e");
    assertThat(file("a", "x", "c", "new", "d", "b", "é", "e"))
        .containsExactly("a", "x", "c", "new", "d", "b", "é", "e")
        .satisfies(strings -> assertThat(strings.get(5)).isSameAs(first.get(1)));
    assertThat(file("e", "a")).containsExactly("e", "a");
    assertThat(file()).isEmpty();
    assertThat(file("a")).containsExactly("a");
  }

  // Equal literals are one object to begin with: only decoded bytes tell.
  private List<String> file(String... texts) throws SnapshotFormatException {
    List<String> table = new ArrayList<>();
    pool.begin(table);
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      table.add(pool.string(new ByteSource(bytes, 0), bytes.length));
    }
    return table;
  }
}
