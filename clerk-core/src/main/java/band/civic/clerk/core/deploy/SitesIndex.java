package band.civic.clerk.core.deploy;

import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.SiteDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `sites.db`, the public index: which sites there are, and which databases of each are at a target.
final class SitesIndex {
  static final String NAME = "sites.db";

  /// Columns of `sites` in the registry that are public.
  private static final List<String> SITE_COLUMNS = List.of("subdomain", "name", "state", "country", "kind", "lat",
      "lng",
      "has_finance_data", "finance_last_updated", "finance_source", "finance_coverage_start", "finance_coverage_end",
      "finance_record_count", "finance_data_types");
  private static final String SCHEMA = """
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      CREATE TABLE sites (subdomain TEXT PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL, country TEXT NOT NULL,
        kind TEXT NOT NULL, lat REAL, lng REAL, has_finance_data INTEGER NOT NULL, finance_last_updated TEXT,
        finance_source TEXT, finance_coverage_start TEXT, finance_coverage_end TEXT, finance_record_count INTEGER,
        finance_data_types TEXT);
      CREATE TABLE databases (subdomain TEXT NOT NULL REFERENCES sites, data_type TEXT NOT NULL, name TEXT NOT NULL,
        path TEXT NOT NULL, title TEXT NOT NULL, licence TEXT NOT NULL, source TEXT NOT NULL, coverage_start TEXT,
        coverage_end TEXT, record_count INTEGER NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
        published_at TEXT NOT NULL, deployed_at TEXT NOT NULL, PRIMARY KEY (subdomain, data_type));
      CREATE INDEX idx_databases_deployed_at ON databases (deployed_at);
      """;

  private final Registry registry;
  private final Map<String, SiteDatabase> declarations;

  SitesIndex(Registry registry, Map<String, SiteDatabase> declarations) {
    this.registry = registry;
    this.declarations = declarations;
  }

  /// Adds the index to a shipment.
  ///
  /// @param there what is at the target
  void write(Staging staging, List<Deployment> there) {
    try {
      write(staging.place(NAME), there);
      staging.written(NAME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new BadConfiguration("The index sites.db cannot be written in the storage directory (%s)."
          .formatted(e.getMessage()), e);
    }
  }

  private void write(Path file, List<Deployment> there) throws SQLException {
    try (var index = DriverManager.getConnection("jdbc:sqlite:" + file); var statement = index.createStatement()) {
      for (var sql : SCHEMA.split(";\\s*\n")) {
        statement.execute(sql);
      }
      index.setAutoCommit(false);
      insert(index, "sites", sites());
      insert(index, "databases", there.stream().map(this::database).toList());
      index.commit();
    }
  }

  private List<List<@Nullable Object>> sites() {
    return registry.read(connection -> {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(
              "SELECT " + String.join(", ", SITE_COLUMNS) + " FROM sites ORDER BY subdomain")) {
        var all = new ArrayList<List<@Nullable Object>>();
        while (rows.next()) {
          var row = new ArrayList<@Nullable Object>();
          for (var column : SITE_COLUMNS) {
            row.add(rows.getObject(column));
          }
          all.add(row);
        }
        return all;
      }
    });
  }

  private List<@Nullable Object> database(Deployment each) {
    var file = DeployedVersions.find(registry, each);
    var declaration = Optional.ofNullable(declarations.get(each.dataType()));
    var path = each.file().substring(each.file().indexOf('/') + 1);
    return Arrays.asList(each.subdomain(), each.dataType(), path.replaceAll(".*/|\\.db$", ""), path,
        declaration.map(SiteDatabase::title).orElse(""), declaration.map(SiteDatabase::licence).orElse(""),
        file.summary().source(), file.summary().coverageStart().map(Object::toString).orElse(null),
        file.summary().coverageEnd().map(Object::toString).orElse(null), file.summary().recordCount(), each.bytes(),
        each.sha256(), file.publishedAt().toString(), each.at().toString());
  }

  private static void insert(Connection index, String table, List<List<@Nullable Object>> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    var marks = "?, ".repeat(rows.getFirst().size()).replaceFirst(", $", "");
    try (var insert = index.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
      for (var row : rows) {
        for (var i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
