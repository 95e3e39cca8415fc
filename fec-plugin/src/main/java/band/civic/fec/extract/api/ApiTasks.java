package band.civic.fec.extract.api;

import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Freshness;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.IngestLog;
import band.civic.fec.bronze.SqlFailures;
import band.civic.fec.extract.DownloadTask;
import band.civic.fec.model.FecClock;
import band.civic.fec.openfec.Endpoint;
import band.civic.fec.openfec.OpenFecClient;
import band.civic.fec.openfec.OpenFecSettings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// The tasks that read OpenFEC into bronze.
public final class ApiTasks {
  /// What a daily run does, in its order.
  public static final List<String> DAILY = List.of("api-committees", "api-candidates", "api-filings", "api-receipts",
      "api-disbursements", "api-expenditures");
  /// What can be asked for besides, at the cost of a call for each committee or race.
  public static final List<String> FURTHER = List.of("api-efile", "api-totals", "api-elections");

  private static final int FRESH_HOURS = 20;

  private final Function<TaskContext, Waiting> waiting;
  private final AtomicReference<String> toldWithoutKey = new AtomicReference<>("");

  private ApiTasks(Function<TaskContext, Waiting> waiting) {
    this.waiting = waiting;
  }

  public static List<Task> list() {
    return list(context -> Waiting.real(Clock.systemUTC(), context::checkCancelled));
  }

  /// [#list()] with another sense of time.
  static List<Task> list(Function<TaskContext, Waiting> waiting) {
    var tasks = new ApiTasks(waiting);
    return List.of(tasks.task("api-committees", Readers::committees), tasks.task("api-candidates", Readers::candidates),
        tasks.task("api-filings", Readers::filings, "api-committees"),
        tasks.task("api-receipts", Readers::receipts, "api-committees", "api-filings"),
        tasks.task("api-disbursements", Readers::disbursements, "api-filings", "api-receipts"),
        tasks.task("api-expenditures", Readers::expenditures),
        tasks.task("api-efile", onlyWith("efile", Readers::efile), "api-committees"),
        tasks.task("api-totals", onlyWith("totals", Readers::totals), "api-committees"),
        tasks.task("api-elections", onlyWith("elections", Readers::elections), "api-candidates"), Replay.task());
  }

  public static List<PipelineOption> options() {
    return List.of(new PipelineOption("api", "", "read OpenFEC, and fail without a key", Stage.EXTRACT),
        new PipelineOption("states", "STATES", "OpenFEC: only committees of these states: CA,OH", Stage.EXTRACT),
        new PipelineOption("committees", "IDS", "OpenFEC: only these committees", Stage.EXTRACT),
        new PipelineOption("cycles", "YEARS", "OpenFEC: these cycles, 2024,2026", Stage.EXTRACT),
        new PipelineOption("with", "LISTS", "OpenFEC: read these too: efile,totals,elections", Stage.EXTRACT),
        new PipelineOption("window", "FROM..TO", "derive OpenFEC's rows of these days anew", Stage.EXTRACT),
        new PipelineOption("calls", "N", "OpenFEC: stop a task after so many calls", Stage.EXTRACT),
        new PipelineOption("budget", "TIME", "OpenFEC: stop a task after so long: 30s, 10m, 2h", Stage.EXTRACT));
  }

  interface Reader {
    void read(ApiRun run, Selection selection, SeriesRunner runner) throws SQLException;
  }

  /// A reader that costs a call for each committee or race, and works only when it is asked to.
  private static Reader onlyWith(String name, Reader reader) {
    return (run, selection, runner) -> {
      if (List.of(run.context().option("with").orElse("").split(",")).contains(name)) {
        reader.read(run, selection, runner);
      }
    };
  }

  private Task task(String name, Reader reader, String... after) {
    return Task.extract(name)
        .dependsOn(after)
        .writes(name, "bronze")
        .freshFor(Freshness.hours(FRESH_HOURS))
        .runs(context -> run(context, name, reader));
  }

  private TaskReport run(TaskContext context, String name, Reader reader) {
    var settings = OpenFecSettings.of(context.settings());
    if (!context.site().subdomain().equals(BronzeLayout.NATION)) {
      return TaskReport.empty();
    }
    var isAsked = context.option("api").isPresent();
    if (!settings.hasKey() && !isAsked) {
      return leftOut(context.runId());
    }
    if (!isAsked && context.option(DownloadTask.STORED_ONLY).isPresent()) {
      return TaskReport.notDone();
    }
    var now = now(context);
    var selection = Selection.of(context, now);
    var limits = RunLimits.of(context, waiting.apply(context));
    try (var bronze = ApiBronze.open(context.workspace().database("bronze"));
        var client = new OpenFecClient(settings, context.workspace().directory(), limits)) {
      bronze.ingests().abandonRunning(context.runId(), context.clock().instant());
      var book = new RunBook(context, bronze, now);
      var log = IngestLog.of(context, now);
      log.write("start", name, Map.of());
      var end = Map.<String, Object>of("status", "failed");
      try {
        var report = read(new ApiRun(context, bronze, client, limits, now, book), selection, reader);
        end = figures(report);
        return report;
      } finally {
        log.write("end", name, end);
      }
    } catch (SQLException e) {
      throw SqlFailures.of(BronzeLayout.of(context).directory(), e);
    }
  }

