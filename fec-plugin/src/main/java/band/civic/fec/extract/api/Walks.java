package band.civic.fec.extract.api;

import band.civic.fec.extract.api.SeriesState.Mode;
import band.civic.fec.extract.api.SeriesState.Status;
import band.civic.fec.extract.api.SeriesWalk.Plan;
import band.civic.fec.openfec.Endpoint;
import band.civic.fec.openfec.Question;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How each list of OpenFEC is asked: what tells new rows from old ones there.
final class Walks {
  static final String MIN_IMAGE = "min_image_number";
  static final String MIN_LOAD_DATE = "min_load_date";

  private static final String CYCLE = "cycle";
  private static final String COMMITTEE = "committee_id";
  private static final String PERIOD = "two_year_transaction_period";
  private static final String MIN_RECEIPT_DATE = "min_receipt_date";
  private static final String MIN_FILING_DATE = "min_filing_date";
  /// The most values that a filter takes.
  private static final int MOST_VALUES = 10;
  /// Disbursements have no load date to ask by: they are looked for so often at least, in days.
  private static final int LOOK_AT_LEAST = 7;
  /// A load date shows up so many days later at most.
  private static final int LOAD_LAG = 2;

  private final ApiRun run;

  Walks(ApiRun run) {
    this.run = run;
  }

  /// Committees or candidates: each state by itself, all of them, in the order of their ids.
  List<Plan> entities(Endpoint list, Selection selection, int cycle) {
    var plans = new ArrayList<Plan>();
    var question = Question.of(list).with(CYCLE, cycle);
    if (list == Endpoint.COMMITTEES && !selection.committees().isEmpty()) {
      chunks(selection.committees()).forEach(ids -> plans.add(new Plan(
          new SeriesKey(list, String.join(",", ids), cycle), Mode.FULL, "", "", question.withEach(COMMITTEE, ids),
          true)));
      return plans;
    }
    for (var state : selection.scopes()) {
      var asked = state.map(code -> question.with("state", code)).orElse(question);
      plans.add(new Plan(new SeriesKey(list, state.orElse(SeriesKey.NATION), cycle), Mode.FULL, "", "", asked, true));
    }
    return plans;
  }

  /// What was filed: by the day on which it arrived.
  List<Plan> filings(Endpoint list, Selection selection, int cycle) throws SQLException {
    var plans = new ArrayList<Plan>();
    if (selection.committees().isEmpty()) {
      plans.add(filings(new SeriesKey(list, SeriesKey.NATION, cycle), Question.of(list)));
    }
    for (var ids : chunks(selection.committees())) {
      plans.add(filings(new SeriesKey(list, String.join(",", ids), cycle), Question.of(list).withEach(COMMITTEE, ids)));
    }
    return plans;
  }

  /// Receipts of a committee: by the day on which the FEC loaded them, never by the day of the gift.
  Plan receipts(SeriesState state) {
    var key = state.key();
    var question = Question.of(Endpoint.SCHEDULE_A).with(COMMITTEE, key.scope()).with(PERIOD, key.cycle());
    return state.wasEverComplete() && !state.fullDue()
        ? new Plan(key, Mode.SINCE, run.overlapping(state.readThrough()), MIN_LOAD_DATE, question, false)
        : new Plan(key, Mode.FULL, "", MIN_LOAD_DATE, question, false);
  }

  /// Disbursements of a committee: from the first image of the reports that arrived lately, since there is no load date.
  /// Nothing when there is no sign of news.
  Optional<Plan> findDisbursements(SeriesState state) throws SQLException {
    var key = state.key();
    var question = Question.of(Endpoint.SCHEDULE_B).with(COMMITTEE, key.scope()).with(PERIOD, key.cycle());
    var full = new Plan(key, Mode.FULL, "", MIN_IMAGE, question, false);
    if (!state.wasEverComplete() || state.fullDue() || state.status() == Status.OPEN) {
      return Optional.of(full);
    }
    var isDue = state.readThrough().compareTo(run.daysAgo(LOOK_AT_LEAST)) <= 0
        || run.amendments().hasNews(key.scope(), minusLag(state.readThrough()));
    var image = isDue ? run.amendments().firstImage(key.scope(), run.daysAgo(run.settings().filingDays())) : 0;
    return image == 0
        ? Optional.empty()
        : Optional.of(new Plan(key, Mode.SINCE, Long.toString(image), MIN_IMAGE, question, false));
  }

  /// Independent expenditures, of all committees or of each that was named: by the day on which they were filed.
  List<Plan> expenditures(Selection selection, int cycle) throws SQLException {
    var scopes = selection.committees().isEmpty() ? List.of(SeriesKey.NATION) : selection.committees();
    var plans = new ArrayList<Plan>();
    for (var scope : scopes) {
      var state = run.states().get(new SeriesKey(Endpoint.SCHEDULE_E, scope, cycle));
      var question = Question.of(Endpoint.SCHEDULE_E).with(CYCLE, cycle);
      var asked = scope.equals(SeriesKey.NATION) ? question : question.with(COMMITTEE, scope);
      plans.add(state.wasEverComplete()
          ? new Plan(state.key(), Mode.SINCE, run.overlapping(state.readThrough()), MIN_FILING_DATE, asked, false)
          : new Plan(state.key(), Mode.FULL, "", MIN_FILING_DATE, asked, false));
    }
    return plans;
  }

  /// What committees filed electronically of late, before it is coded. OpenFEC keeps it for four months.
  Plan efile(Endpoint list, String committee, int cycle) {
    var key = new SeriesKey(list, committee, cycle);
    return new Plan(key, Mode.FULL, "", "", Question.of(list).with(COMMITTEE, committee), false);
  }

  /// The totals of a committee.
  Plan totals(String committee, int cycle) {
    return new Plan(new SeriesKey(Endpoint.TOTALS, committee, cycle), Mode.FULL, "", "",
        Question.of(Endpoint.TOTALS, committee).with(CYCLE, cycle), true);
  }

  /// The candidates of a race.
  Plan election(String office, String state, String district, int cycle) {
    var question = Question.of(Endpoint.ELECTIONS).with(CYCLE, cycle).with("office", office);
    var inState = state.isEmpty() ? question : question.with("state", state);
    var asked = district.isEmpty() ? inState : inState.with("district", district);
    var scope = String.join("-", office, state, district).replaceAll("-+$", "");
    return new Plan(new SeriesKey(Endpoint.ELECTIONS, scope, cycle), Mode.FULL, "", "", asked, true);
  }

  /// Groups of as many as a filter takes.
  static List<List<String>> chunks(List<String> ids) {
    var chunks = new ArrayList<List<String>>();
    for (var from = 0; from < ids.size(); from += MOST_VALUES) {
      chunks.add(ids.subList(from, Math.min(ids.size(), from + MOST_VALUES)));
    }
    return chunks;
  }

  private Plan filings(SeriesKey key, Question question) throws SQLException {
    var state = run.states().get(key);
    var since = state.wasEverComplete()
        ? run.overlapping(state.readThrough())
        : run.daysAgo(run.settings().filingDays());
    return run.isOver(key.cycle()) && key.list() == Endpoint.FILINGS && !state.wasEverComplete()
        ? new Plan(key, Mode.FULL, "", MIN_RECEIPT_DATE, question.with(CYCLE, key.cycle()), false)
        : new Plan(key, Mode.SINCE, since, MIN_RECEIPT_DATE, question, false);
  }

  private static String minusLag(String day) {
    return LocalDate.parse(day).minusDays(LOAD_LAG).toString();
  }
}
