package band.civic.clerk.core.deploy;

import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `manifest.json`, which is deployed beside the databases of a site: what each is, and the checksum to test it with. It
/// is a function of what is published, so that the same content has the same manifest.
final class Manifest {
  static final String NAME = "manifest.json";
  private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Manifest() {}

  /// The manifest's bytes.
  ///
  /// @param declarations the data types' declarations
  static byte[] of(Site site, List<DeployedFile> files, Map<String, SiteDatabase> declarations) {
    var manifest = new LinkedHashMap<String, Object>();
    manifest.put("subdomain", site.subdomain());
    manifest.put("name", site.name());
    manifest.put("state", site.state());
    manifest.put("databases",
        files.stream().map(file -> database(file, Optional.ofNullable(declarations.get(file.dataType())))).toList());
    return (JSON.writeValueAsString(manifest) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> database(DeployedFile file, Optional<SiteDatabase> declaration) {
    var summary = file.summary();
    var database = new LinkedHashMap<String, Object>();
    database.put("data_type", file.dataType());
    database.put("path", file.path().substring(file.path().indexOf('/') + 1));
    database.put("bytes", file.bytes());
    database.put("sha256", file.sha256());
    declaration.ifPresent(each -> {
      database.put("title", each.title());
      database.put("description", each.description());
      database.put("licence", each.licence());
      database.put("source_url", each.sourceUrl());
    });
    database.put("source", summary.source());
    summary.coverageStart().ifPresent(date -> database.put("coverage_start", date.toString()));
    summary.coverageEnd().ifPresent(date -> database.put("coverage_end", date.toString()));
    database.put("record_count", summary.recordCount());
    database.put("record_types", summary.recordTypes());
    database.put("run_id", file.runId());
    database.put("published_at", file.publishedAt().toString());
    return database;
  }
}
