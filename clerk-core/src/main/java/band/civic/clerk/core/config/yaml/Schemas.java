package band.civic.clerk.core.config.yaml;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The JSON Schemas (2020-12) of `site-config/schema`, which the jar carries.
public final class Schemas {
  private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();

  private Schemas() {}

  /// Holds a file against a schema.
  ///
  /// @param schema `site`, `agencies`
  /// @throws BadConfiguration with every problem, each with its line
  public static void check(YamlFile file, String schema) {
    var problems = LOADED.computeIfAbsent(schema, Schemas::load)
        .validate(file.root())
        .stream()
        .map(error -> problem(file, error))
        .toList();
    if (!problems.isEmpty()) {
      throw new BadConfiguration(String.join("\n", problems));
    }
  }

  private static String problem(YamlFile file, Error error) {
    var pointer = error.getInstanceLocation().toString();
    var property = Optional.ofNullable(error.getProperty()).orElse("");
    return switch (error.getKeyword()) {
      case "additionalProperties" -> file.placeOf(pointer + "/" + property) + ": unknown key `" + property + "`";
      case "required" -> file.placeOf(pointer) + ": `" + property + "` is missing";
      default -> file.placeOf(pointer) + ": `" + pointer.substring(pointer.lastIndexOf('/') + 1) + "` "
          + error.getMessage();
    };
  }

  private static Schema load(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream("/site-config/schema/" + name + ".schema.json")) {
      if (in == null) {
        throw new IllegalStateException("No schema " + name + " on the class path");
      }
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

}
