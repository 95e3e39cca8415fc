package band.civic.electionfinance.load;

import band.civic.clerk.etl.sqlite.DatabaseBuild;
import band.civic.clerk.etl.sqlite.PublishedDatabase;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// Publishes `work/silver.db` as `election_finance.db` with totals, views and full text.
public final class LoadTask {

  private LoadTask() {}

  /// The task `publish`: reads `silver`, writes `published`. It throws [ClerkException.ValidationFailed] when the result
  /// is empty, suspiciously small or wrong; what was published is then as before.
  ///
  /// @param dependsOn the transform tasks
  public static Task create(String... dependsOn) {
    return Task.load("publish").dependsOn(dependsOn).reads("silver").writes("published").runs(LoadTask::run);
  }

  private static TaskReport run(TaskContext context) {
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
      var site = context.site().subdomain();
      throw new ClerkException.BadConfiguration("There is nothing to load for " + site + ": " + silver
          + " is not there. Run `clerk finance transform --subdomain " + site + "` first.");
    }
    return silver;
  }
}
