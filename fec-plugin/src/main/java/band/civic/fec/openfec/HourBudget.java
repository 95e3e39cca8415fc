package band.civic.fec.openfec;

import band.civic.clerk.etl.http.CallBudget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/// How often a key may call: so often in any 60 minutes, so often in any minute, counted in a file that all processes
/// with that key share. The file's name holds a hash of the key, not the key.
///
/// OpenFEC counts a rolling hour and tells no time at which it is over, so the times of all calls are kept.
final class HourBudget implements CallBudget, AutoCloseable {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final int HASH_LENGTH = 16;

  private final Sql sql;
  private final int perHour;
  private final int perMinute;

  /// @param directory where processes that share the key keep the file
  HourBudget(Path directory, OpenFecSettings settings) {
    this.sql = new Sql(directory.resolve("openfec-calls-" + hash(settings.key()) + ".db"),
        "CREATE TABLE IF NOT EXISTS calls (at_millis INTEGER NOT NULL)",
        "CREATE INDEX IF NOT EXISTS calls_by_time ON calls (at_millis)",
        "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID");
    this.perHour = settings.callsPerHour();
    this.perMinute = settings.callsPerMinute();
  }

  @Override
  public Duration take(Instant now) {
    return sql.alone(connection -> take(connection, now.toEpochMilli()));
  }

  /// The gateway refused a call although the count had room: others use the key too. Waits until the oldest call we know
  /// of is out of its hour, and at least a minute.
  void refused(Instant now) {
    sql.alone(connection -> {
      var at = now.toEpochMilli();
      var oldest = number(connection, "SELECT coalesce(min(at_millis), ?) FROM calls", at - HOUR + MINUTE);
      return put(connection, "blocked_until", Math.max(oldest + HOUR, at + MINUTE));
    });
  }

  /// The gateway tells how much the key may do; a demo key may do little.
  void told(int limit) {
    sql.alone(connection -> put(connection, "limit", limit));
  }

  @Override
  public void close() {
    sql.close();
  }

  private Duration take(Connection connection, long now) throws SQLException {
    // a call of the future is of a clock that was wrong
    change(connection, "DELETE FROM calls WHERE at_millis <= ? OR at_millis > ?", now - HOUR, now + HOUR);
    var blocked = number(connection, "SELECT coalesce(max(value), 0) FROM facts WHERE name = 'blocked_until'");
    if (blocked > now && blocked <= now + HOUR) {
      return Duration.ofMillis(blocked - now);
    }
    var wait = Math.max(wait(connection, now, HOUR, hourly(connection)), wait(connection, now, MINUTE, perMinute));
    if (wait <= 0) {
      change(connection, "INSERT INTO calls VALUES (?)", now);
    }
    return Duration.ofMillis(Math.max(0, wait));
  }

  /// Our limit, or the gateway's less a twentieth for what we do not know of.
  private int hourly(Connection connection) throws SQLException {
    var told = number(connection, "SELECT coalesce(max(value), 0) FROM facts WHERE name = 'limit'");
    return told == 0 ? perHour : (int) Math.max(1, Math.min(perHour, told - told / 20));
  }

  /// How long until a window of that length has room.
  private static long wait(Connection connection, long now, long window, int most) throws SQLException {
    var start = now - window;
    var count = number(connection, "SELECT count(*) FROM calls WHERE at_millis > ?", start);
    if (count < most) {
      return 0;
    }
    var leaving = number(connection,
        "SELECT at_millis FROM calls WHERE at_millis > ? ORDER BY at_millis LIMIT 1 OFFSET ?",
        start, count - most);
    return leaving + window - now;
  }

  private static int put(Connection connection, String name, long value) throws SQLException {
    try (var statement = connection.prepareStatement("INSERT OR REPLACE INTO facts VALUES (?, ?)")) {
      statement.setString(1, name);
      statement.setLong(2, value);
      return statement.executeUpdate();
    }
  }

  private static long number(Connection connection, String query, long... values) throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      for (var i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      try (var row = statement.executeQuery()) {
        return row.getLong(1);
      }
    }
  }

  private static void change(Connection connection, String change, long... values) throws SQLException {
    try (var statement = connection.prepareStatement(change)) {
      for (var i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static String hash(String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
