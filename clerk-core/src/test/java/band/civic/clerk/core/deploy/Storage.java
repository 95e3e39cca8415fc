package band.civic.clerk.core.deploy;

import band.civic.clerk.core.files.Sha256;
import band.civic.clerk.core.site.DatasetKey;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.Publication;
import band.civic.clerk.core.site.SiteCatalog;
import band.civic.clerk.core.site.SiteDatasets;
import band.civic.clerk.core.site.SiteEvents;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.site.runs.Publications;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A storage directory with a registry, in which a test publishes what it wants deployed.
final class Storage implements AutoCloseable {
  final Path directory;
  final Registry registry;
  private final Sites sites;
  private Instant now = Instant.parse("2026-11-24T06:00:00Z");

  Storage(Path directory, String database) {
    this.directory = directory;
    this.registry = Registry.open(database);
    this.sites = new Sites(registry, SiteCatalog.EMPTY, SiteEvents.NONE, clock());
  }

  Site site(String subdomain) {
    return sites.findSite(subdomain)
        .orElseGet(() -> sites.register(new NewSite(subdomain, "Testville", "CA", "US", "city", Optional.empty(),
            Map.of())));
  }

  /// Publishes content as a run would, and keeps what was there before.
  void publish(String subdomain, String dataType, String content) {
    var key = new DatasetKey(site(subdomain).subdomain(), dataType);
    var file = file(subdomain, dataType);
    try {
      Files.createDirectories(file.resolveSibling("previous"));
      if (Files.exists(file)) {
        Files.move(file, file.resolveSibling("previous").resolve(now.getEpochSecond() + ".db"));
      }
      Files.writeString(file, content);
      new SiteDatasets(registry).ensure(key);
      new Publications(registry).published("run-" + now.getEpochSecond(), key, publication(file), now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pass();
  }

  private Publication publication(Path file) throws IOException {
    var summary = new DataSummary("Example Clerk", Optional.of(LocalDate.parse("2020-01-01")), Optional.empty(), 7,
        List.of("gifts"));
    return new Publication(summary, directory.relativize(file).toString(), Files.size(file), Sha256.of(file));
  }

  Path file(String subdomain, String dataType) {
    return directory.resolve(subdomain).resolve(dataType).resolve(dataType + ".db");
  }

  Deployer deployer() {
    var declarations = Map.of("finance", new SiteDatabase("finance/finance.db", "Money", "", "", "https://example.org",
        "public domain", List.of(), List.of()));
    pass();
    return new Deployer(directory, registry, declarations, clock());
  }

  /// One value out of the registry.
  String one(String sql) {
    return String.valueOf(registry.sql().fetchValue(sql));
  }

  private void pass() {
    now = now.plusSeconds(60);
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @Override
  public void close() {
    registry.close();
  }
}
