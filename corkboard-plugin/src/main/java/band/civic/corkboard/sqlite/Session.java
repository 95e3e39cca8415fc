package band.civic.corkboard.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One answer's hold on one version of one file: all that it reads comes from the same version. Closing gives the
/// connection back. Used by one thread.
public final class Session implements AutoCloseable {
  private final OpenFile file;
  private final ReadConnection connection;
  private final Consumer<ReadConnection> end;

  /// @param end takes the connection when the session is closed
  Session(OpenFile file, ReadConnection connection, Consumer<ReadConnection> end) {
    this.file = file;
    this.connection = connection;
    this.end = end;
  }

  /// Takes the rows of a stream.
  @FunctionalInterface
  public interface RowSink {
    /// @return false to stop
    boolean take(List<String> columns, @Nullable Object[] row);
  }

  public Rows read(Sql sql, Limits limits) {
    return connection.read(sql, limits);
  }

  /// True when a statement was stopped at its deadline: another time the answer may say more.
  public boolean wasInterrupted() {
    return connection.wasInterrupted();
  }

  /// Every row, one at a time; returns the columns.
  public List<String> stream(Sql sql, long millis, RowSink sink) {
    ReadConnection.Streaming streaming = sink::take;
    return connection.run(sql, millis, streaming);
  }

  /// Worked out once for this version of the file and kept as long as it is served.
  public <T> T remember(String key, Supplier<T> work) {
    return file.remember(key, work);
  }

  /// True when that was worked out already.
  public boolean remembers(String key) {
    return file.remembers(key);
  }

  public FileVersion version() {
    return file.version;
  }

  /// When the file was last written.
  public Instant modified() {
    return file.modified();
  }

  @Override
  public void close() {
    var _ = connection.wasInterrupted();
    end.accept(connection);
  }
}
