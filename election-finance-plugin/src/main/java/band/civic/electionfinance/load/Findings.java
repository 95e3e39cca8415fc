package band.civic.electionfinance.load;

import band.civic.clerk.spi.Notice;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a person should know of the data that were loaded, and what must hold before they are published.
final class Findings {
  /// What the load itself finds; each is explained in docs/reference/notices.md.
  static final List<String> CODES = List.of("unreconciled_schedule", "broken_identity", "unknown_code");

  private static final String NOTICES = """
                                        SELECT i.severity, i.code, i.detail, coalesce(c.name || ', ' || f.form || coalesce(', ' || f.period_start || ' to '
                                          || f.period_end, '') || ', version ' || f.report_num, 'codes') AS subject
                                        FROM data_issues i LEFT JOIN filings f USING (filing_key) LEFT JOIN filers c USING (filer_key)
                                        WHERE i.code IN ('%s') ORDER BY i.issue_id
                                        """.formatted(String.join("', '", CODES));

  /// Each gives one number that must be zero.
  private static final List<String> CHECKS = List.of(
      """
      SELECT (SELECT count(*) FROM silver.transactions) - count(*), 'rows of transactions were lost'
      FROM main.transactions""",
      """
      SELECT (SELECT count(*) FROM silver.filings) - count(*), 'filings were lost' FROM main.filings""",
      """
      SELECT (SELECT ifnull(sum(amount_cents), 0) FROM transactions
          WHERE is_current = 1 AND counts_in_totals = 1 AND form_type IN ('A', 'C')) - ifnull(sum(itemized_cents), 0),
        'committee_totals.itemized is not the sum of the rows that count, in cents' FROM committee_totals""",
      """
      SELECT (SELECT ifnull(sum(amount_cents), 0) FROM transactions
          WHERE added_to = 'expenditures') - ifnull(sum(cents), 0),
        'spending_by_code is not the sum of the rows that count, in cents' FROM spending_by_code""",
      """
      SELECT ifnull((SELECT sum(contributions_cents) FROM committee_totals), 0) - ifnull(sum(contributions_cents), 0),
        'committee_spans is not the sum of committee_totals, in cents' FROM committee_spans""");

  private Findings() {}

  static List<Notice> notices(Connection connection) throws SQLException {
    var notices = new ArrayList<Notice>();
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(NOTICES)) {
      while (rows.next()) {
        notices.add(notice(rows));
      }
    }
    return notices;
  }

  /// What is wrong with the build itself; empty when it may be published.
  static List<String> problems(Connection connection) throws SQLException {
    var problems = new ArrayList<String>();
    try (var statement = connection.createStatement()) {
      for (var check : CHECKS) {
        try (var row = statement.executeQuery(check)) {
          if (row.getLong(1) != 0) {
            problems.add(row.getString(2) + " (" + row.getLong(1) + ")");
          }
        }
      }
    }
    return problems;
  }

  private static Notice notice(ResultSet row) throws SQLException {
    var severity = switch (row.getString("severity")) {
      case "error" -> Notice.Severity.ERROR;
      case "warning" -> Notice.Severity.WARNING;
      default -> Notice.Severity.INFO;
    };
    return new Notice(row.getString("code"), severity, row.getString("subject"), row.getString("detail"));
  }
}
