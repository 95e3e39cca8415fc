package band.civic.fec.extract.api;

import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.TaskContext;
import band.civic.fec.model.Cycle;
import band.civic.fec.openfec.OpenFecClient;
import band.civic.fec.openfec.OpenFecSettings;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What the walks of one task share.
///
/// @param context of the host
/// @param bronze where everything goes
/// @param client of OpenFEC
/// @param limits of this run
/// @param now the instant it is for the FEC's data
/// @param book of what was done
record ApiRun(TaskContext context, ApiBronze bronze, OpenFecClient client, RunLimits limits, Instant now,
    RunBook book) {
  private static final int NATION_FACTOR = 5;

  OpenFecSettings settings() {
    return client.settings();
  }

  States states() {
    return bronze.states();
  }

  Amendments amendments() {
    return new Amendments(bronze.sql());
  }

  RowStore store(SeriesKey key) throws SQLException {
    return new RowStore(bronze.sql(), book.ingest(key));
  }

  String today() {
    return day().toString();
  }

  /// The day so many days ago.
  String daysAgo(int days) {
    return day().minusDays(days).toString();
  }

  /// Where the next walk of a series begins that was read through to a day.
  String overlapping(String readThrough) {
    return LocalDate.parse(readThrough).minusDays(settings().overlapDays()).toString();
  }

  boolean isOver(int cycle) {
    return cycle < Cycle.of(day().getYear());
  }

  /// The most rows that a series is read for; lists other than schedules are never too long.
  long mostRows(SeriesKey key) {
    if (!key.list().isKeyset()) {
      return Integer.MAX_VALUE;
    }
    return (long) settings().committeeRows() * (key.scope().equals(SeriesKey.NATION) ? NATION_FACTOR : 1);
  }

  /// The highest load date so far; one in the future is a mistake of somebody and moves nothing.
  String highest(String before, List<ApiRow> rows) {
    return rows.stream()
        .map(ApiRow::loadDate)
        .filter(date -> date.compareTo(today()) <= 0 && date.compareTo(before) > 0)
        .max(String::compareTo)
        .orElse(before);
  }

  void counted(SeriesKey key, Counts counts) {
    book.counted(key, counts);
    context.progress().advance(1);
  }

  void rejected(SeriesKey key, long rows) {
    book.note(Notice.warning("api_row_rejected", key.toString(),
        rows + " rows have no number of their own, or an amount that is none; they were left out"));
  }

  private LocalDate day() {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
