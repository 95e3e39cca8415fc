package band.civic.corkboard;

import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A host that knows a storage directory, what plugins declare and which sites are registered.
record FakeContext(Path storageDirectory, List<SiteDatabase> listSiteDatabases, List<Site> listSites)
    implements
      PluginContext {

  @Override
  public String hostVersion() {
    return "0.1.0";
  }

  @Override
  public Settings settings() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path siteConfigDirectory() {
    return storageDirectory;
  }

  @Override
  public Optional<Site> findSite(String subdomain) {
    return listSites.stream().filter(s -> s.subdomain().equals(subdomain)).findFirst();
  }
}
