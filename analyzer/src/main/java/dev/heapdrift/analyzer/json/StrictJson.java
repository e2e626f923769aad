package dev.heapdrift.analyzer.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.heapdrift.analyzer.series.NamePattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads JSON into records, strictly: what is not understood is an error with its place. */
public final class StrictJson {
  /** Bytes of a file that is read; ten thousand entries and more. */
  private static final int MOST_BYTES = 8 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addModule(new SimpleModule().addDeserializer(NamePattern.class, new Patterns()))
          .build();

  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

  private StrictJson() {}

  /**
   * Reads a file.
   *
   * @param file JSON in UTF-8, of at most 8 MiB
   * @param type the record that its one object is read into; an {@link IllegalArgumentException} of
   *     a record's constructor says what is wrong with the values
   * @throws JsonFileException when it cannot be read or understood
   */
  public static <T> T read(Path file, Class<T> type) throws JsonFileException {
    return read(bytes(file), file.toString(), type);
  }

  /**
   * Reads bytes.
   *
   * @param json in UTF-8
   * @param name what to call it in a message
   * @param type the record that its one object is read into
   * @throws JsonFileException when it cannot be understood
   */
  public static <T> T read(byte[] json, String name, Class<T> type) throws JsonFileException {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException problem) {
      String message = name + ": " + place(problem) + path(problem) + what(problem);
      throw new JsonFileException(message, problem);
    } catch (IOException problem) {
      throw new JsonFileException(name + ": " + problem.getMessage(), problem);
    }
  }

  /** The text of a file that {@link #read(Path, Class)} reads as the same record. */
  public static String print(Record content) {
    try {
      return WRITER.writeValueAsString(content) + '\n';
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a record that is read can be written", e);
    }
  }

  private static byte[] bytes(Path file) throws JsonFileException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new JsonFileException(file + ": larger than 8 MiB", null);
      }
      return bytes;
    } catch (NoSuchFileException problem) {
      throw new JsonFileException(file + ": no such file", problem);
    } catch (IOException problem) {
      throw new JsonFileException(file + ": cannot be read as a file", problem);
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
    if (type == Double.class) {
      return "a number";
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
