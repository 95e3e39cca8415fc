package band.civic.clerk.dist.acceptance.fleet;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the registry says of the sites that were served.
///
/// @param url where it is
record Rows(String url) {
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(3);
  private static final String SERVED = "SELECT count(*) FROM runs WHERE state IN ('succeeded', 'unchanged')";
  private static final String LIVE = "SELECT count(*) FROM jobs WHERE state IN ('waiting', 'queued', 'running')";

  /// Waits until each site was served so often; meanwhile processes are killed.
  void awaitServed(int times, int sites, Fleet fleet) throws Exception {
    var end = Instant.now().plus(LONGEST);
    var nextKill = Instant.now().plus(BETWEEN_KILLS);
    while (one(SERVED) < (long) times * sites || one(LIVE) > 0) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("After %s only %d of %d visits were made".formatted(LONGEST, one(SERVED), times
            * sites));
      }
      // a machine with much to do takes its time to start the next one
      if (Instant.now().isAfter(nextKill) && areUp(fleet.pids())) {
        fleet.killOne();
        nextKill = Instant.now().plus(BETWEEN_KILLS);
      }
      Thread.sleep(200);
    }
  }

  private boolean areUp(Set<Long> pids) throws SQLException {
    return numbers("SELECT pid FROM workers").containsAll(pids);
  }

  /// Lets a day go by.
  void makeAllDue() throws SQLException {
    try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE site_datasets SET next_due_at = '2026-01-01T00:00:00.000Z'");
    }
  }

  /// How often each site was served.
  List<Long> servedTimes() throws SQLException {
    return numbers("SELECT count(*) FROM runs WHERE state IN ('succeeded', 'unchanged') GROUP BY subdomain");
  }

  /// Jobs and runs that came to no good end.
  long unserved() throws SQLException {
    return one("SELECT count(*) FROM jobs WHERE state <> 'succeeded'")
        + one("SELECT count(*) FROM runs WHERE state NOT IN ('succeeded', 'unchanged')");
  }

  private long one(String query) throws SQLException {
    return numbers(query).getFirst();
  }

  private List<Long> numbers(String query) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var numbers = new ArrayList<Long>();
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
      return numbers;
    }
  }
}
