package band.civic.clerk.core;

import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.cli.pipeline.PluginRuns;
import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What plugins see of the host. Asking for sites makes no registry where there is none.
record HostContext(Rooms rooms) implements PluginContext {

  @Override
  public String hostVersion() {
    return rooms.version();
  }

  @Override
  public Settings settings() {
    return rooms.settings().settings();
  }

  @Override
  public Path storageDirectory() {
    return rooms.settings().storageDirectory();
  }

  @Override
  public Path siteConfigDirectory() {
    return rooms.settings().siteConfigDirectory();
  }

  @Override
  public Optional<Site> findSite(String subdomain) {
    return rooms.hasRegistry() ? rooms.sites().findSite(subdomain).map(Site.class::cast) : Optional.empty();
  }

  @Override
  public List<Site> listSites() {
    return rooms.hasRegistry() ? List.copyOf(rooms.sites().listSites()) : List.of();
  }

  @Override
  public List<SiteDatabase> listSiteDatabases() {
    return rooms.plugins().pipelines().stream().map(pipeline -> pipeline.value().database()).toList();
  }

  @Override
  public RunResult run(PipelineRun run, Optional<PrintWriter> progress) {
    return new PluginRuns(rooms).run(run, progress);
  }
}
