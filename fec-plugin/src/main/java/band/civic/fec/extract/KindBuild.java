package band.civic.fec.extract;

import band.civic.clerk.etl.bulk.BulkLoad;
import band.civic.clerk.etl.bulk.FaultLimit;
import band.civic.clerk.etl.bulk.LoadReport;
import band.civic.clerk.etl.bulk.RejectedLine;
import band.civic.clerk.etl.bulk.text.LineShape;
import band.civic.clerk.spi.ClerkException;
import band.civic.fec.bronze.KindFile;
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
final class KindBuild {
  private final Path file;
  private final FoundFile found;
  private final List<RejectedLine> rejected = new ArrayList<>();

  private KindBuild(Path file, FoundFile found) {
    this.file = file;
    this.found = found;
  }

  /// Starts a fresh file with empty tables; what a killed build left there is removed.
  static KindBuild open(Path file, FoundFile found) throws SQLException {
    var build = new KindBuild(file, found);
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    try (var connection = build.connect()) {
      var kind = KindFile.of(found.kind(), connection);
      kind.sql().run("PRAGMA page_size = 8192");
      kind.sql().run(kind.table().tableDdl());
      kind.sql().run(kind.table().indexDdl());
      kind.create();
    }
    return build;
  }

  /// A connection that need not care for a crash.
  Connection connect() throws SQLException {
    var connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
    new Sql(connection).run(List.of("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF",
        "PRAGMA cache_size = -65536"));
    return connection;
  }

  /// Lines that were put aside, in the order of the file.
  List<RejectedLine> rejected() {
    return rejected;
  }

  /// Reads the file into its table.
  ///
  /// @throws ClerkException.BadSourceData when the file cannot be read or has too many faults
  LoadReport read(IngestOrder order) {
    return load(found, order).withQuarantine(rejected::add)
        .withFingerprints()
        .withSumOf(KindTable.AMOUNT)
        .write(file, found.kind().id());
  }

  /// A load of the file that is not told yet what to do with faulty lines.
  static BulkLoad load(FoundFile found, IngestOrder order) {
    var mapper = new KindMapper(found.kind(), order.ingestId(), order.keepEmptyAmounts());
    return BulkLoad.of(found.open(), shape(found), mapper)
        .withFaultLimit(new FaultLimit(order.faultRate(), order.faultGrace()))
        .withProgress(order.progress())
        .withCancellation(order.checkCancelled());
  }

  /// Throws the file away if it is still there.
  void discard() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static LineShape shape(FoundFile found) {
    var shape = LineShape.of(found.kind().delimiter(), found.kind().columns().size());
    return found.kind().fields() > found.kind().columns().size() ? shape.withTrailingEmpty() : shape;
  }

  static ClerkException.SourceUnavailable unwritable(Path file, IOException e) {
    return new ClerkException.SourceUnavailable("Cannot write " + file + " (" + e
        + "); what was there is as before. Check the space on the disk and the rights of its directory, then try again.",
        e);
  }
}
