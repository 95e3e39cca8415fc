package band.civic.clerk.core.plugin;

import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A host without settings and sites.
public record FakePluginContext(Path storageDirectory) implements PluginContext {

  @Override
  public String hostVersion() {
    return "0.1.0";
  }

  @Override
  public Settings settings() {
    return new Settings() {
      @Override
      public Optional<String> find(String key) {
        return Optional.empty();
      }

      @Override
      public Optional<String> findSecret(String key) {
        return Optional.empty();
      }
    };
  }

  @Override
  public Path siteConfigDirectory() {
    return storageDirectory.resolve("site-config");
  }

  @Override
  public Optional<Site> findSite(String subdomain) {
    return Optional.empty();
  }

  @Override
  public List<Site> listSites() {
    return List.of();
  }
}
