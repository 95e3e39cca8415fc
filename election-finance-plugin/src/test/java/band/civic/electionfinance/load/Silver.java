package band.civic.electionfinance.load;

import band.civic.clerk.etl.sqlite.SqlScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Properties;
import java.util.stream.Collectors;
import org.sqlite.JDBC;

/// A hand-made `silver.db`: invented committees, written row by row.
final class Silver implements AutoCloseable {
  private final Connection connection;
  private int line;

  private Silver(Connection connection) {
    this.connection = connection;
  }

  /// An empty silver of one agency and one source; `origin` is `live`, `files` or `sample`.
  static Silver create(Path directory, String origin) throws Exception {
    Files.createDirectories(directory);
    var file = directory.resolve("silver.db");
    Files.deleteIfExists(file);
    var silver = new Silver(JDBC.createConnection("jdbc:sqlite:" + file, new Properties()));
    SqlScript.resource(Silver.class, "/band/civic/electionfinance/base-tables.sql").run(silver.connection);
    silver.connection.setAutoCommit(false);
    silver.insert("agencies", "agency_id", 12, "shortcut", "COA", "name", "Alameda, County of", "kind", "county",
        "subdomain", "alameda.ca", "note", "Alameda County's filings.");
    silver.insert("sources", "source_id", 1, "adapter", "workbook", "origin", origin, "agency_id", 12, "url",
        "https://netfile.test/efile.zip", "year", 2018, "fetched_at", "2026-11-24T06:00:00Z", "sha256", "00", "bytes",
        1,
        "rows", 1, "status", "read");
    return silver;
  }

  /// A filer that is its own committee.
  Silver filer(String key, String name) throws SQLException {
    return insert("filers", "filer_key", key, "agency_id", 12, "fppc_id", key, "name", name, "committee_type", "CTL");
  }

  /// A current form 460 of one period.
  Silver filing(String key, String filer, String from, String until) throws SQLException {
    return filing(key, filer, "F460", "period_start", from, "period_end", until, "filed_on", until);
  }

  /// A current filing of any form.
  Silver filing(String key, String filer, String form, Object... more) throws SQLException {
    return insert("filings", with(more, "filing_key", key, "filer_key", filer, "agency_id", 12, "form", form,
        "report_num", 0, "is_current", 1, "has_rows", 1, "source_id", 1));
  }

  /// Summary lines of a filing, `F460 5`, with their amounts in dollars.
  Silver summary(String filing, Object... linesAndDollars) throws SQLException {
    for (var i = 0; i < linesAndDollars.length; i += 2) {
      var line = linesAndDollars[i].toString().split(" ");
      var cents = Math.round(((Number) linesAndDollars[i + 1]).doubleValue() * 100);
      insert("summary_lines", "filing_key", filing, "form_type", line[0], "line_item", line[1], "amount_a_cents",
          cents);
    }
    return this;
  }

  /// A row of a schedule, which counts: `A`; or which does not, and why: `A duplicate`. The kind follows from the
  /// schedule. Later columns win, so anything can be said otherwise.
  Silver row(String key, String filing, String scheduleAndReason, Object... more) throws SQLException {
    var parts = scheduleAndReason.split(" ");
    var worth = parts.length == 1
        ? new Object[]{}
        : new Object[]{"counts_in_totals", 0, "not_counted_reason", parts[1]};
    var filer = one("SELECT filer_key FROM filings WHERE filing_key = '" + filing + "'");
    return insert("transactions", with(with(more, worth), "tx_key", key, "filing_key", filing, "filer_key", filer,
        "form_type", parts[0], "kind", kind(parts[0]), "is_current", 1, "counts_in_totals", 1, "origin", "unknown",
        "source_id", 1, "source_line", ++line, "raw_json", "{}"));
  }

  Silver insert(String table, Object... columnsAndValues) throws SQLException {
    var columns = new LinkedHashMap<String, Object>();
    for (var i = 0; i < columnsAndValues.length; i += 2) {
      columns.put(columnsAndValues[i].toString(), columnsAndValues[i + 1]);
    }
    var marks = columns.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
    try (var insert = connection.prepareStatement(
        "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") VALUES (" + marks + ")")) {
      var place = 0;
      for (var value : columns.values()) {
        insert.setObject(++place, value);
      }
      insert.executeUpdate();
    }
    return this;
  }

  /// Runs any statement, for many rows at once.
  Silver sql(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return this;
  }

  @Override
  public void close() throws SQLException {
    connection.commit();
    connection.close();
  }

  private String one(String sql) throws SQLException {
    try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  private static Object[] with(Object[] more, Object... first) {
    var all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private static String kind(String formType) {
    return switch (formType) {
      case "A", "C", "F496P3" -> "contribution";
      case "B1", "B2", "H" -> "loan";
      case "E", "F461P5" -> "expenditure";
      case "F" -> "accrued";
      case "G" -> "sub_payment";
      case "D" -> "summary_of_support";
      case "F496", "F465P3" -> "independent";
      case "I" -> "misc_receipt";
      case "F497P1" -> "late_contribution";
      case "F497P2" -> "late_payment";
      default -> throw new IllegalArgumentException(formType);
    };
  }
}
