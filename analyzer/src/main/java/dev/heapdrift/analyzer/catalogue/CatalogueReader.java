package dev.heapdrift.analyzer.catalogue;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.heapdrift.analyzer.series.NamePattern;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the JSON of a catalogue, strictly: what is not understood is an error with its place. */
final class CatalogueReader {
  private static final String SCHEMA = "heapdrift-catalogue/1";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addModule(new SimpleModule().addDeserializer(NamePattern.class, new Patterns()))
          .build();

  private CatalogueReader() {}

  /**
   * The file as it is written.
   *
   * @param schema names this form
   * @param entries each with an id of its own
   */
  record Content(String schema, List<Entry> entries) {
    Content {
      if (!SCHEMA.equals(schema)) {
        throw new IllegalArgumentException("schema must be " + SCHEMA);
      }
      if (entries == null) {
        throw new IllegalArgumentException("entries is missing");
      }
      Set<String> ids = new HashSet<>();
      for (Entry entry : entries) {
        if (entry == null) {
          throw new IllegalArgumentException("an entry must not be null");
        }
        if (!ids.add(entry.id())) {
          throw new IllegalArgumentException("two entries have the id " + entry.id());
        }
      }
      entries = List.copyOf(entries);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @param json in UTF-8
   * @param name what to call it in a message
   */
  static List<Entry> read(byte[] json, String name) throws CatalogueException {
    try {
      return MAPPER.readValue(json, Content.class).entries();
    } catch (JsonProcessingException problem) {
      String message = name + ": " + place(problem) + path(problem) + what(problem);
      throw new CatalogueException(message, problem);
    } catch (IOException problem) {
      throw new CatalogueException(name + ": " + problem.getMessage(), problem);
    }
  }

  private static String place(JsonProcessingException problem) {
    JsonLocation at = problem.getLocation();
    return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }

  /** The way to what is wrong, {@code entries[2].match: }. */
  private static String path(JsonProcessingException problem) {
    if (!(problem instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return "";
    }
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : mapping.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
      }
    }
    return path.append(": ").toString();
  }

  private static String what(JsonProcessingException problem) {
    if (problem instanceof UnrecognizedPropertyException unknown) {
      return "unknown key, known are "
          + unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
    }
    if (problem instanceof ValueInstantiationException && problem.getCause() != null) {
      return problem.getCause().getMessage();
    }
    if (problem instanceof MismatchedInputException mismatch) {
      return mismatch.getPath().isEmpty()
          ? "the file must hold one object, and nothing else"
          : "must be " + wanted(mismatch.getTargetType());
    }
    return problem.getOriginalMessage();
  }

  private static String wanted(Class<?> type) {
    if (type == Long.class) {
      return "a whole number";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    return type == String.class || type == NamePattern.class
        ? "a text"
        : type != null && type.isRecord() ? "an object" : "a list";
  }

  /** Patterns are written as their text. */
  private static final class Patterns extends FromStringDeserializer<NamePattern> {
    private static final long serialVersionUID = 1;

    Patterns() {
      super(NamePattern.class);
    }

    @Override
    protected NamePattern _deserialize(String text, DeserializationContext context) {
      return NamePattern.of(text);
    }
  }
}
