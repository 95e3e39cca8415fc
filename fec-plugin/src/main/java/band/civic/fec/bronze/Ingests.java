package band.civic.fec.bronze;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The book of ingests in `bronze.db`. Whoever writes holds the site.
///
/// @param sql on `bronze.db`
public record Ingests(Sql sql) {

  /// What is about to be read.
  ///
  /// @param runId the run of clerk
  /// @param command what was typed
  /// @param source `bulk`, `api` or `sample`
  /// @param kind what is read
  /// @param cycle two-year cycle
  /// @param origin the file and member, or the address without its key
  public record Start(String runId, String command, String source, String kind, int cycle, String origin) {}

  /// Writes down that an ingest begins, and gives its number.
  public long begin(Start start, Instant now) throws SQLException {
    return sql.number("""
        INSERT INTO ingests (run_id, command, source, kind, cycle, origin, status, started_at)
        VALUES (?, ?, ?, ?, ?, ?, 'running', ?) RETURNING ingest_id""", start.runId(), start.command(),
        start.source(), start.kind(), start.cycle(), start.origin(), now.toString());
  }

  /// Writes down how it ended.
  public void end(long id, String status, Figures figures, Instant now) throws SQLException {
    var values = figures.values();
    var all = new Object[values.length + 3];
    all[0] = status;
    all[1] = now.toString();
    System.arraycopy(values, 0, all, 2, values.length);
    all[all.length - 1] = id;
    sql.update("UPDATE ingests SET (status, ended_at, " + Figures.COLUMNS
        + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE ingest_id = ?", all);
  }

  /// Writes down that it came to nothing, and why.
  public void fail(long id, String status, String reason, Instant now) throws SQLException {
    sql.update("UPDATE ingests SET status = ?, reason = ?, ended_at = ? WHERE ingest_id = ?", status, reason,
        now.toString(), id);
  }

  /// Ingests that no end is known of.
  public List<Ingest> listRunning() throws SQLException {
    return sql.list(Ingests::read, "SELECT * FROM ingests WHERE status = 'running' ORDER BY ingest_id");
  }

  /// Marks what a process that died left behind.
  ///
  /// @param runId the run that is under way: its own ingests go on
  public void abandonRunning(String runId, Instant now) throws SQLException {
    sql.update("UPDATE ingests SET status = 'abandoned', reason = 'its process ended before it did', ended_at = ? "
        + "WHERE status = 'running' AND run_id <> ?", now.toString(), runId);
  }

  /// The ingests of one run of clerk, in their order.
  public List<Ingest> ofRun(String runId) throws SQLException {
    return sql.list(Ingests::read, "SELECT * FROM ingests WHERE run_id = ? ORDER BY ingest_id", runId);
  }

  /// The last ingests, newest first.
  public List<Ingest> last(int limit) throws SQLException {
    return sql.list(Ingests::read, "SELECT * FROM ingests ORDER BY ingest_id DESC LIMIT ?", limit);
  }

  /// The ingest of that number.
  public Optional<Ingest> find(long id) throws SQLException {
    return sql.find(Ingests::read, "SELECT * FROM ingests WHERE ingest_id = ?", id);
  }

  private static Ingest read(ResultSet row) throws SQLException {
    var ended = Optional.ofNullable(row.getString("ended_at")).map(Instant::parse);
    return new Ingest(row.getLong("ingest_id"), row.getString("run_id"), row.getString("command"),
        row.getString("kind"), row.getInt("cycle"), row.getString("origin"), row.getString("status"),
        row.getString("reason"), window(row), Figures.read(row), Instant.parse(row.getString("started_at")), ended);
  }

  private static String window(ResultSet row) throws SQLException {
    var from = Optional.ofNullable(row.getString("window_from")).orElse("");
    var to = Optional.ofNullable(row.getString("window_to")).orElse("");
    return from.isEmpty() && to.isEmpty() ? "" : (from + " to " + to).strip();
  }
}
