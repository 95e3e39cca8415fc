package band.civic.corkboard.schema;

import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Session;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the schema of a database, once for each version of the file.
public final class SchemaReader {
  private static final Limits ALL = new Limits(100_000, 20_000);

  private static final KnownSchemas KNOWN = new KnownSchemas();

  private final Session session;
  private final List<Definition> definitions = new ArrayList<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Set<String> withoutRowid = new HashSet<>();
  private final Map<String, List<Column>> columns = new TreeMap<>();
  private final Map<String, List<ForeignKey>> outgoing = new HashMap<>();

  private SchemaReader(Session session) {
    this.session = session;
  }

  /// The schema of the session's file.
  public static Schema of(Session session) {
    return session.remember("schema", () -> new SchemaReader(session).readOrRecognize());
  }

  /// Databases of many sites have one schema; it is worked out once for all of them.
  private Schema readOrRecognize() {
    for (var row : rows("select type, name, tbl_name, sql from sqlite_master order by name")) {
      definitions.add(new Definition(text(row[0]), text(row[1]), text(row[2]), (String) row[3]));
    }
    return KNOWN.find(definitions).orElseGet(() -> {
      var schema = read();
      KNOWN.add(definitions, schema);
      return schema;
    });
  }

  private Schema read() {
    for (var row : rows("select name, type, wr from pragma_table_list where schema = 'main'")) {
      kinds.put(text(row[0]), text(row[1]));
      if (row[2] instanceof Number n && n.intValue() == 1) {
        withoutRowid.add(text(row[0]));
      }
    }
    definitions.stream()
        .filter(d -> !d.type().equals("index") && !d.type().equals("trigger"))
        .forEach(d -> columns.put(d.name(), readColumns(d.name())));
    definitions.stream()
        .filter(d -> d.type().equals("table"))
        .forEach(d -> outgoing.put(d.name(), readOutgoing(d.name())));
    var sql = definitions.stream()
        .map(Definition::sql)
        .filter(s -> s != null)
        .map(s -> s + ";")
        .collect(Collectors.joining("\n"));
    return new Schema(tables("table"), tables("view"), sql);
  }

  private List<Table> tables(String type) {
    return definitions.stream().filter(d -> d.type().equals(type)).map(this::table).toList();
  }

  private Table table(Definition made) {
    var own = columns.getOrDefault(made.name(), List.of());
    boolean isView = made.type().equals("view");
    var keys = own.stream()
        .filter(c -> c.keyPosition() > 0)
        .sorted(Comparator.comparingInt(Column::keyPosition))
        .map(Column::name)
        .toList();
    var sql = made.sql() == null ? "" : made.sql();
    var traits = new Table.Traits(sql, definition(made), isInternal(made), withoutRowid.contains(made.name()),
        isView ? List.of() : uniqueColumns(made.name()));
    return new Table(made.name(), isView, own, keys, outgoing.getOrDefault(made.name(), List.of()),
        incoming(made.name()),
        isView ? Optional.empty() : ftsTable(made.name()), traits);
  }

  private String definition(Definition made) {
    var indexes = definitions.stream()
        .filter(d -> d.type().equals("index") && d.table().equals(made.name()))
        .map(Definition::sql)
        .filter(s -> s != null)
        .map(s -> "\n" + s + ";")
        .collect(Collectors.joining());
    return (made.sql() == null ? "" : made.sql()) + ";" + indexes;
  }

  private boolean isInternal(Definition made) {
    return made.name().startsWith("_") || made.name().startsWith("sqlite_") || "shadow".equals(kinds.get(made.name()))
        || Fts.contentOf(made.sql()).isPresent();
  }

  private Optional<String> ftsTable(String table) {
    return definitions.stream()
        .filter(d -> Fts.contentOf(d.sql()).filter(table::equals).isPresent()
            || (d.name().equals(table) && Fts.isFts(d.sql())))
        .map(Definition::name)
        .findFirst();
  }

  private List<Column> readColumns(String table) {
    try {
      var found = new ArrayList<Column>();
      for (var row : rows("PRAGMA table_xinfo(" + Sql.quoted(table) + ")")) {
        found.add(new Column(text(row[1]), row[2] == null ? "" : text(row[2]), number(row[3]) != 0,
            Optional.ofNullable((String) row[4]), number(row[5]), number(row[6])));
      }
      return found;
    } catch (SqlFailure brokenView) {
      return List.of();
    }
  }

  private List<ForeignKey> readOutgoing(String table) {
    var all = rows("PRAGMA foreign_key_list(" + Sql.quoted(table) + ")");
    var sizes = all.stream().collect(Collectors.groupingBy(r -> number(r[0]), Collectors.counting()));
    return all.stream()
        .filter(r -> sizes.getOrDefault(number(r[0]), 0L) == 1)
        .map(r -> new ForeignKey(text(r[2]), text(r[3]), r[4] == null ? onlyKey(text(r[2])) : text(r[4])))
        .sorted(Comparator.comparing(ForeignKey::column))
        .toList();
  }

  private String onlyKey(String table) {
    return columns.getOrDefault(table, List.of())
        .stream()
        .filter(c -> c.keyPosition() == 1)
        .map(Column::name)
        .findFirst()
        .orElse("rowid");
  }

  private List<ForeignKey> incoming(String table) {
    return outgoing.entrySet()
        .stream()
        .flatMap(e -> e.getValue()
            .stream()
            .filter(k -> k.otherTable().equals(table))
            .map(k -> new ForeignKey(e.getKey(), k.otherColumn(), k.column())))
        .sorted(Comparator.comparing(ForeignKey::otherTable).thenComparing(ForeignKey::otherColumn))
        .toList();
  }

  private List<String> uniqueColumns(String table) {
    var indexes = rows("select l.name, (select group_concat(x.name, char(0)) from pragma_index_info(l.name) x) "
        + "from pragma_index_list(" + Sql.literal(table) + ") l where l.\"unique\" and not l.partial");
    Function<@Nullable Object[], String> names = row -> row[1] == null ? "\0" : text(row[1]);
    return indexes.stream().map(names).filter(n -> n.indexOf('\0') < 0).toList();
  }

  private List<@Nullable Object[]> rows(String sql) {
    return session.read(Sql.of(sql), ALL).rows();
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static int number(@Nullable Object value) {
    return value instanceof Number n ? n.intValue() : 0;
  }
}
