package band.civic.corkboard.schema;

import java.util.List;
import java.util.Optional;

/// All tables and views of a database, by name.
///
/// @param tables tables
/// @param views views
/// @param sql every definition, for people
public record Schema(List<Table> tables, List<Table> views, String sql) {

  /// A table or view of exactly that name.
  public Optional<Table> find(String name) {
    return tables.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .or(() -> views.stream().filter(t -> t.name().equals(name)).findFirst());
  }
}
