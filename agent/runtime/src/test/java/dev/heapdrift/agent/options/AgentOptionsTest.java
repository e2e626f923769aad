package dev.heapdrift.agent.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentOptionsTest {

  @Test
  void nothingGivenMeansTheTable() {
    AgentOptions options = parse(null);

    assertThat(options.level()).isEqualTo(Level.WATCH);
    assertThat(options.snapshots()).isEqualTo("heapdrift-snapshots");
    assertThat(options.intervalMillis()).isEqualTo(60_000);
    assertThat(options.include()).isEmpty();
    assertThat(options.exclude()).isEmpty();
    assertThat(options.maxContainers()).isEqualTo(50_000);
    assertThat(options.maxSnapshots()).isEqualTo(200);
    assertThat(options.maxSnapshotBytes()).isEqualTo(256L << 20);
    assertThat(options.frames()).isEqualTo(64);
    assertThat(options.zoom()).isTrue();
    assertThat(options.notSeen()).isEmpty();
  }

  @Test
  void theArgumentWinsOverThePropertyWinsOverTheVariable() {
    Map<String, String> properties = Map.of("heapdrift.frames", "2", "heapdrift.zoom", "off");
    Map<String, String> environment =
        Map.of("HEAPDRIFT_FRAMES", "3", "HEAPDRIFT_ZOOM", "on", "HEAPDRIFT_MAX_CONTAINERS", "4");

    AgentOptions options = AgentOptions.parse("frames=1", properties, environment);

    assertThat(options.frames()).isEqualTo(1);
    assertThat(options.zoom()).isFalse();
    assertThat(options.maxContainers()).isEqualTo(4);
  }

  @Test
  void aFileHoldsWhatIsGivenNowhereElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("heapdrift.properties");
    Files.writeString(file, "# of all services\ninterval = 5m\nframes=9\nsnapshots=/über/alles\n");

    AgentOptions options = parse("frames=7,options=" + file);

    assertThat(options.frames()).isEqualTo(7);
    assertThat(options.intervalMillis()).isEqualTo(300_000);
    assertThat(options.snapshots()).isEqualTo("/über/alles");
    assertThat(
            AgentOptions.parse("", Map.of("heapdrift.options", file.toString()), Map.of()).frames())
        .isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '"',
      value = {
        "intervall=5s > : unknown option 'intervall', did you mean 'interval'?",
        "colour=red > : unknown option 'colour'",
        "options=other > : it cannot name another one",
        "frames=many > : 'many' is no value of frames, which is written number",
        "frames=\\u00 > cannot be read: Malformed",
      })
  void aFileThatCannotBeHonouredIsOneLine(String line, String message, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("file"), line);

    assertThatThrownBy(() -> parse("options=" + file))
        .isInstanceOf(OptionException.class)
        .hasMessageStartingWith("options file " + file)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> parse("options=" + file + "-missing"))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining(" cannot be read: ");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "500ms,500", "5s,5000", "5m,300000", "1h,3600000"})
  void intervalsHaveAUnit(String text, long millis) {
    assertThat(parse("interval=" + text).intervalMillis()).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({"1048576,1048576", "2048k,2097152", "256m,268435456", "1g,1073741824"})
  void sizesMayHaveAUnit(String text, long bytes) {
    assertThat(parse("max-snapshot-bytes=" + text).maxSnapshotBytes()).isEqualTo(bytes);
  }

  @Test
  void patternsAreSeparatedBySemicolons() {
    AgentOptions options = parse("include=com.app;com.lib.Cache*,exclude=com.app.gen");

    assertThat(options.include()).containsExactly("com.app", "com.lib.Cache*");
    assertThat(options.counts("com.app.Orders")).isTrue();
    assertThat(options.counts("com.lib.CacheOfAll$Inner")).isTrue();
    assertThat(options.counts("com.application.Orders")).isFalse();
    assertThat(options.counts("com.app.gen.Orders")).isFalse();
    assertThat(options.counts("com.app.general.Orders")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "work=com.app:type=Shop#served,frames=7 > com.app:type=Shop#served",
        "work=Web:type=Requests,name=\"http-80\"#count,frames=7 >"
            + " Web:type=Requests,name=\"http-80\"#count",
      })
  void theNameOfACounterMayHoldCommas(String argument, String counter) {
    AgentOptions options = parse(argument);

    assertThat(options.work()).isEqualTo(counter);
    assertThat(options.frames()).isEqualTo(7);
  }

  @Test
  void tracingIsSetUpByLevelIntervalAndBounds() {
    AgentOptions options = parse("level=sample,sample-interval=64k,max-live=5000,trace-frames=8");

    assertThat(options.level()).isEqualTo(Level.SAMPLE);
    assertThat(options.tracing()).isEqualTo(new TracingOptions(8, 65_536, 5000, 65_536, 0));
    assertThat(options.inForce()).containsEntry("sample-interval", "65536");
    assertThat(parse("level=off").level()).isEqualTo(Level.OFF);
  }

  @Test
  void aMisspeltPropertyIsIgnoredAndSaidSo() {
    AgentOptions options =
        AgentOptions.parse("", Map.of("heapdrift.intervall", "1s"), Map.of("HEAPDRIFT_HOME", "/"));

    assertThat(options.intervalMillis()).isEqualTo(60_000);
    assertThat(options.notSeen())
        .containsExactly(
            "system property heapdrift.intervall is ignored; did you mean heapdrift.interval?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '"',
      value = {
        "intervall=5s > unknown agent option 'intervall', did you mean 'interval'?",
        "snapshot=x > unknown agent option 'snapshot', did you mean 'snapshots'?",
        "colour=red > unknown agent option 'colour'",
        "include=a,com.b > unknown agent option 'com.b'; patterns are separated by semicolons",
        "zoom > agent option 'zoom' has no value",
        "zoom=on,zoom=off > agent option 'zoom' is given twice",
        "frames=0 > agent option: frames=0 is not in 1..1024",
        "zoom=yes > agent option: 'yes' is no value of zoom, which is written on|off",
      })
  void whatCannotBeHonouredIsOneLine(String argument, String message) {
    assertThatThrownBy(() -> parse(argument))
        .isInstanceOf(OptionException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interval=ms",
        "interval=-5s",
        "interval=99999999999999999999s",
        "interval=9999999999999999h",
        "frames=many",
        "zoom=yes",
        "include=com app",
        "include=*.x",
        "snapshots=",
        "max-snapshots=1",
        "max-snapshot-bytes=1x",
        "work=requests",
        "work=com.app:type=Shop",
        "work=com.app:type=Shop,interval=5s",
        "work=com.app:type=Shop#",
        "work=com.app:Shop#served"
      })
  void nonsenseIsRefused(String argument) {
    assertThatThrownBy(() -> parse(argument))
        .isInstanceOf(OptionException.class)
        .hasMessageStartingWith("agent option: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatIsInForceReadsBackAsTheSameOptions() {
    AgentOptions options =
        parse(
            "level=off,snapshots=a b,interval=5m,include=x;y.Z*,exclude=x.w,frames=7,zoom=off,"
                + "work=a:b=c,d=e#f");

    StringBuilder again = new StringBuilder();
    options.inForce().forEach((name, text) -> again.append(name + "=" + text + ","));

    assertThat(parse(again.toString())).isEqualTo(options);
    assertThat(options.inForce()).hasSameSizeAs(OptionTable.ALL);
  }

  private static AgentOptions parse(String argument) {
    return AgentOptions.parse(argument, Map.of(), Map.of());
  }
}
