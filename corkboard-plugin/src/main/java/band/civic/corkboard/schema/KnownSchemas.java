package band.civic.corkboard.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Schemas worked out lately, by what they were made with. The same definitions always make the same columns, keys and
/// links.
final class KnownSchemas {
  private static final int MOST = 64;

  private final Map<List<Definition>, Schema> schemas = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<List<Definition>, Schema> eldest) {
      return size() > MOST;
    }
  };

  synchronized Optional<Schema> find(List<Definition> definitions) {
    return Optional.ofNullable(schemas.get(definitions));
  }

  synchronized void add(List<Definition> definitions, Schema schema) {
    schemas.put(List.copyOf(definitions), schema);
  }
}
