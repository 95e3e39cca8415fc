package band.civic.corkboard.query;

import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Tilde;
import band.civic.corkboard.sqlite.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All rows of a table, view or query, one after the other.
public final class Streaming {
  private static final int CHUNK = 200;

  private final Scope scope;
  private final Sql sql;
  private final List<String> columns;
  private final List<String> labelled;
  private final @Nullable TableCall table;

  /// Takes one row.
  @FunctionalInterface
  public interface RowWriter {
    void write(@Nullable Object[] row) throws IOException;
  }

  private Streaming(Scope scope, Sql sql, List<String> columns, @Nullable TablePlan plan) {
    this.scope = scope;
    this.sql = sql;
    this.columns = columns;
    this.table = plan == null ? null : plan.call();
    this.labelled = plan == null ? List.of() : TableRows.expanded(plan.call(), plan, false);
  }

  /// All rows that match a table page's conditions.
  public static Streaming of(TableCall call) {
    var plan = TablePlan.of(call);
    return new Streaming(call.scope(), plan.streamSql(), plan.columns(), plan);
  }

  /// All rows of a query.
  public static Streaming of(QueryCall query) {
    var columns = query.scope().session().read(query.sql(), query.limits().withRows(0)).columns();
    return new Streaming(query.scope(), query.sql(), columns, null);
  }

  public List<String> columns() {
    return columns;
  }

  /// The columns whose values have labels.
  public List<String> labelled() {
    return labelled;
  }

  /// The kinds of values that each column really holds, as `typeof` calls them, NULL left out: SQLite declares types and
  /// stores what it is given. Reads every row.
  public List<Set<String>> kinds(long millis) {
    var kinds = columns.stream().<Set<String>>map(_ -> new HashSet<>()).toList();
    var _ = scope.session().stream(sql, millis, (_, row) -> {
      for (int i = 0; i < row.length; i++) {
        if (row[i] != null) {
          kinds.get(i).add(kind(row[i]));
        }
      }
      return true;
    });
    return kinds;
  }

  private static String kind(Object value) {
    return switch (value) {
      case byte[] _ -> "blob";
      case Double _ -> "real";
      case Number _ -> "integer";
      default -> "text";
    };
  }

  /// Hands out every row.
  public void forEach(long millis, RowWriter writer) throws IOException {
    var chunk = new ArrayList<@Nullable Object[]>();
    var _ = scope.session().stream(sql, millis, (_, row) -> {
      chunk.add(row);
      if (chunk.size() == CHUNK) {
        flush(chunk, writer);
      }
      return true;
    });
    flush(chunk, writer);
  }

  private void flush(List<@Nullable Object[]> chunk, RowWriter writer) {
    if (table != null && !labelled.isEmpty()) {
      new Labels(scope).expand(table.table(), columns.stream().map(c -> labelled.contains(c) ? c : "").toList(), chunk);
    }
    try {
      for (var row : chunk) {
        writer.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    chunk.clear();
  }

  /// The link to the blob in a column of a row.
  public String blobLink(@Nullable Object[] row, int column) {
    if (table == null || table.table().isView()) {
      return "";
    }
    var keys = table.table()
        .keyColumns()
        .stream()
        .map(k -> Tilde.encode(Labels.text(String.valueOf(row[columns.indexOf(k)]))))
        .collect(Collectors.joining(","));
    return table.call()
        .absolute(table.call()
            .link("/" + Tilde.encode(scope.database()) + "/" + Tilde.encode(table
                .table()
                .name()) + "/" + keys + ".blob?_blob_column=" + Args.encode(columns.get(column))));
  }
}
