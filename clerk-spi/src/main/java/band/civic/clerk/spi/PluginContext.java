package band.civic.clerk.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the host lends to a plugin while it starts. Valid as long as the host runs; safe to keep and to share
/// between threads.
public interface PluginContext {

  /// The host's version, for messages and `User-Agent` headers.
  String hostVersion();

  /// Settings by dotted key.
  Settings settings();

  /// The shared storage directory; a site's files are below `{storageDirectory}/{subdomain}`.
  Path storageDirectory();

  /// The directory of reviewed site data (`sites/`, `agencies/`, …).
  Path siteConfigDirectory();

  /// The registered site of that subdomain.
  Optional<Site> findSite(String subdomain);

  /// All registered sites, by subdomain.
  List<Site> listSites();

  /// What all plugins publish, in the order of their pipelines: for plugins that serve, deploy or list it. Known only
  /// once all plugins have started, so ask when a command runs, not while plugins start.
  default List<SiteDatabase> listSiteDatabases() {
    return List.of();
  }
}
