package dev.heapdrift.analyzer.report;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.function.Function;

/**
 * Builds and prints JSON in the same way everywhere: two spaces, line feeds, ASCII only, so that no
 * locale of a terminal or pipe can damage it.
 */
final class Json {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** An object that begins with the name of its schema, as every document does. */
  static ObjectNode document(String schema) {
    return object().put("schema", schema);
  }

  /** A list of objects. */
  static <T> ArrayNode list(Collection<T> items, Function<T, ObjectNode> item) {
    ArrayNode list = array();
    items.forEach(each -> list.add(item.apply(each)));
    return list;
  }

  /** A list of texts. */
  static <T> ArrayNode texts(Collection<T> items, Function<T, String> text) {
    ArrayNode list = array();
    items.forEach(each -> list.add(text.apply(each)));
    return list;
  }

  /** Both ends of an interval. */
  static ArrayNode interval(double low, double high) {
    return array().add(rounded(low)).add(rounded(high));
  }

  static void write(JsonNode node, PrintWriter out) {
    try {
      out.print(WRITER.writeValueAsString(node));
      out.print('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Six significant digits; null for what was not measured and for what JSON cannot say. */
  static Double rounded(Double value) {
    if (value == null || value.isNaN() || value.isInfinite()) {
      return null;
    }
    return BigDecimal.valueOf(value).round(new MathContext(6)).doubleValue();
  }
}
