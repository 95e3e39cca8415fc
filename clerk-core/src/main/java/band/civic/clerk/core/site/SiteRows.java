package band.civic.clerk.core.site;

import band.civic.clerk.core.store.JsonText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads rows of `sites` by plain JDBC: `clerk site list` and the choice of a site stand at the start of every command
/// and would otherwise wait for jOOQ's classes.
final class SiteRows {
  private static final String SELECT = "SELECT * FROM sites";
  private static final String WITH_DATA = SELECT + " WHERE EXISTS (SELECT 1 FROM site_datasets d "
      + "WHERE d.subdomain = sites.subdomain AND d.data_type = ? AND d.has_data = 1) ORDER BY subdomain";

  private final SiteCatalog catalog;

  SiteRows(SiteCatalog catalog) {
    this.catalog = catalog;
  }

  List<RegisteredSite> all(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(SELECT + " ORDER BY subdomain")) {
      return list(statement);
    }
  }

  List<RegisteredSite> withData(Connection connection, String dataType) throws SQLException {
    try (var statement = connection.prepareStatement(WITH_DATA)) {
      statement.setString(1, dataType);
      return list(statement);
    }
  }

  Optional<RegisteredSite> one(Connection connection, String subdomain) throws SQLException {
    try (var statement = connection.prepareStatement(SELECT + " WHERE subdomain = ?")) {
      statement.setString(1, subdomain);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(site(rows)) : Optional.empty();
      }
    }
  }

  private List<RegisteredSite> list(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      var sites = new ArrayList<RegisteredSite>();
      while (rows.next()) {
        sites.add(site(rows));
      }
      return List.copyOf(sites);
    }
  }

  private RegisteredSite site(ResultSet row) throws SQLException {
    var facts = new NewSite(row.getString("subdomain"), row.getString("name"), row.getString("state"),
        row.getString("country"), row.getString("kind"), position(row), JsonText.toMap(row.getString("extra")));
    return new RegisteredSite(facts, row.getString("status"), finance(row), row.getString("created_at"),
        row.getString("updated_at"), catalog);
  }

  private static Optional<Position> position(ResultSet row) throws SQLException {
    var lat = row.getDouble("lat");
    var none = row.wasNull();
    var lng = row.getDouble("lng");
    return none || row.wasNull() ? Optional.empty() : Optional.of(new Position(lat, lng));
  }

  private static FinanceColumns finance(ResultSet row) throws SQLException {
    var count = row.getLong("finance_record_count");
    var records = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(count);
    return new FinanceColumns(row.getLong("has_finance_data") == 1, text(row, "finance_last_updated"),
        text(row, "finance_source"), text(row, "finance_coverage_start"), text(row, "finance_coverage_end"), records,
        JsonText.toList(text(row, "finance_data_types").orElse("[]")));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
