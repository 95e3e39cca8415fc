package band.civic.clerk.core.cli;

import band.civic.clerk.core.config.HostSettings;
import band.civic.clerk.core.config.sites.SiteConfig;
import band.civic.clerk.core.deploy.DeployJob;
import band.civic.clerk.core.deploy.Deployer;
import band.civic.clerk.core.job.JobRunner;
import band.civic.clerk.core.job.Rollback;
import band.civic.clerk.core.plugin.Plugins;
import band.civic.clerk.core.schedule.ScheduleDesk;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.JobKinds;
import band.civic.clerk.core.worker.WorkerDesk;
import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Site;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The rooms of the host that a command may enter. Each is opened on first use and closed by the host after the
/// command, so a command costs what it touches and nothing else.
public interface Rooms {

  /// The options that every command takes.
  GlobalOptions options();

  /// This clerk's version.
  String version();

  /// UTC.
  Clock clock();

  /// The host's settings, read on first use.
  HostSettings settings();

  /// The reviewed site data.
  SiteConfig siteConfig();

  /// Whether there is a registry already; [#registry()] makes one.
  boolean hasRegistry();

  /// The registry, made and brought up to date if need be.
  Registry registry();

  /// The registered sites.
  Sites sites();

  /// The plugins of the plugins directory, loaded on first use.
  Plugins plugins();

  /// What plugins see of the host.
  PluginContext pluginContext();

  /// The registered site, else the reviewed one as it would be registered. Touches nothing.
  Optional<Site> previewSite(String subdomain);

  /// The registered sites, and the reviewed ones that nobody registered as they would be. Touches nothing.
  List<Site> previewSites();

  /// Where the log is, or will be when something is run.
  Path logFile();

  /// Runs pipelines and jobs. The log is opened with the first run.
  JobRunner jobs();

  /// What a worker works with.
  WorkerDesk workerDesk();

  /// Opens the log, and shows it unless `--quiet` was typed: for commands that go on until they are stopped.
  void openServiceLog();

  /// The types of jobs that this host can do.
  JobKinds jobKinds();

  /// Puts published databases on deploy targets.
  Deployer deployer();

  /// The host's job that does so.
  DeployJob deployJob();

  /// What schedules work with.
  ScheduleDesk scheduleDesk();

  /// Brings earlier versions back.
  Rollback rollback();
}
