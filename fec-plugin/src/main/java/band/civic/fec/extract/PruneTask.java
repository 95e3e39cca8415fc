package band.civic.fec.extract;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.fec.bronze.BronzeDatabase;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.Figures;
import band.civic.fec.bronze.IngestLog;
import band.civic.fec.bronze.Ingests;
import band.civic.fec.bronze.SqlFailures;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The task `bulk-prune`: moves old history and quarantine out of bronze, when it is told how old with `--older-than`.
public final class PruneTask {
  /// Its name.
  public static final String NAME = "bulk-prune";
  /// Its option: `90d`, `6m` or `3y`.
  public static final String OLDER_THAN = "older-than";

  private static final Pattern AGE = Pattern.compile("(\\d{1,4})([dmy])");

  private PruneTask() {}

  static Task create() {
    return Task.extract(NAME).runs(PruneTask::run);
  }

  /// The instant that an age reaches back to.
  ///
  /// @throws ClerkException.BadConfiguration when the text is no age
  public static Instant before(String age, Settings settings, Instant real) {
    var match = AGE.matcher(age);
    if (!match.matches()) {
      throw new ClerkException.BadConfiguration("--older-than: \"" + age + "\" is no age; write 90d, 6m or 3y.");
    }
    var number = Long.parseLong(match.group(1));
    var now = ZonedDateTime.ofInstant(new FecSettings(settings).now(real), ZoneOffset.UTC);
    return switch (match.group(2)) {
      case "d" -> now.minusDays(number).toInstant();
      case "m" -> now.minusMonths(number).toInstant();
      default -> now.minusYears(number).toInstant();
    };
  }

  private static TaskReport run(TaskContext context) {
    var age = context.option(OLDER_THAN);
    if (age.isEmpty() || !context.site().subdomain().equals(BronzeLayout.NATION)) {
      return TaskReport.empty();
    }
    var layout = BronzeLayout.of(context);
    var before = before(age.get(), context.settings(), context.clock().instant());
    var archive = new Archive(layout, before);
    var moved = new ArrayList<String>();
    var report = TaskReport.empty();
    try (var bronze = BronzeDatabase.open(context.workspace().database("bronze"))) {
      for (var place : archive.places()) {
        var old = archive.move(place);
        if (old.history() + old.quarantine() > 0) {
          moved.add(old.kind() + " " + old.cycle());
          write(context, bronze, old, before); // at once: what is moved stays moved when the next file fails
          report = report.withRead(report.read() + old.history() + old.quarantine());
        }
      }
      return report;
    } catch (SQLException e) {
      throw failure(moved, SqlFailures.of(layout.directory(), e));
    }
  }

  private static RuntimeException failure(List<String> moved, RuntimeException e) {
    return moved.isEmpty() || !(e instanceof ClerkException.SourceUnavailable)
        ? e
        : new ClerkException.SourceUnavailable("Old rows of %s were moved. Of the others: %s".formatted(String.join(
            ", ", moved), e.getMessage()), e);
  }

  /// A row of the audit for each file: versions of rows as `unchanged`, lines as `rejected`.
  private static void write(TaskContext context, BronzeDatabase bronze, Archive.Old old, Instant before)
      throws SQLException {
    var moved = old.history() + old.quarantine();
    var now = context.clock().instant();
    var start = new Ingests.Start(context.runId(), context.option("command").orElse("fec etl"), "bulk", old.kind(),
        old.cycle(), "archive");
    var id = bronze.ingests().begin(start, now);
    bronze.sql().update("UPDATE ingests SET window_to = ? WHERE ingest_id = ?", before.toString(), id);
    bronze.ingests()
        .end(id, "complete", new Figures(moved, 0, 0, old.history(), 0, old.quarantine(), 0, 0, 0, ""), now);
    IngestLog.of(context, new FecSettings(context.settings()).now(context.clock().instant()))
        .write("prune", NAME, Map.of("kind", old.kind(), "cycle", old.cycle(), "before", before.toString(), "history",
            old.history(), "quarantine", old.quarantine()));
  }
}
