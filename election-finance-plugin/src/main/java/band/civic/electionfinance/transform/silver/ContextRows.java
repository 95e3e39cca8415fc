package band.civic.electionfinance.transform.silver;

import band.civic.clerk.spi.Site;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Writes what the rows stand among: agencies, settings, and the pages they came from.
public final class ContextRows {
  private final Connection connection;

  public ContextRows(Connection connection) {
    this.connection = connection;
  }

  /// The site's agencies, and those that filers were read of although the site does not list them any more.
  public void writeAgencies(Site site) throws SQLException {
    try (var rows = new Batch(connection, "INSERT OR IGNORE INTO agencies VALUES (?, ?, ?, ?, ?, coalesce(?, ''))")) {
      for (var agency : site.agencies("netfile")) {
        var kind = agency.scope().equals("own") ? site.kind() : agency.scope();
        rows.add(agency.id(), agency.shortcut(), agency.name(), kind, site.subdomain(), agency.note());
      }
      rows.flush();
    }
    try (var rows = connection.prepareStatement("""
        INSERT INTO agencies SELECT DISTINCT agency_id, 'agency ' || agency_id, 'agency ' || agency_id, 'unknown', ?,
          'Not among the agencies that were reviewed for this site.'
        FROM filers WHERE agency_id NOT IN (SELECT agency_id FROM agencies)""")) {
      rows.setString(1, site.subdomain());
      rows.executeUpdate();
    }
  }

  /// How the rows were made.
  public void writeSettings(Map<String, String> settings) throws SQLException {
    try (var rows = new Batch(connection, "INSERT INTO transform_settings VALUES (?, coalesce(?, ''))")) {
      for (var setting : settings.entrySet()) {
        rows.add(setting.getKey(), setting.getValue());
      }
      rows.flush();
    }
  }

  /// The pages. When they were fetched is not content: it may change while the data do not.
  public void writeSources(List<Silver.Read> pages) throws SQLException {
    try (var rows = new Batch(connection, "INSERT INTO sources VALUES (?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ok')")) {
      for (var at = 0; at < pages.size(); at++) {
        var source = pages.get(at).source();
        rows.add(at + 1, source.adapter(), source.origin(), source.agencyId(), source.url(), source.year(),
            source.fetchedAt(), source.sha256(), source.bytes(), pages.get(at).rows());
      }
      rows.flush();
    }
  }
}
