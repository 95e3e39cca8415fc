package band.civic.fec.extract.api;

import band.civic.fec.bronze.Sql;
import band.civic.fec.openfec.Endpoint;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The states of all series, and the rows that open walks saw.
///
/// @param sql on `bronze.db`
record States(Sql sql) {
  /// Begins what stands for a row that cannot be read.
  static final String UNREADABLE = "unreadable ";

  SeriesState get(SeriesKey key) throws SQLException {
    return sql.find(States::read, "SELECT * FROM api_state WHERE kind = ? AND scope_id = ? AND cycle = ?",
        key.list().id(), key.scope(), key.cycle()).orElseGet(() -> SeriesState.unknown(key));
  }

  List<SeriesState> list() throws SQLException {
    return sql.list(States::read, "SELECT * FROM api_state ORDER BY kind, scope_id, cycle");
  }

  void put(SeriesState state) throws SQLException {
    var key = state.key();
    sql.update("INSERT OR REPLACE INTO api_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", key.list().id(),
        key.scope(), key.cycle(), state.status().text(), state.mode().text(), state.since(), text(state.cursor()),
        state.watermark(), state.highest(), state.readThrough(), state.fullDue() ? 1 : 0, state.pages(), state.reason(),
        state.startedAt(),
        state.finishedAt());
  }

  /// Adds to the rows that the open walk saw.
  void saw(SeriesKey key, List<String> ids) throws SQLException {
    try (var insert = sql.connection().prepareStatement("INSERT OR IGNORE INTO api_walk_rows VALUES (?, ?, ?, ?)")) {
      for (var id : ids) {
        insert.setString(1, key.list().id());
        insert.setString(2, key.scope());
        insert.setInt(3, key.cycle());
        insert.setString(4, id);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// How many different rows the open walk saw.
  long seen(SeriesKey key) throws SQLException {
    return sql.number("SELECT count(*) FROM api_walk_rows WHERE kind = ? AND scope_id = ? AND cycle = ?", key.list()
        .id(), key.scope(), key.cycle());
  }

  /// Whether the open walk saw a row that cannot be read.
  boolean sawUnreadable(SeriesKey key) throws SQLException {
    return sql.number("SELECT EXISTS (SELECT 1 FROM api_walk_rows WHERE kind = ? AND scope_id = ? AND cycle = ? "
        + "AND substr(id, 1, ?) = ?)", key.list().id(), key.scope(), key.cycle(), UNREADABLE.length(), UNREADABLE) == 1;
  }

  void forgetRows(SeriesKey key) throws SQLException {
    sql.update("DELETE FROM api_walk_rows WHERE kind = ? AND scope_id = ? AND cycle = ?", key.list().id(), key.scope(),
        key.cycle());
  }

  private static SeriesState read(ResultSet row) throws SQLException {
    var list = row.getString("kind");
    var endpoint = Arrays.stream(Endpoint.values()).filter(known -> known.id().equals(list)).findFirst().orElseThrow();
    return new SeriesState(new SeriesKey(endpoint, row.getString("scope_id"), row.getInt("cycle")),
        SeriesState.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        SeriesState.Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)), row.getString("since"),
        cursor(row.getString("cursor")), row.getString("watermark"), row.getString("highest"),
        row.getString("read_through"),
        row.getInt("full_due") == 1, row.getInt("pages"), row.getString("reason"), row.getString("started_at"),
        row.getString("finished_at"));
  }

  private static String text(Map<String, String> cursor) {
    return new TreeMap<>(cursor).entrySet()
        .stream()
        .map(index -> index.getKey() + "=" + URLEncoder.encode(index.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> cursor(String text) {
    var cursor = new LinkedHashMap<String, String>();
    for (var pair : text.split("&")) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        cursor.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return cursor;
  }
}
