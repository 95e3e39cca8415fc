package band.civic.fec.extract.api;

import band.civic.clerk.spi.Notice;
import band.civic.fec.extract.api.SeriesState.Mode;
import band.civic.fec.extract.api.SeriesState.Status;
import band.civic.fec.extract.api.SeriesWalk.Plan;
import band.civic.fec.openfec.Endpoint;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads itemised rows committee by committee: what was broken off first, then what is new of those that are known, then
/// those that were never read.
final class CommitteeReader {
  private static final int GROUP = 10;
  private static final Duration ROUND = Duration.ofHours(20);
  private static final String NEVER = "9999";

  private final ApiRun run;
  private final SeriesRunner runner;

  CommitteeReader(ApiRun run, SeriesRunner runner) {
    this.run = run;
    this.runner = runner;
  }

  void receipts(Selection selection, int cycle) throws SQLException {
    var states = readable(Endpoint.SCHEDULE_A, selection, cycle);
    var walks = new Walks(run);
    runner.run(states.stream().filter(state -> state.status() == Status.OPEN).map(walks::receipts).toList());
    var round = roundBegan(Endpoint.SCHEDULE_A, cycle);
    run.book().ingest(new SeriesKey(Endpoint.SCHEDULE_A, SeriesKey.NATION, cycle)); // ends the round, even without a call
    var known = states.stream()
        .filter(CommitteeReader::isKnown)
        .filter(state -> state.startedAt().compareTo(round) < 0)
        .toList();
    for (var from = 0; from < known.size(); from += GROUP) {
      var alone = new GroupProbe(run).read(known.subList(from, Math.min(known.size(), from + GROUP)));
      runner.run(alone.stream().map(walks::receipts).toList());
    }
    runner.run(states.stream()
        .filter(state -> state.status() != Status.OPEN && !isKnown(state))
        .map(walks::receipts)
        .toList());
  }

  void disbursements(Selection selection, int cycle) throws SQLException {
    var plans = new ArrayList<Plan>();
    for (var state : readable(Endpoint.SCHEDULE_B, selection, cycle)) {
      new Walks(run).findDisbursements(state).ifPresent(plans::add);
    }
    runner.run(plans);
  }

  /// Committees of which something was filed electronically since they were last read so.
  List<String> withRecentEfilings(Selection selection, int cycle) throws SQLException {
    var due = new ArrayList<String>();
    for (var committee : selection.listCommittees(run.bronze().sql(), cycle)) {
      var read = run.states().get(new SeriesKey(Endpoint.SCHEDULE_A_EFILE, committee, cycle)).readThrough();
      var isDue = run.bronze()
          .sql()
          .number("""
          SELECT EXISTS (SELECT 1 FROM api_entities WHERE kind = 'efile-filings'
            AND json_extract(body, '$.committee_id') = ? AND json_extract(body, '$.receipt_date') >= ?)""", committee,
              read) == 1;
      if (isDue) {
        due.add(committee);
      }
    }
    return due;
  }

  /// The presidential race, the senate race of each state, and each district that has a candidate.
  List<Plan> elections(Selection selection, int cycle) throws SQLException {
    var walks = new Walks(run);
    var plans = new ArrayList<Plan>();
    if (selection.states().isEmpty()) {
      plans.add(walks.election("president", "", "", cycle));
    }
    plans.addAll(run.bronze()
        .sql()
        .list(row -> walks.election(row.getString(1), row.getString(2), row.getString(3), cycle),
            """
        SELECT DISTINCT CASE json_extract(body, '$.office') WHEN 'S' THEN 'senate' ELSE 'house' END,
          json_extract(body, '$.state'),
          CASE json_extract(body, '$.office') WHEN 'S' THEN '' ELSE json_extract(body, '$.district') END
        FROM api_entities WHERE kind = 'candidates' AND cycle = ? AND json_extract(body, '$.office') IN ('S', 'H')
          AND json_extract(body, '$.state') IS NOT NULL AND coalesce(json_extract(body, '$.district'), '') <> ''
          AND (? = '' OR instr(?, json_extract(body, '$.state')) > 0)
        ORDER BY 1, 2, 3""", cycle, String.join(",", selection.states()), String.join(",", selection.states())));
    return plans;
  }

  /// When the round began that earlier runs of the last hours did not end; a committee that was read since is not asked
  /// again. Later than everything when there is no such round.
  private String roundBegan(Endpoint list, int cycle) throws SQLException {
    return run.bronze().sql().find(row -> row.getString(1), """
        SELECT min(started_at) FROM ingests
        WHERE kind = ?1 AND cycle = ?2 AND source = 'api' AND status IN ('incomplete', 'abandoned') AND started_at > ?3
          AND ingest_id > (SELECT coalesce(max(ingest_id), 0) FROM ingests
            WHERE kind = ?1 AND cycle = ?2 AND source = 'api' AND status = 'complete')
        HAVING min(started_at) IS NOT NULL""", list.id(), cycle, run.now().minus(ROUND).toString()).orElse(NEVER);
  }

  private static boolean isKnown(SeriesState state) {
    return state.status() == Status.COMPLETE && !state.fullDue();
  }

  /// The states of the committees that the API is to carry; the others are told.
  private List<SeriesState> readable(Endpoint list, Selection selection, int cycle) throws SQLException {
    var states = new ArrayList<SeriesState>();
    var left = 0;
    for (var committee : selection.listCommittees(run.bronze().sql(), cycle)) {
      var state = run.states().get(new SeriesKey(list, committee, cycle));
      if (run.settings().bulkCommittees().contains(committee)) {
        leaveConduit(state);
      } else if (state.status() == Status.LEFT_TO_BULK) {
        left++;
      } else {
        states.add(state);
      }
    }
    if (left > 0) {
      run.book()
          .note(Notice.info("api_left_to_bulk", list.id() + " " + cycle, left
              + " committees are left to the bulk files; `clerk fec state show` lists them"));
    }
    return states;
  }

  private void leaveConduit(SeriesState state) throws SQLException {
    var reason = "a conduit, whose rows only bulk files can carry (fec.api-bulk-committees)";
    run.book().note(Notice.info("api_left_to_bulk", state.key().toString(), "Not read: " + reason));
    if (state.status() != Status.LEFT_TO_BULK) {
      run.states().put(state.begun(Mode.FULL, "", run.now().toString()).ended(Status.LEFT_TO_BULK, reason));
    }
  }
}
