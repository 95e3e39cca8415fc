package band.civic.clerk.bench;

import band.civic.clerk.etl.bulk.BulkLoad;
import band.civic.clerk.etl.bulk.FaultLimit;
import band.civic.clerk.etl.bulk.LoadReport;
import band.civic.clerk.etl.bulk.text.BulkSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

/// Loads a file of contributions into a database:
///
///     BulkBench write|insert FILE DATABASE
public final class BulkBench {
  private static final String SCOPE = "indiv";

  private final Path database;
  private final BulkLoad load;

  private BulkBench(Path file, Path database) {
    this.database = database;
    this.load = BulkLoad.of(source(file), Contributions.SHAPE, new Contributions())
        .withFaultLimit(new FaultLimit(0.05, 100))
        .withFingerprints();
  }

  public static void main(String[] arguments) throws SQLException, IOException {
    var start = System.nanoTime();
    var bench = new BulkBench(Path.of(arguments[1]), Path.of(arguments[2]));
    var report = switch (arguments[0]) {
      case "write" -> bench.write();
      case "insert" -> bench.insert();
      default -> throw new IllegalArgumentException("No way to load: " + arguments[0]);
    };
    var seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%s %d stored, %d rejected, %d repeated, %d overruled, %.2f s, %.0f rows/s%n",
        arguments[0], report.stored(), report.rejected(), report.repeated(), report.overruled(), seconds,
        report.stored() / seconds);
  }

  private LoadReport write() throws SQLException, IOException {
    create();
    var report = load.write(database, "itcont");
    try (var connection = open()) {
      connection.setAutoCommit(false);
      report.fingerprints().save(connection, SCOPE);
      connection.commit();
    }
    return report;
  }

  private LoadReport insert() throws SQLException, IOException {
    create();
    try (var connection = open()) {
      connection.setAutoCommit(false);
      var report = load.insert(connection, "itcont");
      report.fingerprints().save(connection, SCOPE);
      connection.commit();
      return report;
    }
  }

  private void create() throws SQLException, IOException {
    Files.deleteIfExists(database);
    try (var connection = open(); var statement = connection.createStatement()) {
      for (var sql : Contributions.SCHEMA) {
        statement.execute(sql);
      }
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database);
  }

  private static BulkSource source(Path file) {
    return file.toString().endsWith(".zip") ? BulkSource.zipMember(file, "itcont.txt") : BulkSource.file(file);
  }
}
