package band.civic.electionfinance.features;

import band.civic.electionfinance.model.Compat;
import band.civic.electionfinance.model.Origin;
import band.civic.electionfinance.netfile.format.RawFile;
import band.civic.electionfinance.netfile.format.RawKind;
import band.civic.electionfinance.netfile.format.WireFault;
import band.civic.electionfinance.netfile.format.WireHeader;
import band.civic.electionfinance.netfile.format.WireRow;
import band.civic.electionfinance.transform.silver.ContextRows;
import band.civic.electionfinance.transform.silver.Page;
import band.civic.electionfinance.transform.silver.Silver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.sqlite.JDBC;

/// Feeds pages to the transform and asks the result. Sheets are text blocks: a line of column names, then rows, cells
/// separated by `|`.
final class SilverRun {
  private final Path directory;
  private final List<Page> pages = new ArrayList<>();
  private Compat compat = Compat.NONE;
  private String city = "Alameda";
  private int agencyId = 1;

  SilverRun(Path directory) {
    this.directory = directory;
  }

  SilverRun compat(Compat mode) {
    compat = mode;
    return this;
  }

  SilverRun city(String name) {
    city = name;
    return this;
  }

  SilverRun agency(int id) {
    agencyId = id;
    return this;
  }

  /// A sheet of a workbook, each in a unit of its own.
  SilverRun sheet(String name, String text) {
    return sheet(name, text, "unit " + pages.size());
  }

  /// A sheet of the workbook that is `unit`.
  SilverRun sheet(String name, String text, String unit) {
    var lines = text.strip().lines().map(SilverRun::cells).toList();
    var header = new WireHeader(RawKind.WORKBOOK_XLSX, name, Arrays.asList(lines.getFirst()));
    var rows = new ArrayList<WireRow>();
    for (var line = 1; line < lines.size(); line++) {
      rows.add(new WireRow(header, line + 1, lines.get(line)));
    }
    pages.add(new Page(source(unit), unit, () -> new Rows(rows)));
    return this;
  }

  /// A file as NetFile sends it, read by its reader.
  SilverRun file(RawKind kind, String name, String text) throws IOException {
    var file = Files.writeString(directory.resolve(pages.size() + "-" + name), text);
    var url = "https://netfile.example/Connect2/api/public/campaign/export/" + name;
    var source = new Page.Source("connect2", "files", agencyId, url, "", "2026-01-01T00:00:00Z", "0".repeat(64), 1);
    pages.add(new Page(source, "files", () -> new OpenFile(RawFile.open(file, kind))));
    return this;
  }

  List<Page> pages() {
    return pages;
  }

  /// Transforms all pages, in their order.
  Result run() throws Exception {
    return run(pages);
  }

  Result run(List<Page> inOrder) throws Exception {
    var connection = JDBC.createConnection("jdbc:sqlite::memory:", new Properties());
    var stage = directory.resolve("stage");
    try (var silver = Silver.open(connection, new Silver.Settings(new Origin(city, compat != Compat.NONE), compat,
        stage, () -> {}))) {
      for (var page : inOrder) {
        silver.read(page);
      }
      var made = silver.judge();
      new ContextRows(connection).writeSources(made.pages());
    }
    return new Result(connection);
  }

  private Page.Source source(String unit) {
    return new Page.Source("workbook", "files", agencyId, unit, "2018", "2026-01-01T00:00:00Z", "0".repeat(64), 1);
  }

  private static String[] cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
  }

  private record Rows(List<WireRow> list) implements Page.Reader {
    @Override
    public Stream<WireRow> rows() {
      return list.stream();
    }

    @Override
    public List<WireFault> faults() {
      return List.of();
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private record OpenFile(RawFile file) implements Page.Reader {
    @Override
    public Stream<WireRow> rows() {
      return file.rows();
    }

    @Override
    public List<WireFault> faults() {
      return file.faults();
    }

    @Override
    public void close() {
      file.close();
    }
  }

  /// The database that came out.
  record Result(Connection connection) implements AutoCloseable {

    /// The rows of a query, one a line, values joined by ` | `; an empty value is `-`.
    String rows(String sql) throws SQLException {
      var lines = new StringBuilder();
      try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          var line = new ArrayList<String>();
          for (var at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
            var value = rows.getString(at);
            line.add(value == null ? "-" : value);
          }
          lines.append(String.join(" | ", line)).append('\n');
        }
      }
      return lines.toString();
    }

    /// What counts in totals, in cents.
    long counted() throws SQLException {
      return Long.parseLong(
          rows("SELECT coalesce(sum(amount_cents), 0) FROM transactions WHERE counts_in_totals = 1").strip());
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