  /// The first task of a run tells it for all.
  private TaskReport leftOut(String runId) {
    return toldWithoutKey.getAndSet(runId).equals(runId)
        ? TaskReport.empty()
        : TaskReport.empty()
            .withNotices(List.of(Notice.info("api_left_out", "OpenFEC",
                "FEC_API_KEY is not set: nothing was read from OpenFEC")));
  }

  private static Map<String, Object> figures(TaskReport report) {
    return Map.of("status", "ended", "read", report.read(), "changed", report.changed(), "unchanged", report
        .unchanged(), "retired", report.retired(), "rejected", report.rejected());
  }

  private static TaskReport read(ApiRun run, Selection selection, Reader reader) throws SQLException {
    try {
      reader.read(run, selection, new SeriesRunner(run));
    } catch (BudgetSpent e) {
      run.book().isIncomplete("stopped at the end of " + e.getMessage());
      run.book()
          .note(Notice.warning("api_budget_spent", "OpenFEC", "The run was at the end of " + e.getMessage()
              + "; the next one goes on where it stopped, at the very page."));
    } catch (ClerkException e) {
      run.book().isIncomplete(String.valueOf(e.getMessage()));
      run.book().close();
      throw e;
    }
    return run.book().close();
  }

  static Instant now(TaskContext context) {
    try {
      return FecClock.now(context.settings().find("fec.now"), context.clock().instant());
    } catch (IllegalArgumentException e) {
      throw new ClerkException.BadConfiguration(e.getMessage() + ".", e);
    }
  }

  /// What each task reads.
  private static final class Readers {

    static void committees(ApiRun run, Selection selection, SeriesRunner runner) throws SQLException {
      for (var cycle : selection.cycles()) {
        runner.run(new Walks(run).entities(Endpoint.COMMITTEES, selection, cycle));
      }
    }

    static void candidates(ApiRun run, Selection selection, SeriesRunner runner) throws SQLException {
      for (var cycle : selection.cycles()) {
        runner.run(new Walks(run).entities(Endpoint.CANDIDATES, selection, cycle));
      }
    }

    static void filings(ApiRun run, Selection selection, SeriesRunner runner) throws SQLException {
      for (var cycle : selection.cycles()) {
        runner.run(new Walks(run).filings(Endpoint.FILINGS, selection, cycle));
      }
    }

    static void receipts(ApiRun run, Selection selection, SeriesRunner runner) throws SQLException {
      for (var cycle : selection.cycles()) {
        new CommitteeReader(run, runner).receipts(selection, cycle);
      }
    }

    static void disbursements(ApiRun run, Selection selection, SeriesRunner runner) throws SQLException {
      for (var cycle : selection.cycles()) {
        new CommitteeReader(run, runner).disbursements(selection, cycle);
      }
    }

    static void expenditures(ApiRun run, Selection selection, SeriesRunner runner) throws SQLException {
      for (var cycle : selection.cycles()) {
        runner.run(new Walks(run).expenditures(selection, cycle));
      }
    }

    static void efile(ApiRun run, Selection selection, SeriesRunner runner) throws SQLException {
      var cycle = selection.cycles().getLast();
      var walks = new Walks(run);
      runner.run(walks.filings(Endpoint.EFILE_FILINGS, selection, cycle));
      for (var committee : new CommitteeReader(run, runner).withRecentEfilings(selection, cycle)) {
        var plans = new ArrayList<SeriesWalk.Plan>();
        for (var list : List.of(Endpoint.SCHEDULE_A_EFILE, Endpoint.SCHEDULE_B_EFILE, Endpoint.SCHEDULE_E_EFILE)) {
          plans.add(walks.efile(list, committee, cycle));
        }
        runner.run(plans);
      }
    }

    static void totals(ApiRun run, Selection selection, SeriesRunner runner) throws SQLException {
      for (var cycle : selection.cycles()) {
        var committees = selection.listCommittees(run.bronze().sql(), cycle);
        runner.run(committees.stream().map(committee -> new Walks(run).totals(committee, cycle)).toList());
      }
    }

    static void elections(ApiRun run, Selection selection, SeriesRunner runner) throws SQLException {
      for (var cycle : selection.cycles()) {
        runner.run(new CommitteeReader(run, runner).elections(selection, cycle));
      }
    }
  }
}
