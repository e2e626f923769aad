package dev.heapdrift.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Everything that can be configured stands in docs/maven-plugin.md, and nothing else does. */
class PluginPageTest {
  private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
  private static final Path PAGE = Path.of("../../docs/maven-plugin.md");

  @Test
  void everyGoalAndParameterIsDescribed() throws Exception {
    Document descriptor =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(DESCRIPTOR.toFile());
    String page = Files.readString(PAGE);

    List<String> goals = new ArrayList<>();
    for (Element mojo : elements(descriptor.getDocumentElement(), "mojo")) {
      goals.add(text(mojo, "goal"));
      assertThat(page)
          .contains("| `heapdrift:" + text(mojo, "goal") + "` | `" + text(mojo, "phase"));
      for (Element parameter : elements(mojo, "parameter")) {
        if (!text(parameter, "editable").equals("false")) {
          assertThat(page).containsPattern("(?m)^\\| .*`" + text(parameter, "name") + "`.* \\|");
        }
      }
    }
    assertThat(goals).containsExactlyInAnyOrder("prepare-agent", "check", "report");
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    return elements(parent, name).get(0).getTextContent();
  }
}
