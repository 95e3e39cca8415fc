package band.civic.clerk.core;

import band.civic.clerk.core.cli.GlobalOptions;
import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.config.HostSettings;
import band.civic.clerk.core.config.Surroundings;
import band.civic.clerk.core.config.sites.SiteConfig;
import band.civic.clerk.core.deploy.DeployJob;
import band.civic.clerk.core.deploy.Deployer;
import band.civic.clerk.core.event.Dispatcher;
import band.civic.clerk.core.event.Event;
import band.civic.clerk.core.event.Listeners.Listener;
import band.civic.clerk.core.event.Listeners;
import band.civic.clerk.core.job.JobRunner;
import band.civic.clerk.core.job.Rollback;
import band.civic.clerk.core.job.RunDesk;
import band.civic.clerk.core.plugin.Plugins;
import band.civic.clerk.core.plugin.disk.UserCache;
import band.civic.clerk.core.schedule.ScheduleDesk;
import band.civic.clerk.core.queue.Backoff;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.RegisteredSite;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.store.NativeLibrary;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.worker.JobKinds;
import band.civic.clerk.core.worker.WorkerDesk;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rooms as the composition root furnishes them.
final class OpenedRooms implements Rooms, AutoCloseable {
  private static final String SQLITE = "jdbc:sqlite:";

  private final GlobalOptions options;
  private final Clock clock;
  private final Surroundings surroundings;
  private @Nullable HostSettings settings;
  private @Nullable SiteConfig siteConfig;
  private @Nullable Registry registry;
  private @Nullable Sites sites;
  private @Nullable Plugins plugins;
  private @Nullable Dispatcher events;
  private boolean logs;

  OpenedRooms(GlobalOptions options, Surroundings surroundings, Clock clock) {
    this.options = options;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  @Override
  public GlobalOptions options() {
    return options;
  }

  @Override
  public String version() {
    return HostVersion.CURRENT;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public synchronized HostSettings settings() {
    settings = settings == null ? HostSettings.of(options.settings(), surroundings) : settings;
    return settings;
  }

  @Override
  public synchronized SiteConfig siteConfig() {
    siteConfig = siteConfig == null ? new SiteConfig(settings().siteConfigDirectory()) : siteConfig;
    return siteConfig;
  }

  @Override
  public boolean hasRegistry() {
    var url = settings().databaseUrl();
    return !url.startsWith(SQLITE) || Files.exists(Path.of(url.substring(SQLITE.length()).replaceFirst("\\?.*$", "")));
  }

  @Override
  public synchronized Registry registry() {
    registry = registry == null ? openRegistry() : registry;
    return registry;
  }

  @Override
  public synchronized Sites sites() {
    sites = sites == null ? makeSites() : sites;
    return sites;
  }

  @Override
  public synchronized Plugins plugins() {
    plugins = plugins == null ? loadPlugins() : plugins;
    return plugins;
  }

  @Override
  public PluginContext pluginContext() {
    return new HostContext(this);
  }

  @Override
  public Optional<Site> previewSite(String subdomain) {
    var registered = hasRegistry() ? sites().findSite(subdomain) : Optional.<Site>empty();
    return registered.<Site>map(site -> site).or(() -> reviewedSites().findSite(subdomain).map(this::unregistered));
  }

  @Override
  public List<Site> previewSites() {
    var reviewed = reviewedSites();
    return hasRegistry()
        ? Stream.<Site>concat(sites().listSites().stream(), sites().listUnregistered().stream()).toList()
        : siteConfig().listSubdomains()
            .stream()
            .flatMap(subdomain -> reviewed.findSite(subdomain).stream())
            .map(this::unregistered)
            .toList();
  }

  @Override
  public Path logFile() {
    return Logs.file(settings().storageDirectory());
  }

  @Override
  public JobRunner jobs() {
    return new JobRunner(desk());
  }

  @Override
  public WorkerDesk workerDesk() {
    Runnable dispatch = () -> events().dispatchOpen(sites()::findSite);
    return new WorkerDesk(registry(), jobKinds(), clock, Backoff.usual(), List.of(dispatch));
  }

  @Override
  public void openServiceLog() {
    openLog();
    if (options.verbose()) {
      Logs.toConsole();
    } else if (!options.quiet()) {
      Logs.toWatcher();
    }
  }

  @Override
  public JobKinds jobKinds() {
    return new HostJobs(this).kinds();
  }

  @Override
  public Deployer deployer() {
    return new Deploying(this, events()).deployer();
  }

  @Override
  public DeployJob deployJob() {
    return new Deploying(this, events()).job();
  }

  @Override
  public ScheduleDesk scheduleDesk() {
    return new Scheduling(this).desk();
  }

  @Override
  public Rollback rollback() {
    return new Rollback(desk());
  }

  /// Closes what was opened.
  @Override
  public synchronized void close() {
    if (plugins != null) {
      plugins.close();
    }
    if (registry != null) {
      registry.close();
    }
    if (logs) {
      Logs.close();
    }
  }

  private Registry openRegistry() {
    NativeLibrary.keepIn(UserCache.directory());
    return Registry.open(settings().databaseUrl());
  }

  private Plugins loadPlugins() {
    talk();
    var loaded = Plugins.load(settings().pluginsDirectory(), pluginContext(), version());
    var unknown = settings().settings().unknown(loaded.settings(), loaded.areComplete());
    if (!unknown.isEmpty()) {
      loaded.close();
      throw new BadConfiguration(String.join("\n", unknown) + ". Correct it or take it away.");
    }
    return loaded;
  }

  private Sites makeSites() {
    return new Sites(registry(), reviewedSites(), this::announce, clock);
  }

  private ReviewedSites reviewedSites() {
    return new ReviewedSites(siteConfig(), clock);
  }

  private Site unregistered(NewSite facts) {
    return RegisteredSite.unregistered(facts, reviewedSites());
  }

  private RunDesk desk() {
    talk();
    var storage = settings().storageDirectory();
    return new RunDesk(storage, settings().settings(), registry(), events(), clock, this::openLog);
  }

  private synchronized void openLog() {
    if (!logs) {
      Logs.toFile(settings().storageDirectory());
      logs = true;
    }
  }

  private void talk() {
    if (options.verbose()) {
      Logs.toConsole();
    }
  }

  private Listeners listeners() {
    return new Listeners(() -> plugins().siteListeners()
        .stream()
        .map(listener -> new Listener(listener.plugin(), listener.value()))
        .toList());
  }

  /// Hands events on.
  synchronized Dispatcher events() {
    events = events == null
        ? new Dispatcher(registry(), listeners(), new HostJobs(this)::follow, clock)
        : events;
    return events;
  }

  private void announce(Event event, Site site) {
    var _ = events().announce(event, site);
  }
}
