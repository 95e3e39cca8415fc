package band.civic.clerk.testkit.task;

import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a plugin is given, in one directory of a test: no setting, no site. A test overrides what it is about.
///
///     plugin.commands((TestPluginContext) () -> directory);
public interface TestPluginContext extends PluginContext {
  /// The storage directory, with `site-config/` in it.
  Path place();

  @Override
  default String hostVersion() {
    return "0.1.0";
  }

  @Override
  default Settings settings() {
    return TestSettings.none();
  }

  @Override
  default Path storageDirectory() {
    return place();
  }

  @Override
  default Path siteConfigDirectory() {
    return place().resolve("site-config");
  }

  @Override
  default Optional<Site> findSite(String subdomain) {
    return Optional.empty();
  }

  @Override
  default List<Site> listSites() {
    return List.of();
  }
}
