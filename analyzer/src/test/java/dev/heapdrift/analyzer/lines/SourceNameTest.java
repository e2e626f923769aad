package dev.heapdrift.analyzer.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.heapdrift.analyzer.testing.TracedBuilder;
import dev.heapdrift.snapshot.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {
  private static final Snapshot SNAPSHOT =
      TracedBuilder.at(1)
          .counted("byte[]", 16, 1, "com.app.Orders$Line.of(Orders.java:42)")
          .counted("byte[]", 16, 1, "com.app.web.Page.show(Page.java:3)")
          .counted("byte[]", 16, 1, "com.app.pdf.Page.show(Page.java:3)")
          .counted("byte[]", 16, 1, "Script.main(Script.java:1)")
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.app.Orders",
        "com.app.Orders$Line",
        "com.app.Orders.Line",
        "Orders",
        "Orders.java",
        "app/Orders.java",
        "com/app/Orders.java",
        "src\\main\\java\\com\\app\\Orders.java",
        "/home/me/src/main/java/com/app/Orders.java"
      })
  void aFileIsMeantByManyNames(String wanted) throws LinesException {
    assertThat(find(wanted)).isEqualTo(new SourceName("com.app", "Orders.java"));
  }

  @Test
  void theUnnamedPackageHasNoFolder() throws LinesException {
    assertThat(find("Script").path()).isEqualTo("Script.java");
  }

  @Test
  void ofTwoFilesOneMustBeChosen() throws LinesException {
    refused("Page", "Page may be any of com/app/pdf/Page.java, com/app/web/Page.java");
    assertThat(find("web/Page.java").packageName()).isEqualTo("com.app.web");
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.app.Order", "app.Orders", "rders.java", "com.app", ""})
  void whatIsNotInTheSnapshotIsSaid(String wanted) {
    refused(wanted, wanted + " is not in the snapshot: no stack of it has such a frame");
  }

  private static SourceName find(String wanted) throws LinesException {
    return SourceName.find(wanted, List.of(SNAPSHOT));
  }

  private static void refused(String wanted, String why) {
    assertThatExceptionOfType(LinesException.class).isThrownBy(() -> find(wanted)).withMessage(why);
  }
}
