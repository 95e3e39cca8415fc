package band.civic.corkboard.history;

import band.civic.corkboard.history.TableChange.Difference;
import band.civic.corkboard.history.TableChange.Sample;
import band.civic.corkboard.schema.Table;
import band.civic.corkboard.sqlite.Limits;
import band.civic.corkboard.sqlite.Session;
import band.civic.corkboard.sqlite.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Compares the rows of one table in two versions, in the columns that both have. Rows are told apart by their key; rows
/// without one are only added or removed.
final class TableComparison {
  /// Differences beyond these are counted, but not looked at column by column.
  private static final int MOST_EXAMINED = 2_000;
  private static final int SAMPLES = 10;

  private final Session before;
  private final Session after;
  private final Table table;
  private final List<String> keys;
  private final List<String> columns;
  private final RowMap known = new RowMap();
  private final List<Sample> samples = new ArrayList<>();
  private final List<@Nullable Object[]> changedKeys = new ArrayList<>();
  private long added;
  private long changed;

  TableComparison(Session before, Session after, Table old, Table table) {
    this.before = before;
    this.after = after;
    this.table = table;
    this.keys = old.primaryKeys().equals(table.primaryKeys()) ? table.primaryKeys() : List.of();
    var common = new ArrayList<>(keys);
    table.columnNames().stream().filter(c -> old.findColumn(c).isPresent() && !keys.contains(c)).forEach(common::add);
    this.columns = common;
  }

  /// @param millis after so long it gives up by throwing
  TableChange compare(TableChange.Rows rows, long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    read(before, millis, this::know);
    read(after, left(end), this::meet);
    if (known.left() > 0) {
      read(before, left(end), this::miss);
    }
    var tally = examine(left(end));
    return new TableChange(table.name(), rows, new Difference(added, known.left(), changed), tally, samples, "");
  }

  private static long left(long end) {
    return Math.max(1, (end - System.nanoTime()) / 1_000_000);
  }

  @FunctionalInterface
  private interface RowTaker {
    /// @return false when no more rows are wanted
    boolean take(long key, @Nullable Object[] row);
  }

  private void read(Session session, long millis, RowTaker taker) {
    var sql = "select " + columns.stream().map(Sql::quoted).collect(Collectors.joining(", ")) + " from "
        + Sql.quoted(table.name());
    var seen = new HashMap<Long, Integer>();
    var _ = session.stream(Sql.of(sql), millis, (_, row) -> {
      long key = keys.isEmpty() ? Fingerprints.of(row, 0, row.length) : Fingerprints.of(row, 0, keys.size());
      return taker.take(keys.isEmpty() ? numbered(key, seen) : key, row);
    });
  }

  /// Equal rows get different keys, the same ones in both versions.
  private static long numbered(long key, Map<Long, Integer> seen) {
    return Fingerprints.numbered(key, seen.merge(key, 1, Integer::sum));
  }

  private boolean know(long key, @Nullable Object[] row) {
    var _ = known.put(key, Fingerprints.of(row, keys.size(), row.length));
    return true;
  }

  private boolean meet(long key, @Nullable Object[] row) {
    int slot = known.find(key);
    if (slot < 0) {
      sample("added", added++, row);
    } else if (known.tick(slot) && !keys.isEmpty()
        && known.row(slot) != Fingerprints.of(row, keys.size(), row.length)) {
      changed++;
      if (changedKeys.size() < MOST_EXAMINED) {
        changedKeys.add(Arrays.copyOf(row, keys.size()));
      }
    }
    return true;
  }

  private boolean miss(long key, @Nullable Object[] row) {
    int slot = known.find(key);
    if (slot >= 0 && !known.isTicked(slot)) {
      sample("removed", samples.stream().filter(s -> s.kind().equals("removed")).count(), row);
    }
    return samples.stream().filter(s -> s.kind().equals("removed")).count() < Math.min(SAMPLES, known.left());
  }

  private void sample(String kind, long before, @Nullable Object[] row) {
    if (before < SAMPLES) {
      samples.add(new Sample(kind, key(row), object(row), Map.of()));
    }
  }

  private List<@Nullable Object> key(@Nullable Object[] row) {
    var key = new ArrayList<@Nullable Object>();
    for (int i = 0; i < keys.size(); i++) {
      key.add(row[i]);
    }
    return key;
  }

  private Map<String, @Nullable Object> object(@Nullable Object[] row) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    IntStream.range(0, row.length).forEach(i -> object.put(columns.get(i), row[i]));
    return object;
  }

  /// Looks at changed rows column by column; those that changed where few did are the samples.
  private Map<String, Integer> examine(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    var tally = new HashMap<String, Integer>();
    var changes = new ArrayList<Sample>();
    for (var key : changedKeys) {
      if (System.nanoTime() > end) {
        break;
      }
      var old = row(before, key);
      var now = row(after, key);
      now.keySet().removeIf(c -> Objects.deepEquals(now.get(c), old.get(c)));
      old.keySet().retainAll(now.keySet());
      now.keySet().forEach(c -> tally.merge(c, 1, Integer::sum));
      changes.add(new Sample("changed", key(key), now, old));
    }
    changes.stream()
        .sorted(Comparator.comparingInt(s -> s.row()
            .keySet()
            .stream()
            .mapToInt(c -> tally.getOrDefault(c, 0))
            .min()
            .orElse(Integer.MAX_VALUE)))
        .limit(SAMPLES)
        .forEach(samples::add);
    var sorted = new LinkedHashMap<String, Integer>();
    tally.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  private Map<String, @Nullable Object> row(Session session, @Nullable Object[] key) {
    var params = new HashMap<String, @Nullable Object>();
    var conditions = new ArrayList<String>();
    for (int i = 0; i < keys.size(); i++) {
      params.put("k" + i, key[i]);
      conditions.add(Sql.quoted(keys.get(i)) + " is :k" + i);
    }
    var sql = "select " + columns.stream().map(Sql::quoted).collect(Collectors.joining(", ")) + " from "
        + Sql.quoted(table.name()) + " where " + String.join(" and ", conditions);
    var rows = session.read(new Sql(sql, params), new Limits(1, 1_000)).rows();
    return rows.isEmpty() ? new LinkedHashMap<>() : object(rows.getFirst());
  }
}
