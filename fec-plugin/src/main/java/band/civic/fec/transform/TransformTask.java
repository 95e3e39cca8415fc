package band.civic.fec.transform;

import band.civic.clerk.etl.sqlite.SqlScript;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.fec.bronze.BronzeLayout.KindOfCycle;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.Sql;
import band.civic.fec.bronze.SqlFailures;
import band.civic.fec.bulkfile.FileKind;
import band.civic.fec.model.FecClock;
import band.civic.fec.model.TransactionTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/// The task `silver`: makes `silver.db` of bronze, all of it anew.
public final class TransformTask {
  private static final List<FileKind> ORDER = List.of(FileKind.INDIV, FileKind.OTH, FileKind.PAS2, FileKind.OPPEXP,
      FileKind.CM, FileKind.CCL, FileKind.CN, FileKind.WEBK, FileKind.WEBALL, FileKind.WEBL);

  private final TaskContext context;
  private final BronzeLayout layout;
  private final SilverSql statements;

  private TransformTask(TaskContext context) {
    this.context = context;
    this.layout = BronzeLayout.of(context);
    this.statements = new SilverSql(new Slice(context.site()), today(context));
  }

  /// The task; it reads `bronze`, whichever extract task wrote it, and writes `silver`.
  public static Task create() {
    return Task.transform("silver")
        .reads("bronze")
        .writes("silver")
        .runs(context -> new TransformTask(context).run());
  }

  private TaskReport run() {
    if (!Files.exists(layout.database())) {
      throw new ClerkException.BadConfiguration("There is nothing to transform: " + layout.database()
          + " is not there. Run `clerk fec bulk ingest --cycle YEAR --from DIR` first.");
    }
    var work = context.workspace().directory();
    var building = work.resolve("silver-building.db");
    try {
      Files.deleteIfExists(building);
      var rows = build();
      Files.move(building, work.resolve("silver.db"), StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return TaskReport.empty().withRead(rows).withWritten(rows).withChanged(rows);
    } catch (IOException e) {
      throw new ClerkException.SourceUnavailable("Cannot write " + work.resolve("silver.db") + " (" + e
          + "). Check the space on the disk and the rights of its directory, then try again.", e);
    } catch (SQLException e) {
      context.checkCancelled();
      throw SqlFailures.of(building, e);
    }
  }

  private long build() throws SQLException {
    try (var connection = context.workspace().database("silver-building").getConnection()) {
      var sql = new Sql(connection);
      sql.run(List.of("PRAGMA page_size = 8192", "PRAGMA busy_timeout = 600000", "PRAGMA journal_mode = OFF",
          "PRAGMA synchronous = OFF",
          "PRAGMA cache_size = -65536"));
      SqlScript.resource(TransformTask.class, "tables.sql").run(connection);
      attach(sql, layout.database(), "api");
      types(connection);
      for (var file : files()) {
        context.checkCancelled();
        one(sql, file);
      }
      sql.run(statements.statements("api", 0));
      sql.run("DETACH api");
      return sql.number("SELECT (SELECT count(*) FROM contributions) + (SELECT count(*) FROM committee_transactions) "
          + "+ (SELECT count(*) FROM operating_expenditures)");
    }
  }

  /// Cycle by cycle; who gave to whom is known before committees are chosen.
  private List<KindOfCycle> files() {
    return layout.listFiles()
        .stream()
        .filter(file -> ORDER.contains(file.kind()))
        .sorted(Comparator.comparingInt(KindOfCycle::cycle).thenComparingInt(file -> ORDER.indexOf(file.kind())))
        .toList();
  }

  private void one(Sql sql, KindOfCycle file) throws SQLException {
    context.progress().step("cleaning " + file.kind().id() + " of " + file.cycle());
    attach(sql, file.file(), "k");
    sql.run("BEGIN"); // an ingest may go on meanwhile: all statements see one version
    for (var name : List.of("sources", file.kind() == FileKind.WEBL ? "weball" : file.kind().id())) {
      for (var statement : statements.statements(name, file.cycle())) {
        sql.run(statement.replace("{kind}", file.kind().id()));
      }
    }
    sql.run(List.of("COMMIT", "DETACH k"));
  }

  private static LocalDate today(TaskContext context) {
    try {
      return FecClock.now(context.settings().find("fec.now"), context.clock().instant())
          .atZone(ZoneOffset.UTC)
          .toLocalDate();
    } catch (IllegalArgumentException e) {
      throw new ClerkException.BadConfiguration(e.getMessage() + ".", e);
    }
  }

  private static void attach(Sql sql, Path file, String name) throws SQLException {
    sql.update("ATTACH ? AS " + name, file.toString());
  }

  private static void types(Connection connection) throws SQLException {
    try (var insert = connection.prepareStatement("INSERT INTO transaction_types VALUES (?, ?, ?)")) {
      for (var type : TransactionTypes.list()) {
        insert.setString(1, type.code());
        insert.setString(2, type.countsAs());
        insert.setString(3, type.description());
        insert.executeUpdate();
      }
    }
  }
}
