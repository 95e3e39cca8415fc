package band.civic.clerk.core;

import band.civic.clerk.core.cli.GlobalOptions;
import band.civic.clerk.core.cli.Rooms;
import band.civic.clerk.core.config.HostSettings;
import band.civic.clerk.core.config.Surroundings;
import band.civic.clerk.core.config.sites.SiteConfig;
import band.civic.clerk.core.job.JobRunner;
import band.civic.clerk.core.job.Listeners;
import band.civic.clerk.core.job.Listeners.Listener;
import band.civic.clerk.core.job.Rollback;
import band.civic.clerk.core.job.RunDesk;
import band.civic.clerk.core.plugin.Plugins;
import band.civic.clerk.core.site.FinanceColumns;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.RegisteredSite;
import band.civic.clerk.core.site.SiteEvents;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The rooms as the composition root furnishes them.
final class OpenedRooms implements Rooms, AutoCloseable {
  private static final String SQLITE = "jdbc:sqlite:";

  private final GlobalOptions options;
  private final Clock clock;
  private final Lazy<HostSettings> settings;
  private final Lazy<SiteConfig> siteConfig = new Lazy<>(() -> new SiteConfig(settings().siteConfigDirectory()));
  private final Lazy<Registry> registry = new Lazy<>(() -> Registry.open(settings().databaseUrl()));
  private final Lazy<Plugins> plugins = new Lazy<>(this::loadPlugins);
  private final Lazy<Sites> sites = new Lazy<>(this::makeSites);
  private final Lazy<Path> log = new Lazy<>(() -> Logs.toFile(settings().storageDirectory()));
  private final Lazy<RunDesk> desk = new Lazy<>(this::makeDesk);

  OpenedRooms(GlobalOptions options, Surroundings surroundings, Clock clock) {
    this.options = options;
    this.clock = clock;
    this.settings = new Lazy<>(() -> HostSettings.of(options.settings(), surroundings));
  }

  @Override
  public GlobalOptions options() {
    return options;
  }

  @Override
  public String version() {
    return HostVersion.get();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public HostSettings settings() {
    return settings.get();
  }

  @Override
  public SiteConfig siteConfig() {
    return siteConfig.get();
  }

  @Override
  public boolean hasRegistry() {
    var url = settings().databaseUrl();
    return !url.startsWith(SQLITE) || Files.exists(Path.of(url.substring(SQLITE.length()).replaceFirst("\\?.*$", "")));
  }

  @Override
  public Registry registry() {
    return registry.get();
  }

  @Override
  public Sites sites() {
    return sites.get();
  }

  @Override
  public Plugins plugins() {
    return plugins.get();
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
  public Path logFile() {
    return Logs.file(settings().storageDirectory());
  }

  @Override
  public JobRunner jobs() {
    return new JobRunner(desk.get());
  }

  @Override
  public Rollback rollback() {
    return new Rollback(desk.get());
  }

  /// Closes what was opened.
  @Override
  public void close() {
    plugins.ifMade(Plugins::close);
    registry.ifMade(Registry::close);
    log.ifMade(_ -> Logs.close());
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
    return new Sites(registry(), reviewedSites(), new ToldSites(listeners()), clock);
  }

  private ReviewedSites reviewedSites() {
    return new ReviewedSites(siteConfig(), clock);
  }

  private Site unregistered(NewSite facts) {
    var none = new FinanceColumns(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        OptionalLong.empty(), List.of());
    return new RegisteredSite(facts, "new", none, "", "", reviewedSites());
  }

  private RunDesk makeDesk() {
    talk();
    return new RunDesk(settings().storageDirectory(), settings().settings(), registry(), listeners(), clock, log::get);
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

  /// Tells the plugins' listeners of sites that come and go.
  private record ToldSites(Listeners listeners) implements SiteEvents {

    @Override
    public void created(Site site) {
      var _ = listeners.tell(listener -> listener.siteCreated(site));
    }

    @Override
    public void removed(Site site) {
      var _ = listeners.tell(listener -> listener.siteRemoved(site));
    }
  }
}
