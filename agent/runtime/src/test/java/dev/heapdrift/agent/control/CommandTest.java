package dev.heapdrift.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

class CommandTest {
  private final Bulletin bulletin = Bulletin.open(ByteBuddyAgent.install());

  @Test
  void theArgumentIsAllThatFollowsTheVerb() {
    assertThat(Command.parse("control 7-1 snapshot /a b/c.hds"))
        .isEqualTo(new Command("7-1", "snapshot", "/a b/c.hds"));
    assertThat(Command.parse("control 7-1 status")).isEqualTo(new Command("7-1", "status", null));
    assertThat(Command.parse("control 7-1")).isEqualTo(new Command("7-1", "", null));
  }

  @Test
  void whatIsUnknownIsAnErrorUnderItsId() {
    assertThat(answer(new Command("7-2", "format-disk", null)))
        .isEqualTo("7-2 error: unknown request format-disk");
  }

  @Test
  void whyAnAgentCouldNotStartIsOneLine() {
    Command attach = new Command("7-3", "attach", "levle=sample");
    attach.run(
        options -> {
          throw new IllegalArgumentException("unknown option in " + options);
        },
        bulletin);
    assertThat(reply("7-3")).isEqualTo("7-3 error: unknown option in levle=sample");
    attach.run(options -> false, bulletin);
    assertThat(reply("7-3")).contains("an agent watches this JVM already");
  }

  @Test
  void answersAreBounded() {
    for (int i = 0; i < 1000; i++) {
      bulletin.reply("8-" + i, "answer");
    }
    assertThat(properties().stringPropertyNames())
        .filteredOn(name -> name.startsWith("heapdrift.reply."))
        .hasSize(16);
  }

  @Test
  void factsAreTakenBackAndAnswersStay() {
    bulletin.publish(Bulletin.LEVEL, "watch");
    bulletin.reply("9-1", "done");
    bulletin.withdraw();
    assertThat(properties()).doesNotContainKey("heapdrift.level");
    assertThat(reply("9-1")).isEqualTo("9-1 done");
  }

  private String answer(Command command) {
    command.run(options -> true, bulletin);
    return reply(command.id());
  }

  private String reply(String id) {
    return properties().values().stream()
        .map(Object::toString)
        .filter(value -> value.startsWith(id + ' '))
        .findAny()
        .orElseThrow();
  }

  private Properties properties() {
    try {
      Class<?> support = Class.forName("jdk.internal.vm.VMSupport");
      return (Properties) support.getMethod("getAgentProperties").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
