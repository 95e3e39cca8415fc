package band.civic.fec.extract;

import band.civic.clerk.etl.bulk.BulkLoad;
import band.civic.clerk.etl.bulk.FaultLimit;
import band.civic.clerk.etl.bulk.LoadReport;
import band.civic.clerk.etl.bulk.RejectedLine;
import band.civic.clerk.etl.bulk.text.LineShape;
import band.civic.clerk.spi.ClerkException;
import band.civic.fec.bronze.KindTable;
import band.civic.fec.bronze.Sql;
import band.civic.fec.bulkfile.FoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/// Reads a bulk file into a fresh database beside the one that is in use. Nothing of it is safe on disk before it is
/// closed and renamed, or copied.
final class KindBuild implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final List<RejectedLine> rejected = new ArrayList<>();

  private KindBuild(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /// Starts a fresh file; what a killed build left there is removed.
  static KindBuild open(Path file) throws SQLException {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    var build = new KindBuild(file, JDBC.createConnection("jdbc:sqlite:" + file, new Properties()));
    build.sql()
        .run(List.of("PRAGMA page_size = 8192", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF",
            "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA cache_size = -65536"));
    return build;
  }

  Connection connection() {
    return connection;
  }

  Sql sql() {
    return new Sql(connection);
  }

  /// Lines that were put aside, in the order of the file.
  List<RejectedLine> rejected() {
    return rejected;
  }

  /// Reads the file into its table.
  ///
  /// @throws ClerkException.BadSourceData when the file cannot be read or has too many faults
  LoadReport read(FoundFile found, IngestOrder order) throws SQLException {
    var kind = found.kind();
    var table = new KindTable(kind);
    sql().run(table.tableDdl());
    sql().run("BEGIN");
    var report = BulkLoad.of(found.open(), shape(found), new KindMapper(kind, order.ingestId(), order
        .keepEmptyAmounts()))
        .withFaultLimit(new FaultLimit(order.faultRate(), order.faultGrace()))
        .withQuarantine(rejected::add)
        .withProgress(order.progress())
        .withCancellation(order.checkCancelled())
        .withFingerprints()
        .insert(connection, table.name());
    sql().run("COMMIT");
    return report;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /// Closes the file and throws it away if it is still there.
  void discard() throws SQLException {
    connection.close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static LineShape shape(FoundFile found) {
    var shape = LineShape.of('|', found.kind().columns().size());
    return found.kind().fields() > found.kind().columns().size() ? shape.withTrailingEmpty() : shape;
  }

  static ClerkException.SourceUnavailable unwritable(Path file, IOException e) {
    return new ClerkException.SourceUnavailable("Cannot write " + file + " (" + e
        + "); what was there is as before. Check the space on the disk and the rights of its directory, then try again.",
        e);
  }
}
