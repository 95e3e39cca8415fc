package band.civic.fec.extract.api;

import band.civic.fec.openfec.Endpoint;
import band.civic.fec.openfec.OpenFecClient;
import band.civic.fec.openfec.Page;
import band.civic.fec.openfec.Question;
import band.civic.fec.openfec.Walk;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks for what is new of ten committees at once. When one page holds it all, exactly counted, none of them needs a call
/// of its own; that is so on most days for most committees.
final class GroupProbe {
  private final ApiRun run;
  private Counts counts = Counts.NONE;

  GroupProbe(ApiRun run) {
    this.run = run;
  }

  /// @param states of committees of one cycle that were read to their end before
  /// @return those that must be walked by themselves
  List<SeriesState> read(List<SeriesState> states) throws SQLException {
    run.limits().check(run.client().calls());
    var since = states.stream()
        .map(SeriesState::readThrough)
        .min(String::compareTo)
        .map(run::overlapping)
        .orElseThrow();
    var ids = states.stream().map(state -> state.key().scope()).toList();
    var question = Question.of(Endpoint.SCHEDULE_A)
        .withEach("committee_id", ids)
        .with("two_year_transaction_period", states.getFirst().key().cycle())
        .with(Walks.MIN_LOAD_DATE, since);
    var step = new Walk(run.client(), question, new OpenFecClient.Manner(false, true)).next(Map.of(), 0);
    var page = step.page();
    if (!page.isCountExact() || page.count() != page.rows().size()) {
      return states;
    }
    var started = run.now().toString();
    var again = run.bronze().alone(() -> share(states, page, since, started));
    run.counted(states.getFirst().key(), counts);
    return again;
  }

  private List<SeriesState> share(List<SeriesState> states, Page page, String since, String started)
      throws SQLException {
    var store = run.store(states.getFirst().key());
    var pageId = page.rows().isEmpty() ? 0 : store.page(page);
    var again = new ArrayList<SeriesState>();
    for (var state : states) {
      var own = page.rows()
          .stream()
          .filter(row -> row.path("committee_id").asString("").equals(state.key().scope()))
          .map(row -> ApiRow.of(state.key(), row))
          .toList();
      var rows = own.stream().flatMap(Optional::stream).toList();
      var did = store.store(state.key(), rows, pageId).plus(Counts.rejected(own.size() - rows.size()));
      counts = counts.plus(did);
      var isFullDue = did.added() + did.changed() > 0 && run.amendments().replaceRows(state.key(), rows);
      var done = state.begun(SeriesState.Mode.SINCE, since, started)
          .after(Map.of(), run.highest("", rows), isFullDue)
          .completed(started);
      run.states().put(done);
      if (isFullDue) {
        again.add(done);
      }
    }
    return again;
  }
}
