package band.civic.electionfinance.load;

import band.civic.clerk.spi.DataSummary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands in the tables, in short.
///
/// @param agencies shortcuts, `COA`, joined by commas
/// @param agencyNames as NetFile writes them
/// @param notes what a reader must be told about whose filings these are
/// @param origins `live`, `files`, `sample`, joined by commas
/// @param coverageStart first day of a current report's period; of a late report the day it was filed
/// @param coverageEnd last day likewise
/// @param records rows of transactions, all versions of all filings
/// @param currentRecords those of current filings
/// @param summaryLines rows of summary_lines
/// @param compat whose answers the totals are, empty for ours
/// @param recordTypes kinds of transactions, for people
record Facts(String agencies, String agencyNames, String notes, String origins, Optional<LocalDate> coverageStart,
    Optional<LocalDate> coverageEnd, long records, long currentRecords, long summaryLines, String compat,
    List<String> recordTypes) {
  private static final String SAMPLE_LABEL = ", SAMPLE DATA: invented";

  private static final Map<String, String> TYPES = Map.of("contribution", "contributions", "loan", "loans",
      "expenditure", "expenditures", "accrued", "accrued expenses", "sub_payment", "payments by agents", "independent",
      "independent expenditures", "misc_receipt", "miscellaneous receipts", "late_contribution", "late contributions",
      "late_payment", "late payments", "summary_of_support", "summaries of support");

  private static final String SELECT = """
                                       SELECT (SELECT group_concat(shortcut, ', ' ORDER BY agency_id) FROM agencies) AS agencies,
                                         (SELECT group_concat(name, '; ' ORDER BY agency_id) FROM agencies) AS names,
                                         (SELECT group_concat(note, ' ' ORDER BY note) FROM (SELECT DISTINCT note FROM agencies WHERE note <> '')) AS notes,
                                         (SELECT group_concat(origin, ', ' ORDER BY origin) FROM (SELECT DISTINCT origin FROM silver.sources)) AS origins,
                                         (SELECT min(coalesce(period_start, filed_on)) FROM filings WHERE is_current = 1) AS coverage_start,
                                         (SELECT max(coalesce(period_end, filed_on)) FROM filings WHERE is_current = 1) AS coverage_end,
                                         (SELECT count(*) FROM transactions) AS records,
                                         (SELECT count(*) FROM transactions WHERE is_current = 1) AS current_records,
                                         (SELECT count(*) FROM summary_lines) AS summary_lines, (SELECT compat FROM settings) AS compat
                                       """;

  /// Reads the facts of a filled database; `silver` is attached.
  static Facts of(Connection connection) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(SELECT)) {
      return new Facts(text(row, "agencies"), text(row, "names"), text(row, "notes"), text(row, "origins"),
          Optional.ofNullable(row.getString("coverage_start")).map(LocalDate::parse),
          Optional.ofNullable(row.getString("coverage_end")).map(LocalDate::parse), row.getLong("records"),
          row.getLong("current_records"), row.getLong("summary_lines"), text(row, "compat"), recordTypes(connection));
    }
  }

  boolean isSample() {
    return origins.contains("sample");
  }

  String source() {
    return "NetFile (" + agencies + ")" + (isSample() ? SAMPLE_LABEL : "");
  }

  /// Whether what a summary tells of was the invented sample.
  static boolean isSample(DataSummary published) {
    return published.source().endsWith(SAMPLE_LABEL);
  }

  DataSummary summary() {
    return new DataSummary(source(), coverageStart, coverageEnd, records, recordTypes);
  }

  private static List<String> recordTypes(Connection connection) throws SQLException {
    var types = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT DISTINCT kind FROM transactions ORDER BY kind")) {
      while (rows.next()) {
        types.add(TYPES.getOrDefault(rows.getString(1), rows.getString(1)));
      }
    }
    return types;
  }

  private static String text(ResultSet row, String column) throws SQLException {
    var value = row.getString(column);
    return value == null ? "" : value;
  }
}
