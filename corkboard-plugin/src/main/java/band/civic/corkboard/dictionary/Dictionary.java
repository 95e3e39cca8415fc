package band.civic.corkboard.dictionary;

import band.civic.corkboard.dictionary.Entry.ColumnEntry;
import band.civic.corkboard.dictionary.Entry.Traits;
import band.civic.corkboard.query.Counts;
import band.civic.corkboard.query.Scope;
import band.civic.corkboard.schema.Column;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The entries of a database, those that the configuration names first.
public final class Dictionary {
  /// So many rows of each table are looked at for the kinds of their values.
  public static final int LOOKED_AT = 20_000;
  private static final long MILLIS = 1_000;
  private static final int WIDEST = 200;

  private final Scope scope;

  private Dictionary(Scope scope) {
    this.scope = scope;
  }

  /// Tables and views that anybody may see; what is hidden stays out.
  public static List<Entry> of(Scope scope) {
    var named = scope.config().tableNames(scope.database());
    var all = new ArrayList<>(scope.schema().tables());
    all.addAll(scope.schema().views());
    var dictionary = new Dictionary(scope);
    return all.stream()
        .filter(t -> !scope.isHidden(t) && scope.config().showsTable(scope.database(), t.name()))
        .sorted(Comparator.comparingInt(t -> named.contains(t.name()) ? named.indexOf(t.name()) : named.size()))
        .map(dictionary::entry)
        .toList();
  }

  private Entry entry(Table table) {
    var metadata = scope.config().metadata(scope.database(), table.name());
    var rows = Counts.of(scope, table);
    return new Entry(table.name(), text(metadata, "title", table.name()), text(metadata, "description", ""),
        table.isView() ? "view" : "table", rows.truncated() ? Optional.empty() : rows.rows(), columns(table, metadata));
  }

  private static String text(Map<String, Object> metadata, String key, String otherwise) {
    return metadata.get(key) instanceof String text ? text : otherwise;
  }

  private List<ColumnEntry> columns(Table table, Map<String, Object> metadata) {
    var comments = table.isView() ? borrowed(table) : Comments.of(table.traits().sql());
    var described = metadata.get("columns") instanceof Map<?, ?> map ? map : Map.of();
    var facts = scope.session().remember("kinds of values of " + table.name(), () -> facts(table));
    var entries = new ArrayList<ColumnEntry>();
    for (int i = 0; i < table.columns().size(); i++) {
      var column = table.columns().get(i);
      var words = described.get(column.name()) instanceof String text
          ? text
          : comments.getOrDefault(column.name(), "");
      var fact = i < facts.size() ? facts.get(i) : new Fact("", Optional.empty());
      entries.add(new ColumnEntry(column.name(), column.type(), fact.kinds, fact.filled, traits(table, column), words));
    }
    return entries;
  }

  /// What the tables that a view reads say of columns of the same name.
  private Map<String, String> borrowed(Table view) {
    var words = new HashSet<>(Arrays.asList(view.traits().sql().split("\\W+")));
    var comments = new HashMap<String, String>();
    scope.schema()
        .tables()
        .stream()
        .filter(t -> words.contains(t.name()))
        .forEach(t -> Comments.of(t.traits().sql()).forEach(comments::putIfAbsent));
    return comments;
  }

  private static Traits traits(Table table, Column column) {
    return new Traits(column.keyPosition() > 0, column.notNull(),
        table.findOutgoing(column.name()).map(k -> k.otherTable()));
  }

  private record Fact(String kinds, Optional<Double> filled) {}

  /// What is really in the columns; nothing when it takes too long.
  private List<Fact> facts(Table table) {
    if (table.columns().size() > WIDEST) {
      return List.of();
    }
    var names = table.columnNames().stream().map(Sql::quoted).toList();
    var sql = names.stream()
        .map(n -> "group_concat(distinct case when " + n + " is not null then typeof(" + n + ") end), count(" + n + ")")
        .collect(Collectors.joining(", "));
    var from = " from (select " + String.join(", ", names) + " from " + Sql.quoted(table.name()) + " limit " + LOOKED_AT
        + ")";
    try {
      var row = scope.session().read(Sql.of("select count(*), " + sql + from), new Limits(1, MILLIS)).rows().getFirst();
      long rows = row[0] instanceof Number n ? n.longValue() : 0;
      var facts = new ArrayList<Fact>();
      for (int i = 1; i + 1 < row.length; i += 2) {
        double filled = row[i + 1] instanceof Number n && rows > 0 ? n.doubleValue() / rows : 0;
        facts.add(new Fact(row[i] instanceof String kinds ? kinds.replace(",", ", ") : "",
            rows == 0 ? Optional.empty() : Optional.of(filled)));
      }
      return facts;
    } catch (SqlFailure e) {
      if (e.kind() == SqlFailure.Kind.DAMAGED) {
        throw e;
      }
      return List.of();
    }
  }
}
