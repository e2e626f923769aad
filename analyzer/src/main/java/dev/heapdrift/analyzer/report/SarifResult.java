package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heapdrift.analyzer.finding.Container;
import dev.heapdrift.analyzer.finding.Details;
import dev.heapdrift.analyzer.gate.Gated;
import dev.heapdrift.analyzer.gate.Standing;
import dev.heapdrift.analyzer.report.SourcePlaces.Place;
import dev.heapdrift.snapshot.Frame;
import dev.heapdrift.snapshot.ZoomFacts.Counterpart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One finding as a SARIF result.
 *
 * @param places where the sources are
 * @param compared whether to say what is new and what is not
 */
record SarifResult(SourcePlaces places, boolean compared) {
  private static final String ROOT = "%SRCROOT%";

  ObjectNode node(Gated gated) {
    Details details = gated.finding().details();
    ObjectNode node = Json.object();
    node.put("ruleId", gated.finding().kind().label());
    boolean open = gated.standing() == Standing.OPEN;
    node.put("kind", open ? "open" : "fail");
    node.put("level", open ? "none" : gated.standing().fails() ? "error" : "warning");
    node.putObject("message")
        .put("text", GateWords.standing(gated) + ": " + details.title() + ". " + details.remedy());
    node.putObject("partialFingerprints").put("heapdrift/v1", details.fingerprint());
    if (compared) {
      node.put("baselineState", baselineState(gated.standing()));
    }
    if (gated.standing() == Standing.SUPPRESSED) {
      node.putArray("suppressions")
          .addObject()
          .put("kind", "external")
          .put("justification", gated.reason());
    }
    location(node.putArray("locations").addObject(), places.of(details));
    related(node, details);
    return node;
  }

  private static String baselineState(Standing standing) {
    return switch (standing) {
      case NEW, SUPPRESSED, BELOW, OPEN -> "new";
      case WORSE -> "updated";
      case EXPIRED, KNOWN, BOUNDED -> "unchanged";
    };
  }

  private void related(ObjectNode node, Details details) {
    ArrayNode related = Json.array();
    owner(related, details.container());
    Counterpart counterpart = details.evidence().counterpart();
    if (counterpart != null) {
      site(related, counterpart.method(), FindingFacts.counterpart(counterpart));
    }
    if (details.applicationSite() != null) {
      site(related, details.applicationSite(), "called by");
    }
    if (!related.isEmpty()) {
      node.set("relatedLocations", related);
    }
  }

  private void owner(ArrayNode related, Container container) {
    if (container.owner() == null) {
      return;
    }
    ObjectNode location = related.addObject();
    location.put("id", related.size());
    location.putObject("message").put("text", "held by " + container.owner());
    String field = container.holder();
    if (field != null) {
      location
          .putArray("logicalLocations")
          .addObject()
          .put("fullyQualifiedName", field)
          .put("kind", "member");
      Place place = places.of(declaring(field));
      if (place != null && place.found()) {
        physical(location, place);
      }
    }
  }

  /** A frame of the class that declares a field, in the file that is named like its outer class. */
  private static Frame declaring(String field) {
    String type = field.substring(0, Math.max(0, field.lastIndexOf('.')));
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return new Frame(type, "", simple.replaceFirst("\\$.*", "") + ".java", 0);
  }

  private void site(ArrayNode related, Frame frame, String message) {
    ObjectNode location = related.addObject();
    location.put("id", related.size());
    location.putObject("message").put("text", message);
    Place place = places.of(frame);
    if (place == null) {
      logical(location, frame);
    } else {
      location(location, place);
    }
  }

  private static void location(ObjectNode location, Place place) {
    physical(location, place);
    if (place.frame() != null) {
      logical(location, place.frame());
    }
  }

  private static void logical(ObjectNode location, Frame frame) {
    location
        .putArray("logicalLocations")
        .addObject()
        .put("fullyQualifiedName", frame.method())
        .put("kind", "function");
  }

  private static void physical(ObjectNode location, Place place) {
    ObjectNode physical = location.putObject("physicalLocation");
    ObjectNode artifact = physical.putObject("artifactLocation");
    boolean absolute = place.path().matches("/.*|[A-Za-z]:/.*");
    artifact.put("uri", uri(place.path(), absolute));
    if (!absolute) {
      artifact.put("uriBaseId", ROOT);
    }
    // GitHub shows nothing without a line.
    physical.putObject("region").put("startLine", Math.max(1, place.line()));
  }

  /** A path as a reference: spaces, colons and all else that would mean something are escaped. */
  private static String uri(String path, boolean absolute) {
    String escaped =
        URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    return !absolute ? escaped : (path.startsWith("/") ? "file://" : "file:///") + escaped;
  }
}
