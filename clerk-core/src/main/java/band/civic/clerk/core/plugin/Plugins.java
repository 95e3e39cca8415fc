package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.PluginsDirectory;
import band.civic.clerk.core.plugin.disk.ZipCache;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.DeployTarget;
import band.civic.clerk.spi.HealthCheck;
import band.civic.clerk.spi.JobType;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.SiteListener;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The plugins of one directory, started. What cannot be used is listed with its cause and never stops the rest.
/// Closing stops the plugins and closes their class loaders; nothing they brought may be used after that.
public final class Plugins implements AutoCloseable {
  /// Files that are named one by one have no list of disabled plugins beside them.
  private static final Path NO_DIRECTORY = Path.of("no such directory");

  private final ClerkPluginManager manager;
  private final List<LoadedPlugin> loaded;
  private final List<BrokenPlugin> broken;
  private final List<DisabledPlugin> disabled;

  Plugins(ClerkPluginManager manager, Collection<LoadedPlugin> loaded, List<BrokenPlugin> broken,
      List<DisabledPlugin> disabled) {
    this.manager = manager;
    this.loaded = loaded.stream().sorted(Comparator.comparing(LoadedPlugin::id)).toList();
    this.broken = List.copyOf(broken);
    this.disabled = List.copyOf(disabled);
  }

  /// Loads every plugin of a directory. A directory that is not there holds no plugins.
  ///
  /// @throws BadConfiguration when the path is no directory, or two plugins bring the same data type or job type
  public static Plugins load(Path pluginsDirectory, PluginContext context, String hostVersion) {
    var plugins = inspect(pluginsDirectory, context, hostVersion);
    var clashes = plugins.clashes();
    if (!clashes.isEmpty()) {
      plugins.close();
      throw new BadConfiguration(String.join("; ", clashes) + "; take one of them out of " + pluginsDirectory);
    }
    return plugins;
  }

  /// Like [#load], for whoever wants to see [#clashes] instead of failing on them.
  public static Plugins inspect(Path pluginsDirectory, PluginContext context, String hostVersion) {
    return inspect(pluginsDirectory, context, hostVersion, ZipCache.ofUser());
  }

  static Plugins inspect(Path pluginsDirectory, PluginContext context, String hostVersion, ZipCache zips) {
    var manager = new ClerkPluginManager(pluginsDirectory, context, hostVersion);
    return new PluginLoading(manager).load(PluginsDirectory.list(pluginsDirectory), zips);
  }

  /// Loads just these files, wherever they are, as `clerk plugin verify FILE…` does.
  public static Plugins inspect(List<Path> files, PluginContext context, String hostVersion) {
    var manager = new ClerkPluginManager(NO_DIRECTORY, context, hostVersion);
    return new PluginLoading(manager).load(files, ZipCache.ofUser());
  }

  /// The plugins that work, by id.
  public List<LoadedPlugin> loaded() {
    return loaded;
  }

  /// The plugin of that id, if it works.
  public Optional<LoadedPlugin> findLoaded(String id) {
    return loaded.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
  }

  /// What cannot be used, and why.
  public List<BrokenPlugin> broken() {
    return broken;
  }

  /// What somebody switched off.
  public List<DisabledPlugin> disabled() {
    return disabled;
  }

  /// Two plugins that bring the same data type, job type, deploy target or health check: one sentence each, naming both.
  public List<String> clashes() {
    return Stream.of(clashes("data type", pipelines(), Pipeline::dataType),
        clashes("job type", jobTypes(), JobType::name),
        clashes("deploy target", deployTargets(), DeployTarget::name),
        clashes("health check", healthChecks(), HealthCheck::name)).flatMap(clash -> clash).toList();
  }

  /// The keys of all settings that plugins read.
  public List<String> settings() {
    return loaded.stream().map(LoadedPlugin::settings).flatMap(List::stream).toList();
  }

  /// Whether nothing in the directory was left out, so that what no plugin names is named by nobody.
  public boolean areComplete() {
    return broken.isEmpty() && disabled.isEmpty();
  }

  public List<Contributed<Pipeline>> pipelines() {
    return all(LoadedPlugin::pipelines);
  }

  public List<Contributed<JobType>> jobTypes() {
    return all(LoadedPlugin::jobTypes);
  }

  public List<Contributed<SiteListener>> siteListeners() {
    return all(LoadedPlugin::siteListeners);
  }

  public List<Contributed<DeployTarget>> deployTargets() {
    return all(LoadedPlugin::deployTargets);
  }

  public List<Contributed<HealthCheck>> healthChecks() {
    return all(LoadedPlugin::healthChecks);
  }

  /// The commands that plugins bring of their own, as picocli-annotated objects.
  public List<Contributed<Object>> commands() {
    return all(LoadedPlugin::commands);
  }

  @Override
  public void close() {
    manager.close();
  }

  private <T> List<Contributed<T>> all(Function<LoadedPlugin, List<Contributed<T>>> brought) {
    return loaded.stream().map(brought).flatMap(List::stream).toList();
  }

  private static <T> Stream<String> clashes(String kind, List<Contributed<T>> values, Function<T, String> name) {
    var plugins = new TreeMap<String, List<String>>();
    for (var value : values) {
      plugins.merge(name.apply(value.value()), List.of(value.plugin()),
          (a, b) -> Stream.of(a, b).flatMap(List::stream).toList());
    }
    return plugins.entrySet()
        .stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> "the %s '%s' is brought by the plugins %s".formatted(kind, entry.getKey(),
            String.join(" and ", entry.getValue())));
  }
}
