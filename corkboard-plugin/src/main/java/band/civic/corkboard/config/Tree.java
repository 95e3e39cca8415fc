package band.civic.corkboard.config;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A JSON or YAML file as nested maps, read without surprises: what is absent or of another type is simply not there.
final class Tree {
  private static final YAMLMapper MAPPER = YAMLMapper.builder().build();

  private Tree() {}

  /// Reads a file; YAML also reads JSON.
  static Map<String, Object> read(Path file) {
    try {
      var text = Files.readString(file);
      return text.isBlank() ? Map.of() : MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {
      });
    } catch (JacksonException e) {
      throw new BadConfiguration(file + " is no valid JSON or YAML: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new BadConfiguration("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /// A file beside the program's classes.
  static Map<String, Object> resource(String name) {
    try (var in = Tree.class.getResourceAsStream("/band/civic/corkboard/" + name)) {
      return MAPPER.readValue(Objects.requireNonNull(in, name), new TypeReference<Map<String, Object>>() {
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, Object> tree, String... path) {
    var at = tree;
    for (var key : path) {
      at = at.get(key) instanceof Map<?, ?> next ? (Map<String, Object>) next : Map.of();
    }
    return at;
  }

  static Optional<String> text(Map<String, Object> tree, String key) {
    return Optional.ofNullable(tree.get(key))
        .filter(v -> v instanceof String || v instanceof Number)
        .map(Object::toString);
  }

  static List<?> list(Map<String, Object> tree, String key) {
    return tree.get(key) instanceof List<?> items ? items : List.of();
  }

  static boolean flag(Map<String, Object> tree, String key) {
    return Boolean.TRUE.equals(tree.get(key)) || "true".equals(tree.get(key));
  }

  /// `over` laid over `under`: maps are merged, everything else is replaced.
  @SuppressWarnings("unchecked")
  static Map<String, Object> merge(Map<String, Object> under, Map<String, Object> over) {
    var merged = new LinkedHashMap<>(under);
    over.forEach((key, value) -> merged.merge(key, value, (a, b) -> a instanceof Map<?, ?> && b instanceof Map<?, ?>
        ? merge((Map<String, Object>) a, (Map<String, Object>) b)
        : b));
    return merged;
  }
}
