package band.civic.corkboard.page;

import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.query.Scope;
import band.civic.corkboard.render.Cells;
import band.civic.corkboard.schema.Schema;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.subject.Leads;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Leads from the values of tables, rows and queries to the declared pages about them, and from the keys that stand in
/// views and results to their rows.
///
/// @param pages those of the database
/// @param database the path of the database
/// @param keys for columns that name rows wherever they stand, the table of those rows
public record PageLinks(List<Page> pages, String database, Map<String, String> keys) {

  /// The links of a table's own page; its foreign keys lead to rows already.
  public static PageLinks ofTable(Scope scope, String database) {
    return new PageLinks(scope.config().pages(scope.database()), database, Map.of());
  }

  /// The links of a view or a result. Only declared databases name their keys so that they mean the same everywhere.
  public static PageLinks ofResult(Scope scope, String database) {
    var pages = scope.config().pages(scope.database());
    Map<String, String> keys = pages.isEmpty()
        ? Map.of()
        : scope.session().remember("tables by key", () -> keys(scope.schema()));
    return new PageLinks(pages, database, keys);
  }

  /// Tables by their only key column, where no other table has one of that name that is not a reference to the first.
  private static Map<String, String> keys(Schema schema) {
    var found = new HashMap<String, String>();
    var ambiguous = new HashSet<String>();
    for (var table : schema.tables()) {
      if (table.primaryKeys().size() == 1 && isOwn(table)
          && found.putIfAbsent(table.primaryKeys().getFirst(), table.name()) != null) {
        ambiguous.add(table.primaryKeys().getFirst());
      }
    }
    found.keySet().removeAll(ambiguous);
    return Map.copyOf(found);
  }

  private static boolean isOwn(Table table) {
    return !table.traits().internal() && table.findOutgoing(table.primaryKeys().getFirst()).isEmpty();
  }

  /// A cell that leads to the page about its value, or to its row; otherwise the cell as it is.
  public Cell link(Cell cell, String column, List<String> columns, @Nullable Object[] row) {
    if (pages.isEmpty() || cell.style().equals("null") || cell.style().equals("blob")) {
      return cell;
    }
    return Leads.page(pages, column, columns, name -> text(columns, row, name))
        .or(() -> Optional.ofNullable(keys.get(column))
            .flatMap(t -> text(columns, row, column).map(k -> Tilde.encode(t) + "/" + Tilde.encode(k))))
        .map(below -> new Cell(cell.text(), Optional.of(database + "/" + below), cell.note(), cell.style()))
        .orElse(cell);
  }

  private static Optional<String> text(List<String> columns, @Nullable Object[] row, String name) {
    return Optional.ofNullable(row[columns.indexOf(name)]).map(Cells::text);
  }
}
