package band.civic.clerk.core.cli.site;

import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.RegisteredSite;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// A site as JSON and as rows of a table.
final class SiteShapes {

  private SiteShapes() {}

  /// The row as the registry names its columns, for `--json`.
  static Map<String, Object> row(RegisteredSite site) {
    var row = new LinkedHashMap<String, Object>();
    row.put("subdomain", site.subdomain());
    row.put("name", site.name());
    row.put("state", site.state());
    row.put("country", site.country());
    row.put("kind", site.kind());
    row.put("status", site.status());
    row.put("lat", site.position().map(p -> plain(p.lat())));
    row.put("lng", site.position().map(p -> plain(p.lng())));
    row.put("extra", new TreeMap<>(site.extra()));
    row.put("created_at", site.createdAt());
    row.put("updated_at", site.updatedAt());
    var finance = site.finance();
    row.put("has_finance_data", finance.hasData());
    row.put("finance_last_updated", finance.lastUpdated());
    row.put("finance_source", finance.source());
    row.put("finance_coverage_start", finance.coverageStart());
    row.put("finance_coverage_end", finance.coverageEnd());
    row.put("finance_record_count", finance.recordCount());
    row.put("finance_data_types", finance.dataTypes());
    return row;
  }

  /// The facts in the shape of a reviewed file, which `clerk site import` reads.
  static Map<String, Object> file(NewSite site) {
    var file = new LinkedHashMap<String, Object>();
    file.put("subdomain", site.subdomain());
    file.put("name", site.name());
    file.put("state", site.state());
    file.put("country", site.country());
    file.put("kind", site.kind());
    site.position().ifPresent(p -> {
      var position = new LinkedHashMap<String, Object>();
      position.put("lat", plain(p.lat()));
      position.put("lng", plain(p.lng()));
      file.put("position", position);
    });
    if (!site.extra().isEmpty()) {
      file.put("extra", new TreeMap<>(site.extra()));
    }
    return file;
  }

  /// The facts as flat fields, for CSV.
  static Map<String, String> fields(NewSite site) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("subdomain", site.subdomain());
    fields.put("name", site.name());
    fields.put("state", site.state());
    fields.put("country", site.country());
    fields.put("kind", site.kind());
    site.position().ifPresent(p -> {
      fields.put("lat", plain(p.lat()).toPlainString());
      fields.put("lng", plain(p.lng()).toPlainString());
    });
    site.extra().forEach((key, value) -> fields.put("extra." + key, value));
    return fields;
  }

  private static BigDecimal plain(double degrees) {
    return new BigDecimal(BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString());
  }
}
