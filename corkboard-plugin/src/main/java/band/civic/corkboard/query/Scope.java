package band.civic.corkboard.query;

import band.civic.corkboard.config.Config;
import band.civic.corkboard.config.Settings;
import band.civic.corkboard.config.TableConfig;
import band.civic.corkboard.schema.Schema;
import band.civic.corkboard.schema.SchemaReader;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Session;
import java.util.Optional;

/// One database as one answer sees it.
///
/// @param session the version of the file that everything is read from
/// @param config configuration of the server or site
/// @param database its name
public record Scope(Session session, Config config, String database) {

  public Schema schema() {
    return SchemaReader.of(session);
  }

  public Settings settings() {
    return config.settings();
  }

  public TableConfig config(Table table) {
    return config.table(database, table.name());
  }

  /// What an ordinary statement may cost.
  public Limits limits() {
    return new Limits(settings().number("max_returned_rows"), settings().number("sql_time_limit_ms"));
  }

  /// True when the table is kept out of lists.
  public boolean isHidden(Table table) {
    return table.traits().internal() || config(table).isHidden();
  }

  /// The column whose text stands for a row of that table: the configured one, else the one unique text column, else
  /// `name` or `title`, else the other one of two.
  public Optional<String> labelColumn(Table table) {
    return config(table).labelColumn().or(() -> {
      var unique = table.traits()
          .uniqueColumns()
          .stream()
          .filter(c -> table.findColumn(c).filter(d -> d.affinity().equals("TEXT")).isPresent())
          .distinct()
          .toList();
      return unique.size() == 1 ? Optional.of(unique.getFirst()) : namedLabel(table);
    });
  }

  private static Optional<String> namedLabel(Table table) {
    var names = table.columnNames();
    var named = names.stream().filter(c -> c.equalsIgnoreCase("name") || c.equalsIgnoreCase("title")).findFirst();
    if (named.isPresent() || names.size() != 2 || !(names.contains("id") || names.contains("pk"))) {
      return named;
    }
    return names.stream().filter(c -> !c.equals("id") && !c.equals("pk")).findFirst();
  }
}
