package band.civic.electionfinance.load;

import band.civic.clerk.etl.sqlite.Acceptance;
import band.civic.clerk.etl.sqlite.DatabaseBuild;
import band.civic.clerk.etl.sqlite.SqlScript;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.electionfinance.load.RunStamp.Difference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// One load, step by step: rows, checks, totals, indexes, views, metadata; then stamps and publication.
final class FinanceLoad {
  private final TaskContext context;
  private final DatabaseBuild build;
  private final Connection connection;
  private final Instant startedAt;

  FinanceLoad(TaskContext context, DatabaseBuild build) {
    this.context = context;
    this.build = build;
    this.connection = build.connection();
    this.startedAt = context.clock().instant();
  }

  TaskReport run(Path silver) throws SQLException {
    RunStamp.attach(connection, silver, "silver");
    execute("BEGIN");
    copy();
    calculate();
    var facts = describe();
    execute("COMMIT");
    var report = TaskReport.empty()
        .withRead(facts.records())
        .withWritten(facts.records())
        .withNotices(Findings.notices(connection))
        .withSummary(facts.summary());
    context.progress().step("checking and publishing " + facts.records() + " rows");
    return build.seal() ? publish(facts, report) : publishUnchanged(facts, report);
  }

  private void copy() throws SQLException {
    context.progress().step("copying rows");
    settings();
    PublishedSchema.create(connection);
    PublishedSchema.copyRows(connection);
  }

  private void calculate() throws SQLException {
    context.progress().step("adding up");
    for (var script : List.of("checks.sql", "totals.sql", "curated-totals.sql")) {
      SqlScript.resource(FinanceLoad.class, script).run(connection);
    }
    context.progress().step("indexing");
    for (var script : List.of("indexes.sql", "full-text.sql", "views.sql")) {
      SqlScript.resource(FinanceLoad.class, script).run(connection);
    }
  }

  private Facts describe() throws SQLException {
    Explanations.write(connection);
    var facts = Facts.of(connection);
    SiteMetadata.write(connection, context.site(), facts);
    return facts;
  }

  private TaskReport publish(Facts facts, TaskReport report) throws SQLException {
    var difference = RunStamp.compare(connection, context.workspace().publishedFile());
    RunStamp.write(connection, context.clock(), startedAt, difference);
    build.publish(acceptance(facts));
    return withChanges(report, facts, difference);
  }

  private TaskReport publishUnchanged(Facts facts, TaskReport report) {
    build.publish(Acceptance.of(facts.records()));
    return report.withUnchanged(facts.records());
  }

  /// Where only summaries were ever loaded they stand for the rows; anywhere else no transactions means no data.
  private Acceptance acceptance(Facts facts) throws SQLException {
    var last = lastRecords(facts);
    var records = last.isEmpty() ? facts.records() + facts.summaryLines() : facts.records();
    return new Acceptance(records, last, context.option("allow-shrink").isPresent(), Findings.problems(connection));
  }

  /// Invented and real data are no yardstick for each other.
  private OptionalLong lastRecords(Facts facts) {
    return context.lastLoaded()
        .filter(last -> Facts.isSample(last) == facts.isSample() && last.recordCount() > 0)
        .map(last -> OptionalLong.of(last.recordCount()))
        .orElse(OptionalLong.empty());
  }

  /// Something changed even when no row did: a total, a name, a note. Then that counts as one.
  private static TaskReport withChanges(TaskReport report, Facts facts, Difference difference) {
    var changed = difference.added() + difference.altered();
    var atLeastOne = changed + difference.removed() == 0 ? 1 : changed;
    return report.withChanged(atLeastOne).withRetired(difference.removed()).withUnchanged(facts.records() - changed);
  }

  private void settings() throws SQLException {
    execute("CREATE TEMP TABLE settings AS SELECT ifnull((SELECT value FROM silver.transform_settings "
        + "WHERE name = 'compat'), '') AS compat");
    execute("CREATE TEMP TABLE origins (origin TEXT PRIMARY KEY, label TEXT)");
    try (var insert = connection.prepareStatement(
        """
        INSERT INTO origins VALUES ('within', 'Within ' || ?), ('in_state', 'Within California'),
          ('out_of_state', 'Out of State'),
          ('unknown', (SELECT CASE compat WHEN '' THEN 'Unknown' ELSE 'Out of State' END FROM settings))
        """)) {
      insert.setString(1, context.site().name());
      insert.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
