package band.civic.electionfinance.transform.curated;

import band.civic.electionfinance.model.Days;
import band.civic.electionfinance.netfile.csv.CsvRecords;
import band.civic.electionfinance.netfile.csv.TextSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One curated CSV file. Columns are found whatever their case, blanks and underscores.
record CuratedTable(List<Row> rows) {

  /// A line of the file.
  record Row(Map<String, String> values) {

    /// The first of these columns that is not empty, else `""`.
    String text(String... columns) {
      for (var column : columns) {
        var text = values.getOrDefault(fold(column), "");
        if (!text.isEmpty()) {
          return text;
        }
      }
      return "";
    }

    /// In ISO form; `""` when there is no date to read.
    String date(String... columns) {
      return Days.parse(text(columns)).map(LocalDate::toString).orElse("");
    }

    /// 1, 0, or `""` when the file does not say.
    Object flag(String column) {
      var text = text(column).toLowerCase(Locale.ROOT);
      return text.isEmpty() ? "" : text.startsWith("t") || text.startsWith("y") || text.equals("1") ? 1 : 0;
    }
  }

  static CuratedTable read(Path file) {
    var rows = new ArrayList<Row>();
    var records = new CsvRecords(TextSource.of(file));
    try {
      var header = records.next();
      for (var record = records.next(); record.isPresent(); record = records.next()) {
        records.accept(record.get());
        var values = new HashMap<String, String>();
        var fields = record.get().getFields();
        for (var at = 0; at < Math.min(fields.size(), header.orElseThrow().getFieldCount()); at++) {
          values.putIfAbsent(fold(header.get().getField(at)), fields.get(at).strip());
        }
        rows.add(new Row(values));
      }
    } finally {
      records.close();
    }
    return new CuratedTable(rows);
  }

  private static String fold(String column) {
    return column.replaceAll("[\\s_]", "").toLowerCase(Locale.ROOT);
  }
}
