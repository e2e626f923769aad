package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * Other people's formats: the schema of SARIF that OASIS publishes, and what the readers of JUnit's
 * XML agree on.
 */
final class Schemas {
  private static final String SARIF = "/schema/sarif-schema-2.1.0.json";

  private Schemas() {}

  static List<String> problemsOfSarif(String log) throws IOException {
    try (InputStream schema = Schemas.class.getResourceAsStream(SARIF)) {
      JsonSchema sarif =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
      return sarif.validate(new ObjectMapper().readTree(log)).stream()
          .map(Object::toString)
          .toList();
    }
  }

  static void checkJunit(String suite) throws IOException, SAXException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Schemas.class.getResource("/schemas/junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(suite)));
  }
}
