package band.civic.clerk.bench;

import band.civic.clerk.etl.bulk.BulkLoad;
import band.civic.clerk.etl.bulk.ChangeSet;
import band.civic.clerk.etl.bulk.FaultLimit;
import band.civic.clerk.etl.bulk.Fingerprints;
import band.civic.clerk.etl.bulk.LoadReport;
import band.civic.clerk.etl.bulk.text.BulkSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

/// Loads a file of contributions into a new database, or compares it with the release that a database has and takes
/// over what differs:
///
///     BulkBench write|transfer|insert|reconcile FILE DATABASE
///
/// A reconcile that changes more than one row in a hundred writes the database anew and renames it.
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
    var outcome = switch (arguments[0]) {
      case "write" -> bench.write().toString();
      case "transfer" -> bench.load(BulkLoad::transfer);
      case "insert" -> bench.load(BulkLoad::insert);
      case "reconcile" -> bench.reconcile();
      default -> throw new IllegalArgumentException("No way to load: " + arguments[0]);
    };
    System.out.printf(Locale.ROOT, "%s in %.2f s: %s%n", arguments[0], (System.nanoTime() - start) / 1e9, outcome);
  }

  private interface Way {
    LoadReport load(BulkLoad load, Connection connection, String table) throws SQLException;
  }

  private LoadReport write() throws SQLException, IOException {
    create(database);
    var report = load.write(database, "itcont");
    try (var connection = open(database)) {
      connection.setAutoCommit(false);
      report.fingerprints().save(connection, SCOPE);
      connection.commit();
    }
    return report;
  }

  private String load(Way way) throws SQLException, IOException {
    create(database);
    try (var connection = open(database)) {
      connection.setAutoCommit(false);
      var report = way.load(load, connection, "itcont");
      report.fingerprints().save(connection, SCOPE);
      connection.commit();
      return report.toString();
    }
  }

  private String reconcile() throws SQLException, IOException {
    try (var connection = open(database);
        var changes = load.compare(connection, "itcont", Fingerprints.load(connection, SCOPE))) {
      var counts = changes.counts();
      if (counts.added() + counts.changed() + counts.retired() > counts.unchanged() / 100) {
        rewrite(changes);
      } else {
        apply(connection, changes);
      }
      return counts.toString();
    }
  }

  private static void apply(Connection connection, ChangeSet changes) throws SQLException {
    connection.setAutoCommit(false);
    changes.upsert();
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM main.itcont WHERE sub_id IN (SELECT key FROM changes.retired)");
    }
    changes.saveFingerprints(SCOPE);
    connection.commit();
  }

  private void rewrite(ChangeSet changes) throws SQLException, IOException {
    var fresh = database.resolveSibling(database.getFileName() + ".building");
    create(fresh);
    changes.writeTo(fresh);
    try (var connection = open(fresh)) {
      connection.setAutoCommit(false);
      changes.fingerprints().save(connection, SCOPE);
      connection.commit();
    }
    var previous = database.resolveSibling(database.getFileName() + ".previous");
    Files.move(database, previous, StandardCopyOption.ATOMIC_MOVE); // a file system may sync what replaces another file
    Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(previous);
  }

  private static void create(Path database) throws SQLException, IOException {
    Files.deleteIfExists(database);
    try (var connection = open(database); var statement = connection.createStatement()) {
      for (var sql : Contributions.SCHEMA) {
        statement.execute(sql);
      }
    }
  }

  private static Connection open(Path database) throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA cache_size = -65536");
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("PRAGMA synchronous = OFF"); // as the shell that it is measured against
    }
    return connection;
  }

  private static BulkSource source(Path file) {
    return file.toString().endsWith(".zip") ? BulkSource.zipMember(file, "itcont.txt") : BulkSource.file(file);
  }
}
