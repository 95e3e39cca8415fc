package band.civic.fec.extract.api;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.Figures;
import band.civic.fec.bronze.Ingests;
import band.civic.fec.bronze.SqlFailures;
import band.civic.fec.openfec.Endpoint;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The task `api-replay`: derives OpenFEC's rows of some days anew from what it said, as a later version of clerk would
/// read them. Nothing is asked; rows that come out as they were stay as they are.
final class Replay {
  private static final Map<Endpoint, String> DATES = Map.of(Endpoint.SCHEDULE_A, "contribution_receipt_date",
      Endpoint.SCHEDULE_B, "disbursement_date", Endpoint.SCHEDULE_E, "expenditure_date");

  private final TaskContext context;
  private final ApiBronze bronze;
  private final Window window;

  private Replay(TaskContext context, ApiBronze bronze, Window window) {
    this.context = context;
    this.bronze = bronze;
    this.window = window;
  }

  static Task task() {
    return Task.extract("api-replay").writes("api-replay", "bronze").runs(Replay::run);
  }

  /// @param from first day
  /// @param to last day
  private record Window(String from, String to) {

    static Window of(String text) {
      try {
        var days = text.split("\\.\\.", 2);
        return new Window(LocalDate.parse(days[0]).toString(), LocalDate.parse(days[1]).toString());
      } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
        throw new ClerkException.BadConfiguration("--window is two days, 2025-01-01..2025-01-31, not \"" + text + "\"",
            e);
      }
    }
  }

  private record Stored(String committee, int cycle, long cents, String loaded, String body) {}

  private static TaskReport run(TaskContext context) {
    var window = context.option("window").map(Window::of);
    if (window.isEmpty()) {
      return TaskReport.empty();
    }
    try (var bronze = ApiBronze.open(context.workspace().database("bronze"))) {
      var report = TaskReport.empty();
      for (var list : List.of(Endpoint.SCHEDULE_A, Endpoint.SCHEDULE_B, Endpoint.SCHEDULE_E)) {
        var counts = new Replay(context, bronze, window.get()).replay(list);
        report = report.withRead(report.read() + counts.read())
            .withChanged(report.changed() + counts.changed())
            .withUnchanged(report.unchanged() + counts.unchanged());
      }
      return report;
    } catch (SQLException e) {
      throw SqlFailures.of(BronzeLayout.of(context).directory(), e);
    }
  }

  private Counts replay(Endpoint list) throws SQLException {
    var now = context.clock().instant();
    var start = new Ingests.Start(context.runId(), context.option("command").orElse("fec replay"), "api", list.id(), 0,
        "bronze");
    return bronze.alone(() -> {
      var ingest = bronze.ingests().begin(start, now);
      bronze.sql()
          .update("UPDATE ingests SET window_from = ?, window_to = ? WHERE ingest_id = ?", window.from(), window.to(),
              ingest);
      var counts = derive(list);
      bronze.ingests()
          .end(ingest, "complete", new Figures(counts.read(), 0, counts.changed(), counts.unchanged(), 0, 0, 0, 0,
              cents(list), ""), now);
      return counts;
    });
  }

  private Counts derive(Endpoint list) throws SQLException {
    var rows = bronze.sql()
        .list(row -> new Stored(row.getString(1), row.getInt(2), row.getLong(3), row.getString(4),
            row.getString(5)), """
            SELECT coalesce(committee_id, ''), cycle, coalesce(amount_cents, 0), coalesce(load_date, ''), body FROM api_%s
            WHERE substr(json_extract(body, '$.%s'), 1, 10) BETWEEN ? AND ?""".formatted(list.id(), DATES.get(list)),
            window.from(), window.to());
    var counts = Counts.NONE;
    for (var stored : rows) {
      counts = counts.plus(derive(list, stored));
    }
    return counts;
  }

  private Counts derive(Endpoint list, Stored stored) throws SQLException {
    var row = ApiRow.ofBody(new SeriesKey(list, stored.committee(), stored.cycle()), stored.body()).orElseThrow();
    var derived = new Stored(row.committeeId(), row.cycle(), row.cents().orElse(0L), row.loadDate(), stored.body());
    if (derived.equals(stored)) {
      return new Counts(1, 0, 0, 1, 0, 0);
    }
    bronze.sql()
        .update("UPDATE api_" + list.id() + " SET committee_id = ?, cycle = ?, amount_cents = ?, load_date = ? "
            + "WHERE sub_id = ?", row.committeeId(), row.cycle(), row.cents().orElse(null), row.loadDate(),
            Long
                .parseLong(row.id()));
    return new Counts(1, 0, 1, 0, 0, 0);
  }

  private long cents(Endpoint list) throws SQLException {
    return bronze.sql().number("SELECT sum(amount_cents) FROM api_" + list.id() + " WHERE retired_run IS NULL");
  }
}
