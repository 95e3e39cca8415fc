package band.civic.fec.load;

import band.civic.clerk.etl.sqlite.Acceptance;
import band.civic.clerk.etl.sqlite.DatabaseBuild;
import band.civic.clerk.etl.sqlite.PublishedDatabase;
import band.civic.clerk.etl.sqlite.SqlScript;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The task `publish`: `silver.db` with totals, checks and indexes as `fec.db`.
public final class LoadTask {
  private static final List<String> COPIED = List.of("sources", "transaction_types", "contributions",
      "committee_transactions", "operating_expenditures", "committees", "candidates", "committee_candidates",
      "committee_summaries", "candidate_summaries");

  private final TaskContext context;
  private final DatabaseBuild build;

  private LoadTask(TaskContext context, DatabaseBuild build) {
    this.context = context;
    this.build = build;
  }

  /// The task; it reads `silver`, writes `published`, and throws [ClerkException.ValidationFailed] when the result is
  /// empty, suspiciously small or wrong; what was published is then as before.
  ///
  /// @param dependsOn the transform tasks
  public static Task create(String... dependsOn) {
    return Task.load("publish").dependsOn(dependsOn).reads("silver").writes("published").runs(LoadTask::run);
  }

  private static TaskReport run(TaskContext context) {
    var silver = context.workspace().directory().resolve("silver.db");
    if (!Files.exists(silver)) {
      throw new ClerkException.BadConfiguration("There is nothing to load: " + silver
          + " is not there. Run `clerk fec transform --subdomain " + context.site().subdomain() + "` first.");
    }
    var database = PublishedDatabase.at(context.workspace().publishedFile());
    try (var build = database.openBuild(context.clock(), context::checkCancelled)) {
      try {
        return new LoadTask(context, build).publish(silver);
      } catch (SQLException e) {
        throw build.failure(e);
      }
    }
  }

  private TaskReport publish(Path silver) throws SQLException {
    try (var attach = build.connection().prepareStatement("ATTACH ? AS silver")) {
      attach.setString(1, silver.toString());
      attach.execute();
    }
    execute("BEGIN");
    context.progress().step("copying rows");
    for (var table : COPIED) {
      copy(table);
    }
    context.progress().step("adding up and indexing");
    SqlScript.resource(LoadTask.class, "totals.sql").run(build.connection());
    SqlScript.resource(LoadTask.class, "indexes.sql").run(build.connection());
    execute("COMMIT");
    var summary = summary();
    var problems = problems();
    execute("DETACH silver");
    context.progress().step("checking and publishing");
    var changed = build.seal();
    build.publish(new Acceptance(summary.recordCount(), lastRecords(), context.option("allow-shrink").isPresent(),
        problems));
    var report = TaskReport.empty().withRead(summary.recordCount()).withWritten(summary.recordCount());
    return changed
        ? report.withChanged(Math.max(1, summary.recordCount())).withSummary(summary)
        : report.withUnchanged(summary.recordCount()).withSummary(summary);
  }

  /// The table as silver made it, and in the order of its key.
  private void copy(String table) throws SQLException {
    execute(text("SELECT sql FROM silver.sqlite_schema WHERE type = 'table' AND name = '" + table + "'"));
    execute("INSERT INTO main." + table + " SELECT * FROM silver." + table);
  }

  /// Every row of silver must be added by exactly the totals that count it.
  private List<String> problems() throws SQLException {
    var rows = number("SELECT count(*) - (SELECT ifnull(sum(contribution_rows), 0) FROM committee_totals) "
        + "FROM contributions WHERE committee_id IS NOT NULL");
    var cents = number("SELECT ifnull(sum(amount_cents), 0) - (SELECT ifnull(sum(reported_cents + memo_cents), 0) "
        + "FROM committee_totals) FROM contributions WHERE committee_id IS NOT NULL");
    return rows == 0 && cents == 0
        ? List.of()
        : List.of("totals miss " + rows + " rows and " + cents + " cents of contributions");
  }

  private DataSummary summary() throws SQLException {
    var records = number("SELECT (SELECT count(*) FROM contributions) + (SELECT count(*) FROM committee_transactions)"
        + " + (SELECT count(*) FROM operating_expenditures)");
    var dated = " FROM contributions WHERE date_flag IS NULL OR date_flag = 'padded'";
    return new DataSummary("FEC", date("SELECT min(contributed_on)" + dated),
        date("SELECT max(contributed_on)" + dated),
        records, List.of("contributions", "committee_transactions", "operating_expenditures"));
  }

  private OptionalLong lastRecords() {
    return context.lastLoaded()
        .filter(last -> last.recordCount() > 0)
        .map(last -> OptionalLong.of(last.recordCount()))
        .orElse(OptionalLong.empty());
  }

  private Optional<LocalDate> date(String sql) throws SQLException {
    return Optional.ofNullable(text(sql)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
  }

  private long number(String sql) throws SQLException {
    try (var statement = build.connection().createStatement(); var row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  private String text(String sql) throws SQLException {
    try (var statement = build.connection().createStatement(); var row = statement.executeQuery(sql)) {
      return Optional.ofNullable(row.getString(1)).orElse("");
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = build.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
