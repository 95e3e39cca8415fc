package band.civic.fec.extract.api;

import band.civic.fec.bronze.Sql;
import java.sql.SQLException;
import java.util.List;

/// Which filings took the place of which, as OpenFEC's list of filings tells.
///
/// @param sql on `bronze.db`
record Amendments(Sql sql) {

  /// Whether rows stand in a filing that replaces one of which live rows are still here. Only a full walk can tell which
  /// of those are gone.
  boolean replaceRows(SeriesKey series, List<ApiRow> rows) throws SQLException {
    if (!series.list().isKeyset()) {
      return false;
    }
    for (var file : rows.stream().map(ApiRow::fileNumber).distinct().toList()) {
      if (hasRowsOfPredecessor(series, file)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasRowsOfPredecessor(SeriesKey series, long file) throws SQLException {
    return sql.number("""
        SELECT EXISTS (
          SELECT 1 FROM api_entities f, json_each(f.body, '$.amendment_chain') earlier, %s t
          WHERE f.kind = 'filings' AND json_extract(f.body, '$.committee_id') = ?1
            AND json_extract(f.body, '$.file_number') = ?2 AND earlier.value <> ?2
            AND t.committee_id = ?1 AND t.retired_run IS NULL
            AND json_extract(t.body, '$.file_number') = earlier.value)""".formatted("api_" + series.list().id()),
        series.scope(), file) == 1;
  }

  /// The first image of the reports that a committee filed since a day, amendments with the reports that they replace;
  /// 0 when there is none. Images are numbered by day, in 18 digits; a paper report of old has fewer.
  long firstImage(String committee, String since) throws SQLException {
    return sql.number("""
        WITH recent AS (
          SELECT body FROM api_entities WHERE kind = 'filings' AND json_extract(body, '$.committee_id') = ?1
            AND json_extract(body, '$.receipt_date') >= ?2)
        SELECT min(CAST(json_extract(body, '$.beginning_image_number') AS INTEGER)) FROM (
          SELECT body FROM recent
          UNION ALL
          SELECT f.body FROM recent r, json_each(r.body, '$.amendment_chain') earlier, api_entities f
          WHERE f.kind = 'filings' AND json_extract(f.body, '$.committee_id') = ?1
            AND json_extract(f.body, '$.file_number') = earlier.value)
        WHERE length(json_extract(body, '$.beginning_image_number')) = 18""", committee, since);
  }

  /// Whether anything arrived for a committee since a day: a filing, or receipts of one.
  boolean hasNews(String committee, String since) throws SQLException {
    return sql.number("""
        SELECT EXISTS (
            SELECT 1 FROM api_entities WHERE kind = 'filings' AND json_extract(body, '$.committee_id') = ?1
              AND json_extract(body, '$.receipt_date') >= ?2)
          OR EXISTS (SELECT 1 FROM api_schedule_a WHERE committee_id = ?1 AND load_date >= ?2)""", committee,
        since) == 1;
  }
}
