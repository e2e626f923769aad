package dev.heapdrift.analyzer.catalogue;

import dev.heapdrift.analyzer.finding.Known;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Entries about known growth.
 *
 * @param entries each with an id of its own, in the order in which they are printed
 */
public record Catalogue(List<Entry> entries) {
  private static final String RESOURCE = "catalogue.json";

  /** Copies the list. */
  public Catalogue {
    entries = List.copyOf(entries);
  }

  /** The catalogue that comes with the analyzer. */
  public static Catalogue builtIn() {
    return BuiltIn.CATALOGUE;
  }

  /**
   * These entries and those of a file, which go first, and before one of these with the same id.
   *
   * @param file JSON as docs/catalogue.md describes it
   * @throws CatalogueException when it cannot be read or understood
   */
  public Catalogue with(Path file) throws CatalogueException {
    Map<String, Entry> byId = new LinkedHashMap<>();
    for (Collection<Entry> part : List.of(CatalogueReader.read(file), entries)) {
      part.forEach(entry -> byId.putIfAbsent(entry.id(), entry));
    }
    return new Catalogue(List.copyOf(byId.values()));
  }

  /**
   * What is known about something that grows.
   *
   * @param traits what it is
   * @param classLoadersLeak whether class loaders leak in the same run
   */
  public List<Known> known(Traits traits, boolean classLoadersLeak) {
    return entries.stream()
        .filter(entry -> entry.match().matches(traits))
        .map(entry -> entry.known(traits, classLoadersLeak))
        .toList();
  }

  /** Read when it is first needed. */
  private static final class BuiltIn {
    static final Catalogue CATALOGUE = read();

    private BuiltIn() {}

    private static Catalogue read() {
      try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
        return new Catalogue(CatalogueReader.read(in.readAllBytes(), RESOURCE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (CatalogueException e) {
        throw new AssertionError("a test reads it", e);
      }
    }
  }
}
