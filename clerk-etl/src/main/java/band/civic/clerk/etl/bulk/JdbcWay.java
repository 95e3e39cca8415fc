package band.civic.clerk.etl.bulk;

import band.civic.clerk.etl.bulk.sort.Loser;
import band.civic.clerk.etl.bulk.sort.Overruled;
import band.civic.clerk.etl.bulk.text.Chunk;
import band.civic.clerk.etl.bulk.text.RowView;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The plain way: every row through a prepared statement. Slow, and what the other ways are checked against, so it
/// shares none of their code for values.
final class JdbcWay implements RowTarget, RowWriter {
  private static final int BATCH = 1000;

  private final Job job;
  private final TableShape table;
  private final PreparedStatement insert;
  private final Fingerprints stored = new Fingerprints();
  private final LongList lines = new LongList();
  private final KeyIndex places = new KeyIndex(stored::key, 0);
  private final List<Loser> losers = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();
  private String fault = "";
  private int batched;

  private JdbcWay(Job job, TableShape table, PreparedStatement insert) {
    this.job = job;
    this.table = table;
    this.insert = insert;
  }

  static LoadReport load(Job job, Connection connection, String table) throws SQLException {
    var shape = TableShape.read(connection, table);
    try (var insert = connection.prepareStatement(upsert(shape, "main"))) {
      var way = new JdbcWay(job, shape, insert);
      var tally = Scan.here(job, way);
      var outcome = way.settle();
      OverruledLines.report(job, outcome.overruled(), tally.places());
      return LoadReport.of(tally, way.stored.size(), outcome, job.fingerprints() ? way.stored : new Fingerprints());
    }
  }

  /// The last row of a key wins.
  static String upsert(TableShape table, String schema) {
    var names = table.names().stream().map(TableShape::quoted).collect(Collectors.joining(", "));
    return "INSERT INTO " + schema + "." + TableShape.quoted(table.name()) + "(" + names + ") VALUES ("
        + String.join(", ", Collections.nCopies(table.names().size(), "?")) + ") " + onConflict(table);
  }

  static String onConflict(TableShape table) {
    var key = TableShape.quoted(table.key());
    return table.columns().isEmpty()
        ? "ON CONFLICT(" + key + ") DO NOTHING"
        : table.columns()
            .stream()
            .map(column -> TableShape.quoted(column.name()))
            .map(name -> name + " = excluded." + name)
            .collect(Collectors.joining(", ", "ON CONFLICT(" + key + ") DO UPDATE SET ", ""));
  }

  @Override
  public void begin(Chunk chunk) {}

  @Override
  public String put(RowView row) {
    fault = "";
    values.clear();
    var key = Mapping.map(job, row, this);
    if (fault.isEmpty()) {
      try {
        store(row, key);
      } catch (SQLException e) {
        throw new IllegalStateException("Line " + row.line() + ": " + e.getMessage(), e);
      }
    }
    return fault;
  }

  @Override
  public void end(Chunk chunk) {}

  @Override
  public void finish() {
    try {
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public void nothing() {
    var column = values.size() < table.columns().size() ? table.columns().get(values.size()) : null;
    if (column != null && column.required()) {
      reject("its " + column.name() + " is empty");
    }
    values.add(null);
  }

  @Override
  public void integer(long value) {
    values.add(value);
  }

  @Override
  public void real(double value) {
    values.add(value);
  }

  @Override
  public void text(byte[] utf8, int from, int to) {
    values.add(new String(utf8, from, to - from, StandardCharsets.UTF_8));
  }

  @Override
  public void blob(byte[] value) {
    values.add(value.clone());
  }

  @Override
  public void reject(String reason) {
    fault = fault.isEmpty() ? reason : fault;
  }

  private void store(RowView row, long key) throws SQLException {
    var known = places.find(key);
    if (known == KeyIndex.NONE) {
      stored.add(key, row.hash());
      lines.add(row.line());
      places.add(stored.size() - 1);
    } else {
      losers.add(new Loser(key, lines.get(known), stored.hash(known)));
      stored.set(known, row.hash());
      lines.set(known, row.line());
    }
    bind(key);
  }

  /// Now that the last line of every key is known.
  private Loser.Outcome settle() {
    var repeated = new ArrayList<Long>();
    var overruled = new ArrayList<Overruled>();
    for (var loser : losers) {
      var winner = places.find(loser.key());
      if (stored.hash(winner) == loser.hash()) {
        repeated.add(loser.key());
      } else {
        overruled.add(new Overruled(loser.key(), loser.line(), lines.get(winner)));
      }
    }
    return new Loser.Outcome(repeated, overruled);
  }

  private void bind(long key) throws SQLException {
    if (values.size() != table.columns().size()) {
      throw new IllegalStateException(Mapping.wrongCount(table, values.size()));
    }
    values.add(table.keyPlace(), key);
    for (var i = 0; i < values.size(); i++) {
      insert.setObject(i + 1, values.get(i));
    }
    insert.addBatch();
    if (++batched % BATCH == 0) {
      insert.executeBatch();
    }
  }
}
