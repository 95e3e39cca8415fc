package band.civic.fec.extract.api;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.fec.extract.api.SeriesState.Mode;
import band.civic.fec.extract.api.SeriesState.Status;
import band.civic.fec.extract.api.SeriesWalk.Plan;
import java.sql.SQLException;
import java.util.List;

/// Walks series one after the other. One that fails does not stop the next; a source that is down does.
final class SeriesRunner {
  /// So many failures in a row mean that it is not the series.
  private static final int DOWN = 3;

  private final ApiRun run;
  private int failedInARow;

  SeriesRunner(ApiRun run) {
    this.run = run;
  }

  void run(List<Plan> plans) throws SQLException {
    run.context().progress().total(plans.size());
    for (var plan : plans) {
      run.context().progress().step(plan.key().toString());
      walk(plan);
    }
  }

  private void walk(Plan plan) throws SQLException {
    try {
      var state = new SeriesWalk(run, plan).walk();
      if (state.status() == Status.COMPLETE && state.fullDue() && state.mode() == Mode.SINCE) {
        state = new SeriesWalk(run, full(plan)).walk();
      }
      tell(state);
      failedInARow = 0;
    } catch (ClerkException.SourceUnavailable e) {
      failed(plan, e);
    } catch (ClerkException.BadSourceData e) {
      var state = run.states().get(plan.key()).ended(Status.INCOMPLETE, String.valueOf(e.getMessage()));
      run.states().forgetRows(plan.key());
      run.states().put(state);
      failed(plan, e);
    }
  }

  private void failed(Plan plan, ClerkException e) {
    run.book()
        .note(Notice.error("api_series_failed", plan.key().toString(), e.getMessage()
            + " It goes on next time from where it stopped."));
    run.book().isIncomplete("failed: " + plan.key());
    if (++failedInARow >= DOWN) {
      throw e;
    }
  }

  private void tell(SeriesState state) {
    var subject = state.key().toString();
    if (state.status() == Status.INCOMPLETE) {
      run.book().note(Notice.warning("api_series_incomplete", subject, state.reason()));
      run.book().isIncomplete("lacking rows: " + subject);
    } else if (state.status() == Status.LEFT_TO_BULK) {
      run.book().note(Notice.warning("api_left_to_bulk", subject, state.reason()));
    }
  }

  private static Plan full(Plan plan) {
    return new Plan(plan.key(), Mode.FULL, "", "", plan.question(), false);
  }
}
