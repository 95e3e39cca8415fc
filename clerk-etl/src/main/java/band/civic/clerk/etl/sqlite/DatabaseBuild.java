package band.civic.clerk.etl.sqlite;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;

/// A new version of a [PublishedDatabase] while it is made: fill it through [#connection()], [#seal()] the content, add
/// stamps that are no content (run ids, fetch times), then [#publish(Acceptance)]. Closed without that, it is gone.
///
/// Nothing here is written safely until the end: the file has no journal and is synced once, before the rename.
public final class DatabaseBuild implements AutoCloseable {
  private static final int STEPS_BETWEEN_CHECKS = 100_000;

  private final PublishedDatabase database;
  private final Path building;
  private final Clock clock;
  private final Runnable checkCancelled;
  private final Connection connection;
  private String contentSum = "";
  private boolean unchanged;

  private DatabaseBuild(PublishedDatabase database, Clock clock, Runnable checkCancelled) throws SQLException {
    this.database = database;
    this.building = database.newBuildingFile();
    this.clock = clock;
    this.checkCancelled = checkCancelled;
    this.connection = JDBC.createConnection("jdbc:sqlite:" + building, new Properties());
  }

  static DatabaseBuild open(PublishedDatabase database, Clock clock, Runnable checkCancelled) {
    var file = database.file();
    try {
      Files.createDirectories(file.resolveSibling(""));
      database.previous().tidy();
      for (var left : database.listBuildingFiles()) {
        Files.deleteIfExists(left);
      }
      var build = new DatabaseBuild(database, clock, checkCancelled);
      build.prepare();
      return build;
    } catch (SQLException e) {
      throw SqliteFailures.of(file, e);
    } catch (IOException e) {
      throw SqliteFailures.of(file, e);
    }
  }

  /// The connection to fill the new version with. Foreign keys are checked at the end, not row by row.
  public Connection connection() {
    return connection;
  }

  /// Ends the content: gathers the planner's statistics and sums the bytes of the file, which are the same for the same
  /// content. Returns whether the content differs from what is published.
  public boolean seal() {
    try {
      execute("ANALYZE main"); // not of attached databases
      compact();
      contentSum = ContentStamp.sum(building);
      unchanged = ContentStamp.isPublished(database.file(), contentSum);
      return !unchanged;
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw SqliteFailures.of(building, e);
    }
  }

  /// Checks the new version and puts it in the place of the published one. Content that is published already is left
  /// alone: then the file keeps its bytes, stamps included.
  ///
  /// @throws ClerkException.ValidationFailed when the version is refused; the published file is as before
  /// @throws ClerkException.SourceUnavailable when the disk is full or cannot be written; the published file is as
  ///   before
  public Publication publish(Acceptance acceptance) {
    if (contentSum.isEmpty()) {
      throw new IllegalStateException("Seal the content before publishing it");
    }
    if (unchanged) {
      return new Publication(database.file(), false, contentSum);
    }
    try {
      check(acceptance);
      ContentStamp.write(connection, contentSum, clock.instant());
      connection.close();
      checkCancelled.run();
      database.previous().keep(clock.instant());
      Durable.replace(building, database.file());
      database.previous().prune();
      return new Publication(database.file(), true, contentSum);
    } catch (SQLException e) {
      throw failure(e);
    } catch (IOException e) {
      throw SqliteFailures.of(database.file(), e);
    }
  }

  /// What a failed statement on [#connection()] means: cancelled, no space, or a bug. To be thrown.
  public RuntimeException failure(SQLException e) {
    if (SqliteFailures.isInterrupted(e)) {
      checkCancelled.run();
    }
    return SqliteFailures.of(building, e);
  }

  /// Removes what was not published.
  @Override
  public void close() {
    try {
      connection.close();
      remove(building);
    } catch (SQLException e) {
      throw SqliteFailures.of(building, e);
    } catch (IOException e) {
      throw SqliteFailures.of(building, e);
    }
  }

  private void prepare() throws SQLException {
    execute("PRAGMA page_size = 4096");
    execute("PRAGMA journal_mode = OFF");
    execute("PRAGMA synchronous = OFF");
    execute("PRAGMA locking_mode = EXCLUSIVE");
    execute("PRAGMA temp_store = MEMORY");
    execute("PRAGMA cache_size = -65536");
    ProgressHandler.setHandler(connection, STEPS_BETWEEN_CHECKS, new ProgressHandler() {
      @Override
      protected int progress() {
        return isCancelled() ? 1 : 0;
      }
    });
  }

  private boolean isCancelled() {
    try {
      checkCancelled.run();
      return false;
    } catch (ClerkException.Cancelled e) {
      return true; // an exception must not cross native code; failure(e) asks again
    }
  }

  /// Gives back free pages when they are worth it; a file that was only inserted into has next to none.
  private void compact() throws SQLException {
    if (number("PRAGMA freelist_count") * 20 > number("PRAGMA page_count")) {
      execute("VACUUM");
    }
  }

  private void check(Acceptance acceptance) throws SQLException {
    acceptance.refusal().ifPresent(this::refuse);
    execute("PRAGMA ignore_check_constraints = ON"); // they held when the rows came in
    try (var statement = connection.createStatement()) {
      try (var row = statement.executeQuery("PRAGMA integrity_check(1)")) {
        if (!row.next() || !"ok".equals(row.getString(1))) {
          refuse("integrity_check says: " + row.getString(1));
        }
      }
      try (var row = statement.executeQuery("PRAGMA foreign_key_check")) {
        if (row.next()) {
          refuse("foreign_key_check: row " + row.getString("rowid") + " of " + row.getString("table")
              + " has no row in " + row.getString("parent"));
        }
      }
    }
  }

  private void refuse(String why) {
    var now = Files.exists(database.file()) ? "The file there is as before." : "Nothing is published there yet.";
    throw new ClerkException.ValidationFailed(
        "The new version of " + database.file() + " was not published: " + why + ". " + now);
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  private static void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-journal"));
  }
}
