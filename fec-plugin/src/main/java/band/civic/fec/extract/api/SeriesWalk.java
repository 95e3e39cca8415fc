package band.civic.fec.extract.api;

import band.civic.fec.extract.api.SeriesState.Mode;
import band.civic.fec.extract.api.SeriesState.Status;
import band.civic.fec.openfec.OpenFecClient;
import band.civic.fec.openfec.Question;
import band.civic.fec.openfec.Walk;
import java.sql.SQLException;
import java.util.Map;
import java.util.List;
import java.util.Optional;

/// Walks one series from where it stands to its end. A page, its rows and the cursor behind it are one commit, and so is
/// the end: what is complete, what is gone.
final class SeriesWalk {
  private static final int MOST_WALKS = 3;

  private final ApiRun run;
  private final Plan plan;
  private Counts counts = Counts.NONE;
  private int walks;

  /// What is walked.
  ///
  /// @param key of the series
  /// @param mode how, when a walk is begun
  /// @param since where a walk in mode SINCE begins
  /// @param sinceParameter the parameter that says so, also of a walk in mode SINCE that was broken off; empty for a list
  /// that is never walked so
  /// @param question all other filters
  /// @param mayBeKept whether answers may come from the cache
  record Plan(SeriesKey key, Mode mode, String since, String sinceParameter, Question question, boolean mayBeKept) {

    Question asked(SeriesState state) {
      return state.mode() == Mode.SINCE ? question.with(sinceParameter, state.since()) : question;
    }
  }

  SeriesWalk(ApiRun run, Plan plan) {
    this.run = run;
    this.plan = plan;
  }

  /// Walks, and gives what came of it. A walk that was broken off goes on behind its last page.
  SeriesState walk() throws SQLException {
    var known = run.states().get(plan.key());
    var state = known.status() == Status.OPEN
        ? known
        : known.begun(plan.mode(), plan.mode() == Mode.SINCE ? plan.since() : "", run.now().toString());
    var walk = new Walk(run.client(), plan.asked(state),
        new OpenFecClient.Manner(run.isOver(plan.key().cycle()), !plan.mayBeKept()));
    while (state.status() == Status.OPEN) {
      run.limits().check(run.client().calls());
      var step = walk.next(state.cursor(), state.pages() == 0 ? 0 : run.states().seen(plan.key()));
      var before = state;
      state = run.bronze().alone(() -> store(before, step));
      run.counted(plan.key(), counts);
      counts = Counts.NONE;
    }
    return state;
  }

  private SeriesState store(SeriesState state, Walk.Step step) throws SQLException {
    if (state.pages() == 0) {
      run.states().forgetRows(plan.key());
    }
    var tooMany = findTooMany(state, step);
    if (tooMany.isPresent()) {
      return end(state.ended(Status.LEFT_TO_BULK, tooMany.get()));
    }
    var rows = step.page().rows().stream().map(node -> ApiRow.of(plan.key(), node)).toList();
    var good = rows.stream().flatMap(Optional::stream).toList();
    var rejected = rows.size() - good.size();
    if (rejected > 0) {
      run.rejected(plan.key(), rejected);
    }
    var store = run.store(plan.key());
    counts = store.store(plan.key(), good, store.page(step.page())).plus(Counts.rejected(rejected));
    var isFullDue = counts.added() + counts.changed() > 0 && run.amendments().replaceRows(plan.key(), good);
    run.states().saw(plan.key(), good.stream().map(ApiRow::id).toList());
    run.states().saw(plan.key(), unreadable(step));
    var after = state.after(step.cursor(), run.highest(state.highest(), good), isFullDue);
    if (!step.isLast()) {
      run.states().put(after);
      return after;
    }
    if (!step.lacksRows(run.states().seen(plan.key()))) {
      return complete(after, store);
    }
    return mayWalkAgain() ? again(after) : end(lacking(after, step));
  }

  /// Rows that cannot be read were seen all the same, by what they say instead of their numbers.
  private List<String> unreadable(Walk.Step step) {
    return step.page()
        .rows()
        .stream()
        .filter(node -> ApiRow.of(plan.key(), node).isEmpty())
        .map(node -> States.UNREADABLE + node)
        .toList();
  }

  /// Rows with equal values change places from page to page of a list with page numbers: another walk sees the others.
  private boolean mayWalkAgain() {
    return !plan.key().list().isKeyset() && ++walks < MOST_WALKS;
  }

  private SeriesState again(SeriesState state) throws SQLException {
    var atStart = state.after(Map.of(), state.highest(), false);
    run.states().put(atStart);
    return atStart;
  }

  private SeriesState lacking(SeriesState state, Walk.Step step) throws SQLException {
    return state.ended(Status.INCOMPLETE, "OpenFEC counts %d rows and gave %d different ones: nothing was retired"
        .formatted(step.page().count(), run.states().seen(plan.key())));
  }

  private SeriesState complete(SeriesState state, RowStore store) throws SQLException {
    if (plan.key().list().isKeyset() && !plan.key().scope().equals(SeriesKey.NATION)) {
      counts = counts.plus(Counts.retired(retire(state, store)));
    }
    return end(state.completed(run.now().toString()));
  }

  /// What a full walk did not see is gone. A walk by image number saw all that stands on later images. After rows that
  /// cannot be read nothing is retired: they may be of those that are here.
  private long retire(SeriesState state, RowStore store) throws SQLException {
    if (run.states().sawUnreadable(plan.key())) {
      return 0;
    }
    if (state.mode() == Mode.FULL) {
      return store.retireUnseen(plan.key(), "true");
    }
    return plan.sinceParameter().equals(Walks.MIN_IMAGE)
        ? store.retireUnseen(plan.key(),
            "CAST(json_extract(t.body, '$.image_number') AS INTEGER) >= " + Long.parseLong(state.since()))
        : 0;
  }

  private SeriesState end(SeriesState state) throws SQLException {
    run.states().forgetRows(plan.key());
    run.states().put(state);
    return state;
  }

  /// Why the series is more than the API can carry.
  private Optional<String> findTooMany(SeriesState state, Walk.Step step) {
    var most = run.mostRows(plan.key());
    var count = step.page().count();
    var walked = (state.pages() + 1L) * Walk.PAGE_SIZE;
    if (count <= most && walked <= most + Walk.PAGE_SIZE) {
      return Optional.empty();
    }
    return Optional.of("%s%d rows are more than the %d that a committee is read for by the API: left to the bulk files"
        .formatted(step.page().isCountExact() ? "" : "about ", Math.max(count, walked), most));
  }
}
