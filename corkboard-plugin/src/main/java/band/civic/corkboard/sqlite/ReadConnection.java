package band.civic.corkboard.sqlite;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.Function;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/// One read-only connection. Used by one thread at a time. Keeps its last statements prepared, and stops every
/// statement at its deadline: a JDBC timeout would not.
final class ReadConnection implements AutoCloseable {
  private static final int STEPS_BETWEEN_LOOKS = 2_000;
  private static final int STATEMENTS = 48;
  private static final Logger LOG = LoggerFactory.getLogger(ReadConnection.class);
  private static final int LONGEST_VALUE = 64 << 20;
  private static final long BIGGEST_RESULT = 96L << 20;

  private final SQLiteConnection connection;
  private final String name;
  private final int pageMemory;
  private final Map<String, Prepared> prepared = new LinkedHashMap<>(64, 0.75f, true);
  private volatile long deadline = Long.MAX_VALUE;
  private boolean interrupted;

  private record Prepared(PreparedStatement statement, List<String> marks) {}

  /// Takes rows one by one.
  @FunctionalInterface
  interface Sink {
    /// @return false to stop
    boolean take(List<String> columns, @Nullable Object[] row);
  }

  private ReadConnection(SQLiteConnection connection, String name, int pageMemory) {
    this.connection = connection;
    this.name = name;
    this.pageMemory = pageMemory;
  }

  /// @param bytes the file's size; its page cache is made to fit
  static ReadConnection open(Path file, FileOptions options, long bytes) {
    int pageMemory = PageMemory.shared().take(options.cacheKilobytes() > 0 ? 0 : bytes);
    try {
      var opened = new ReadConnection(connect(file, options, pageMemory), stem(file), pageMemory);
      opened.prepare();
      return opened;
    } catch (SQLException e) {
      PageMemory.shared().giveBack(pageMemory);
      throw SqlFailure.of(e);
    }
  }

  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  private static SQLiteConnection connect(Path file, FileOptions options, int pageMemory) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    config.setCacheSize(-(options.cacheKilobytes() > 0 ? options.cacheKilobytes() : pageMemory));
    var opened = (SQLiteConnection) config.createConnection("jdbc:sqlite:" + Beside.uri(file, options.immutable()));
    for (var other : options.beside()) {
      attach(opened, other);
    }
    return opened;
  }

  /// A database that cannot be read is left out, so that it harms no other; attaching it reads its schema.
  private static void attach(SQLiteConnection to, Beside other) {
    try (var statement = to.createStatement()) {
      statement.execute("ATTACH " + Sql.literal(other.uri()) + " AS " + Sql.quoted(other.name()));
    } catch (SQLException unreadable) {
      LOG.warn("{} is left out of queries over all databases: {}", other.file(), unreadable.getMessage());
    }
  }

  private void prepare() throws SQLException {
    connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
    connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
    ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
      @Override
      protected int progress() {
        return System.nanoTime() > deadline ? 1 : 0;
      }
    });
    Function.create(connection, "escape_fts", new Function() {
      @Override
      protected void xFunc() throws SQLException {
        result(SearchText.escape(String.valueOf(value_text(0))));
      }
    }, 1, Function.FLAG_DETERMINISTIC);
  }

  /// True when a statement was stopped since this was last asked.
  boolean wasInterrupted() {
    boolean was = interrupted;
    interrupted = false;
    return was;
  }

  /// At most `limits.rows()` rows.
  Rows read(Sql sql, Limits limits) {
    var rows = new ArrayList<@Nullable Object[]>();
    var names = new ArrayList<String>();
    var more = new boolean[1];
    var columns = run(sql, limits.millis(), (header, row) -> {
      if (rows.size() == limits.rows()) {
        more[0] = true;
        return false;
      }
      rows.add(row);
      return true;
    });
    names.addAll(columns);
    return new Rows(names, rows, more[0]);
  }

  /// Every row to `sink`; returns the columns, which are known even without rows.
  List<String> run(Sql sql, long millis, Sink sink) {
    long start = System.nanoTime();
    deadline = start + millis * 1_000_000;
    try {
      var statement = statement(sql.text());
      bind(statement, sql.params());
      try (var result = statement.statement.executeQuery()) {
        return drain(result, sink);
      }
    } catch (SQLException e) {
      // the driver finalizes a statement that failed; kept, it would fail for ever
      forget(sql.text());
      var failure = SqlFailure.of(e);
      interrupted |= failure.kind() == SqlFailure.Kind.INTERRUPTED;
      throw failure;
    } finally {
      deadline = Long.MAX_VALUE;
      Trace.add(name, sql, start);
    }
  }

  private static List<String> drain(ResultSet result, Sink sink) throws SQLException {
    var columns = columns(result);
    long size = 0;
    while (result.next()) {
      var row = new @Nullable Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = result.getObject(i + 1);
        size += sizeOf(row[i]);
      }
      if (size > BIGGEST_RESULT) {
        throw SqlFailure.statement("The result is too large");
      }
      if (!sink.take(columns, row)) {
        break;
      }
      size = sink instanceof Streaming ? 0 : size;
    }
    return columns;
  }

  /// A sink that keeps nothing, so that the size of the whole does not matter.
  interface Streaming extends Sink {}

  private static long sizeOf(@Nullable Object value) {
    return value instanceof String text ? text.length() : value instanceof byte[] blob ? blob.length : 8;
  }

  private static List<String> columns(ResultSet result) throws SQLException {
    var meta = result.getMetaData();
    var names = new ArrayList<String>(meta.getColumnCount());
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      names.add(meta.getColumnLabel(i));
    }
    return names;
  }

  private Prepared statement(String text) throws SQLException {
    var known = prepared.get(text);
    if (known != null) {
      return known;
    }
    var fresh = new Prepared(connection.prepareStatement(text), SqlScan.scan(text).marks());
    prepared.put(text, fresh);
    if (prepared.size() > STATEMENTS) {
      var oldest = prepared.entrySet().iterator();
      var dropped = oldest.next().getValue();
      oldest.remove();
      dropped.statement.close();
    }
    return fresh;
  }

  private void forget(String text) {
    var failed = prepared.remove(text);
    if (failed != null) {
      close(failed.statement);
    }
  }

  private static void close(PreparedStatement statement) {
    try {
      statement.close();
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private static void bind(Prepared to, Map<String, @Nullable Object> params) throws SQLException {
    if (to.statement.getParameterMetaData().getParameterCount() != to.marks.size()) {
      throw SqlFailure.statement("The parameters of this statement cannot be told");
    }
    int index = 1;
    for (var mark : to.marks) {
      var name = mark.substring(1);
      if (mark.charAt(0) == '?' || !params.containsKey(name)) {
        throw SqlFailure.statement("You did not supply a value for binding parameter " + mark + ".");
      }
      to.statement.setObject(index++, params.get(name));
    }
  }

  @Override
  public void close() {
    try {
      for (var statement : prepared.values()) {
        statement.statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    } finally {
      PageMemory.shared().giveBack(pageMemory);
    }
  }
}
