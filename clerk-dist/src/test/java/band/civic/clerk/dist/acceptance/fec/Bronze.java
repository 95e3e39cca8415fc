package band.civic.clerk.dist.acceptance.fec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// What a storage directory has of federal money, whatever runs brought it there.
///
/// @param storage the storage directory
record Bronze(Path storage) {
  /// When and by which run: different each time.
  private static final Set<String> STAMPS = Set.of("ingest_id", "run_id", "first_run", "last_run", "ended_run",
      "retired_run", "started_at", "ended_at", "fetched_at", "at", "page_id", "modified_at", "command");
  /// Ingests that took something in; those that were broken off or had nothing to do are as many as there were kills.
  private static final String DONE = " WHERE status = 'complete'";

  Path work() {
    return storage.resolve("us/fec/work");
  }

  /// The files of bronze, as they are named.
  List<String> files() {
    try (var files = Files.walk(storage.resolve("us"))) {
      return files.filter(Files::isRegularFile).map(file -> storage.relativize(file).toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A checksum of every table of every file of bronze: live rows, history, quarantine, releases, fingerprints, audit.
  Map<String, String> content() {
    var content = new TreeMap<String, String>();
    for (var file : databases()) {
      for (var table : query(file,
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
        content.put(file.getFileName() + " " + table, checksum(file, table));
      }
    }
    return content;
  }

  /// The same of one file: `indiv-2020.db`.
  static Map<String, String> contentOf(Map<String, String> content, String file) {
    var part = new TreeMap<>(content);
    part.keySet().removeIf(name -> !name.startsWith(file + " "));
    return part;
  }

  /// What SQLite finds wrong.
  List<String> faults() {
    return databases().stream()
        .flatMap(file -> query(file, "PRAGMA integrity_check").stream())
        .filter(text -> !text.equals("ok"))
        .toList();
  }

  /// The first column of a query of `bronze.db`.
  List<String> audit(String sql) {
    return query(work().resolve("bronze.db"), sql);
  }

  /// The first column of a query of the registry.
  List<String> registry(String sql) {
    return query(storage.resolve("civic.db"), sql);
  }

  /// The names of the files that hold rows: `indiv-2020.db`.
  List<String> liveFiles() {
    return databases().stream()
        .filter(file -> file.startsWith(work().resolve("bronze")))
        .map(file -> file.getFileName().toString())
        .toList();
  }

  /// What is being built begins with a dot.
  private List<Path> databases() {
    return Files.isDirectory(storage.resolve("us"))
        ? files().stream().map(storage::resolve).filter(Bronze::isDatabase).toList()
        : List.of();
  }

  private static boolean isDatabase(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".db") && !name.startsWith(".") && !name.contains("openfec-");
  }

  private static String checksum(Path file, String table) {
    var columns = query(file, "SELECT name FROM pragma_table_info('" + table + "')").stream()
        .filter(column -> !STAMPS.contains(column))
        .map(column -> "quote(\"" + column + "\")")
        .toList();
    var rows = query(file, "SELECT " + String.join(" || ',' || ", columns) + " FROM \"" + table + "\""
        + (table.equals("ingests") ? DONE : "") + " ORDER BY 1");
    var sum = new CRC32();
    rows.forEach(row -> sum.update(row.getBytes(StandardCharsets.UTF_8)));
    return String.format(Locale.ROOT, "%d rows %08x", rows.size(), sum.getValue());
  }

  private static List<String> query(Path file, String sql) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(file + ": " + sql, e);
    }
  }
}
