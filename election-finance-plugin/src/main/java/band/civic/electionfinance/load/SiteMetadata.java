package band.civic.electionfinance.load;

import band.civic.clerk.spi.Site;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the database says of itself: table `site_metadata`. When it was made is not here but in `etl_runs`.
final class SiteMetadata {
  static final String SAMPLE = "SAMPLE DATA: invented, not real filings";

  private SiteMetadata() {}

  static void write(Connection connection, Site site, Facts facts) throws SQLException {
    try (var insert = connection.prepareStatement("INSERT INTO site_metadata VALUES (?, ?)")) {
      for (var entry : values(site, facts).entrySet()) {
        insert.setString(1, entry.getKey());
        insert.setString(2, entry.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Map<String, String> values(Site site, Facts facts) {
    var declared = FinanceDatabase.DECLARATION;
    var values = new LinkedHashMap<String, String>();
    values.put("title", (facts.isSample() ? SAMPLE + ". " : "") + declared.title() + ", " + site.name());
    values.put("description", description(facts));
    values.put("notice", facts.isSample() ? SAMPLE : facts.notes());
    values.put("sample", facts.isSample() ? SAMPLE : "");
    values.put("source", facts.source());
    values.put("source_url", declared.sourceUrl());
    values.put("licence", declared.licence());
    values.put("subdomain", site.subdomain());
    values.put("place", site.name());
    values.put("agencies", facts.agencyNames());
    values.put("origin", facts.origins());
    values.put("coverage_start", facts.coverageStart().map(Object::toString).orElse(""));
    values.put("coverage_end", facts.coverageEnd().map(Object::toString).orElse(""));
    values.put("records", Long.toString(facts.records()));
    values.put("current_records", Long.toString(facts.currentRecords()));
    values.put("compat", facts.compat());
    values.put("units", "Columns ending in _cents, and the columns cents, are US cents; the column beside without the "
        + "ending, or amount, is the same in dollars. Dates are ISO 8601. Empty means unknown, never zero.");
    return values;
  }

  private static String description(Facts facts) {
    return (FinanceDatabase.DECLARATION.description() + " " + facts.notes()).strip();
  }
}
