package band.civic.clerk.core.store;

import band.civic.clerk.core.store.Schema.Step;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// The only class that knows Flyway.
final class Flyways {
  /// Of a step that is done again whenever it changes.
  private static final String UNNUMBERED = "-";
  private static final int ATTEMPTS = 20;
  private static final int ATTEMPTS_ON_FOREIGN = 3;
  private static final long PAUSE_MILLIS = 150;
  private static final String SQLITE_TIME = "strftime('%Y-%m-%dT%H:%M:%fZ', installed_on)";
  private static final String POSTGRES_TIME = "to_char(installed_on AT TIME ZONE current_setting('TimeZone') "
      + "AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";

  private final Connections connections;
  private final Flyway flyway;

  Flyways(Connections connections) {
    this.connections = connections;
    this.flyway = Flyway.configure(Flyways.class.getClassLoader())
        .dataSource(connections.unpooled())
        .locations(locations(connections))
        .failOnMissingLocations(true)
        .load();
  }

  /// What all registries have, and what only one that several machines share has.
  private static String[] locations(Connections connections) {
    return connections instanceof PostgresConnections
        ? new String[]{"classpath:db/registry", "classpath:db/postgresql"}
        : new String[]{"classpath:db/registry"};
  }

  /// Installs what is missing. On SQLite nothing keeps two processes from starting this together; the one that comes
  /// too late fails somewhere in the middle, and finds on a second look that all is done.
  ///
  /// @return the versions that were installed
  List<String> migrate() {
    for (var attempt = 1;; attempt++) {
      try {
        return flyway.migrate()
            .getSuccessfulMigrations()
            .stream()
            .map(output -> output.version)
            .filter(version -> version != null && !version.isEmpty())
            .toList();
      } catch (FlywayException e) {
        if (Migrations.isCurrent(connections)) {
          return List.of();
        }
        if (attempt >= (isForeign(e) ? ATTEMPTS_ON_FOREIGN : ATTEMPTS)) {
          throw translated(e);
        }
        pause();
      }
    }
  }

  List<Step> steps() {
    try {
      var times = installationTimes();
      return Stream.of(flyway.info().all()).map(info -> step(info, times)).toList();
    } catch (FlywayException e) {
      throw translated(e);
    }
  }

  List<String> problems() {
    try {
      var result = flyway.validateWithResult();
      var problems = new ArrayList<String>();
      result.invalidMigrations.forEach(invalid -> problems.add("schema step %s (%s): %s"
          .formatted(invalid.version, invalid.description, invalid.errorDetails.errorMessage.replaceAll("\\s+", " "))));
      if (problems.isEmpty() && !result.validationSuccessful) {
        problems.add(String.valueOf(result.getAllErrorMessages()));
      }
      return List.copyOf(problems);
    } catch (FlywayException e) {
      throw translated(e);
    }
  }

  private Map<String, String> installationTimes() {
    if (Migrations.findVersion(connections).isEmpty()) {
      return Map.of();
    }
    var time = connections instanceof SqliteConnections ? SQLITE_TIME : POSTGRES_TIME;
    var query = "SELECT version, " + time + " FROM flyway_schema_history WHERE success";
    try (var connection = connections.unpooled().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var times = new HashMap<String, String>();
      while (rows.next()) {
        times.put(rows.getString(1), rows.getString(2));
      }
      return times;
    } catch (SQLException e) {
      throw Failures.opening(e, connections.name());
    }
  }

  private static Step step(MigrationInfo info, Map<String, String> times) {
    var version = Optional.ofNullable(info.getVersion()).map(String::valueOf).orElse(UNNUMBERED);
    var state = switch (info.getState()) {
      case SUCCESS, OUT_OF_ORDER, BASELINE -> "installed";
      case PENDING, ABOVE_TARGET, AVAILABLE -> "pending";
      case FAILED, MISSING_FAILED, FUTURE_FAILED -> "failed";
      default -> "missing";
    };
    return new Step(version, info.getDescription(), state, Optional.ofNullable(times.get(version)));
  }

  private static boolean isForeign(FlywayException e) {
    return e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
  }

  private RuntimeException translated(FlywayException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        var known = Failures.find(sql, connections.name());
        if (known.isPresent()) {
          return known.get();
        }
      }
    }
    return isForeign(e)
        ? new BadConfiguration(("The database %s holds tables of another program. Give the registry a database of its "
            + "own: --storage-dir, CLERK_STORAGE_DIR or CLERK_DATABASE_URL.").formatted(connections.name()), e)
        : new BadConfiguration("The schema of the registry %s cannot be brought up to date: %s"
            .formatted(connections.name(), String.valueOf(e.getMessage()).replaceAll("\\s+", " ")), e);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
