package band.civic.corkboard.history;

import band.civic.corkboard.http.JsonObject;
import band.civic.corkboard.schema.Schema;
import band.civic.corkboard.schema.SchemaReader;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Session;
import band.civic.corkboard.sqlite.Sql;
import band.civic.corkboard.sqlite.SqlFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What changed from one version of a database to the next.
///
/// @param since when the earlier version was written
/// @param until when this version was written
/// @param tables every table of either, in order of names
public record Changes(Instant since, Instant until, List<TableChange> tables) implements JsonObject {
  private static final long MOST_ROWS = 1_500_000;
  private static final long MOST_ROWS_WITHOUT_KEY = 200_000;
  private static final long LONGEST_MILLIS = 20_000;
  private static final long TABLE_MILLIS = 8_000;

  /// Compares all tables, internal ones left out, for at most 20 seconds; what was not compared says so.
  public static Changes between(Session before, Session after) {
    var old = SchemaReader.of(before);
    var now = SchemaReader.of(after);
    long end = System.nanoTime() + LONGEST_MILLIS * 1_000_000;
    var changes = new ArrayList<TableChange>();
    for (var name : names(old, now)) {
      var left = Math.min(TABLE_MILLIS, (end - System.nanoTime()) / 1_000_000);
      changes.add(compare(before, after, new Pair(name, find(old, name), find(now, name)), left));
    }
    return new Changes(before.modified(), after.modified(), List.copyOf(changes));
  }

  /// The changes of some tables.
  public Changes only(Predicate<String> which) {
    return new Changes(since, until, tables.stream().filter(t -> which.test(t.table())).toList());
  }

  private record Pair(String name, Optional<Table> old, Optional<Table> now) {}

  private static TreeSet<String> names(Schema old, Schema now) {
    var names = new TreeSet<String>();
    List.of(old, now)
        .forEach(s -> s.tables().stream().filter(t -> !t.traits().internal()).map(Table::name).forEach(names::add));
    return names;
  }

  private static Optional<Table> find(Schema schema, String name) {
    return schema.tables().stream().filter(t -> t.name().equals(name)).findFirst();
  }

  private static TableChange compare(Session before, Session after, Pair pair, long millis) {
    var rows = new TableChange.Rows(count(before, pair.old), count(after, pair.now));
    if (pair.old.isEmpty() || pair.now.isEmpty()) {
      return TableChange.unknown(pair.name, rows, pair.old.isEmpty() ? "A new table." : "The table is gone.");
    }
    if (millis <= 0 || rows.before() == null || rows.after() == null) {
      return TableChange.unknown(pair.name, rows, "Not compared in time.");
    }
    long most = pair.now.get().primaryKeys().isEmpty() ? MOST_ROWS_WITHOUT_KEY : MOST_ROWS;
    if (Math.max(rows.before(), rows.after()) > most) {
      return TableChange.unknown(pair.name, rows, "Too many rows to be compared here.");
    }
    try {
      return new TableComparison(before, after, pair.old.get(), pair.now.get()).compare(rows, millis);
    } catch (SqlFailure e) {
      if (e.kind() == SqlFailure.Kind.DAMAGED) {
        throw e;
      }
      return TableChange.unknown(pair.name, rows, "Not compared in time.");
    }
  }

  private static @Nullable Long count(Session session, Optional<Table> table) {
    try {
      return table.isEmpty()
          ? null
          : session.read(Sql.of("select count(*) from " + Sql.quoted(table.get().name())), new Limits(1, 2_000))
              .number();
    } catch (SqlFailure e) {
      if (e.kind() == SqlFailure.Kind.DAMAGED) {
        throw e;
      }
      return null;
    }
  }

  @Override
  public Map<String, @Nullable Object> toMap() {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put("since", since);
    map.put("until", until);
    map.put("tables", tables);
    return map;
  }
}
