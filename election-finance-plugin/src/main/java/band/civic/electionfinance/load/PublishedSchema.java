package band.civic.electionfinance.load;

import band.civic.clerk.etl.sqlite.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The tables of the published database that hold what silver holds, and how rows get into them. The published tables
/// refer to the tables of codes, and each transaction says when its filing was filed.
final class PublishedSchema {
  /// What is copied from silver, parents first. `sources` is not among them: when something was fetched is no content.
  static final List<String> COPIED = List.of("agencies", "filers", "filer_names", "filings", "transactions", "loans",
      "accrued_expenses", "summary_lines", "data_issues", "elections", "candidates", "measures", "committee_roles");

  private static final String BASE_TABLES = "/band/civic/electionfinance/base-tables.sql";

  private static final String MORE_COLUMNS = """
        report_date TEXT, -- when the filing was filed
        -- the total that adds its amount: contributions, expenditures, independent_spending; empty for none
        added_to TEXT AS (CASE
          WHEN is_current = 1 AND counts_in_totals = 1 AND form_type IN ('A', 'C', 'F497P1') THEN 'contributions'
          WHEN is_current = 1 AND counts_in_totals = 1 AND form_type IN ('E', 'F461P5') THEN 'expenditures'
          WHEN is_current = 1 AND counts_in_totals = 1 AND form_type = 'F496' THEN 'independent_spending'
          WHEN is_current = 1 AND form_type = 'D' AND expn_code = 'IND' AND not_counted_reason = 'schedule_d'
            THEN 'independent_spending' END),
      """;

  private PublishedSchema() {}

  /// Makes all tables, empty but for the codes.
  static void create(Connection connection) throws SQLException {
    SqlScript.resource(PublishedSchema.class, "code-tables.sql").run(connection);
    baseTables().run(connection);
    SqlScript.resource(PublishedSchema.class, "total-tables.sql").run(connection);
    SqlScript.resource(PublishedSchema.class, "curated-tables.sql").run(connection);
  }

  /// Copies the rows of the attached database `silver` in the order of their keys.
  static void copyRows(Connection connection) throws SQLException {
    for (var table : COPIED) {
      copy(connection, table);
    }
  }

  private static SqlScript baseTables() {
    var sql = SqlScript.text(PublishedSchema.class, BASE_TABLES);
    sql = replace(sql, "  form_type TEXT NOT NULL,", "  form_type TEXT NOT NULL REFERENCES form_codes,");
    sql = replace(sql, "  entity_cd TEXT,", "  entity_cd TEXT REFERENCES entity_codes,");
    sql = replace(sql, "  expn_code TEXT,", "  expn_code TEXT REFERENCES expn_codes,");
    sql = replace(sql, "  office_cd TEXT,", "  office_cd TEXT REFERENCES office_codes,");
    sql = replace(sql, "  run_id INTEGER,", "  run_id INTEGER REFERENCES etl_runs,");
    sql = replace(sql, "  source_line INTEGER", MORE_COLUMNS + "  source_line INTEGER");
    return new SqlScript(SqlScript.of(sql)
        .statements()
        .stream()
        .filter(statement -> !statement.contains("CREATE TABLE transform_settings"))
        .toList());
  }

  private static String replace(String sql, String column, String published) {
    if (!sql.contains(column)) {
      throw new IllegalStateException("base-tables.sql has no column `" + column.strip() + "` any more");
    }
    return sql.replace(column, published);
  }

  private static void copy(Connection connection, String table) throws SQLException {
    var columns = names(connection, "SELECT group_concat(name) FROM pragma_table_info('" + table + "', 'silver')");
    var key = names(connection,
        "SELECT group_concat(name ORDER BY pk) FROM pragma_table_info('" + table + "', 'silver') WHERE pk > 0");
    var isTransactions = table.equals("transactions");
    var target = isTransactions ? columns + ", report_date" : columns;
    var source = isTransactions
        ? columns + ", (SELECT filed_on FROM silver.filings f WHERE f.filing_key = t.filing_key)"
        : columns;
    try (var statement = connection.createStatement()) {
      statement.execute("INSERT INTO main.%s (%s) SELECT %s FROM silver.%s t ORDER BY %s".formatted(table, target,
          source, table, key));
    }
  }

  private static String names(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }
}
