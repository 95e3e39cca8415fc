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
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
  private final SteadySync sync;
  private final List<RejectedLine> rejected = new ArrayList<>();

  private KindBuild(Path file, FoundFile found, SteadySync sync) {
    this.file = file;
    this.found = found;
    this.sync = sync;
  }

  /// Starts a fresh file with empty tables; what a killed build left there is removed.
  static KindBuild open(Path file, FoundFile found) throws SQLException {
    return open(file, found, KindBuild::createTables);
  }

  /// What makes the tables of a fresh file.
  interface Tables {
    void create(Path file, FoundFile found) throws SQLException;
  }

  /// [#open(Path, FoundFile)] with other tables. A file that it could not finish does not stay.
  static KindBuild open(Path file, FoundFile found, Tables tables) throws SQLException {
    var opened = false;
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.deleteIfExists(file);
      tables.create(file, found);
      var build = new KindBuild(file, found, SteadySync.of(file));
      opened = true;
      return build;
    } catch (IOException e) {
      throw unwritable(file, e);
    } finally {
      if (!opened) {
        remove(file);
      }
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // why it could not be opened is told; the next build removes it
    }
  }

  private static void createTables(Path file, FoundFile found) throws SQLException {
    try (var connection = connect(file)) {
      var kind = KindFile.of(found.kind(), connection);
      kind.sql().run("PRAGMA page_size = 8192");
      kind.sql().run(kind.table().tableDdl());
      kind.sql().run(kind.table().indexDdl());
      kind.create();
    }
  }

  /// A connection that need not care for a crash.
  Connection connect() throws SQLException {
    return connect(file);
  }

  private static Connection connect(Path file) throws SQLException {
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
    var mapper = new KindMapper(found.kind(), order.ingestId(), order.emptyAmounts() == EmptyAmounts.KEEP);
    return BulkLoad.of(found.open(), shape(found), mapper)
        .withFaultLimit(new FaultLimit(order.faultRate(), order.faultGrace()))
        .withProgress(order.progress())
        .withCancellation(order.checkCancelled());
  }

  /// Puts the file, once it is safe on disk, in the place of another in one step.
  void moveTo(Path target) {
    try {
      sync.finish();
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
      try (var directory = FileChannel.open(target.resolveSibling(""), StandardOpenOption.READ)) {
        directory.force(true);
      }
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  /// Throws the file away if it was not moved.
  void discard() {
    try {
      sync.close();
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
