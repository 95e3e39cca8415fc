package band.civic.electionfinance.load;

import band.civic.clerk.etl.sqlite.DatabaseBuild;
import band.civic.clerk.etl.sqlite.PublishedDatabase;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Freshness;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/// Publishes `work/silver.db` as `election_finance.db` with totals, views and full text.
public final class LoadTask implements Task {

  @Override
  public String name() {
    return "load";
  }

  @Override
  public Stage stage() {
    return Stage.LOAD;
  }

  @Override
  public Set<String> dependsOn() {
    return Set.of("transform");
  }

  @Override
  public Set<String> reads() {
    return Set.of("silver");
  }

  @Override
  public Set<String> writes() {
    return Set.of("election_finance");
  }

  @Override
  public Freshness freshness() {
    return Freshness.whenInputsChange();
  }

  /// Builds, checks and publishes.
  ///
  /// @throws ClerkException.ValidationFailed
  ///           when the result is empty, suspiciously small or wrong; what was published is as before
  @Override
  public TaskReport run(TaskContext context) {
    var silver = silver(context);
    var database = PublishedDatabase.at(context.workspace().publishedFile());
    try (var build = database.openBuild(context.clock(), context::checkCancelled)) {
      return publish(context, build, silver);
    }
  }

  private static TaskReport publish(TaskContext context, DatabaseBuild build, Path silver) {
    try {
      return new FinanceLoad(context, build).run(silver);
    } catch (SQLException e) {
      throw build.failure(e);
    }
  }

  private static Path silver(TaskContext context) {
    var silver = context.workspace().directory().resolve("silver.db");
    if (!Files.exists(silver)) {
      throw new ClerkException.BadConfiguration("Nothing to load for " + context.site().subdomain() + ": " + silver
          + " is not there. Run `clerk finance transform " + context.site().subdomain() + "` first.");
    }
    return silver;
  }
}
