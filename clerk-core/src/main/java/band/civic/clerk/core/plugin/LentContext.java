package band.civic.clerk.core.plugin;

import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The host as a plugin sees it. A call may open the registry, and the libraries that do so must not look for their parts
/// in the plugin, so each call runs with the host's context class loader.
///
/// @param host who answers
record LentContext(PluginContext host) implements PluginContext {

  @Override
  public String hostVersion() {
    return host.hostVersion();
  }

  @Override
  public Settings settings() {
    return inHost(host::settings);
  }

  @Override
  public Path storageDirectory() {
    return inHost(host::storageDirectory);
  }

  @Override
  public Path siteConfigDirectory() {
    return inHost(host::siteConfigDirectory);
  }

  @Override
  public Optional<Site> findSite(String subdomain) {
    return inHost(() -> host.findSite(subdomain));
  }

  @Override
  public List<Site> listSites() {
    return inHost(host::listSites);
  }

  @Override
  public List<SiteDatabase> listSiteDatabases() {
    return inHost(host::listSiteDatabases);
  }

  @Override
  public RunResult run(PipelineRun run, Optional<PrintWriter> progress) {
    return inHost(() -> host.run(run, progress));
  }

  private static <T> T inHost(Supplier<T> work) {
    return PluginCalls.in(LentContext.class.getClassLoader(), work);
  }
}
