package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.Descriptors;
import band.civic.clerk.core.plugin.disk.PluginFile;
import band.civic.clerk.core.plugin.disk.Unusable;
import band.civic.clerk.spi.PluginContext;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.pf4j.AbstractPluginManager;
import org.pf4j.BasePluginRepository;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.DefaultPluginStatusProvider;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.IndexedExtensionFinder;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.VersionManager;

/// PF4J with clerk's class loader and without its extensions. Plugins are loaded and started one at a time, because one
/// bad plugin in `loadPlugins()` or `startPlugins()` can take all the others with it.
final class ClerkPluginManager extends AbstractPluginManager implements AutoCloseable {
  private final Map<Path, PluginFile> files = new HashMap<>();
  private final PluginContext context;

  ClerkPluginManager(Path directory, PluginContext context, String hostVersion) {
    super(directory);
    this.context = new LentContext(context);
    setSystemVersion(hostVersion);
    setResolveRecoveryStrategy(ResolveRecoveryStrategy.IGNORE_PLUGIN_AND_CONTINUE);
  }

  boolean isDisabled(PluginFile file) {
    return isPluginDisabled(file.id());
  }

  /// Loads and starts one plugin whose dependencies are started.
  ///
  /// @throws Unusable with what the plugin threw
  Contributions start(PluginFile file) throws Unusable {
    files.put(file.file(), file);
    var id = loadPlugin(file.file());
    try {
      var state = startPlugin(id);
      if (getPlugin(id).getPlugin() instanceof StartedPlugin started && state.isStarted()) {
        return started.contributions();
      }
      throw new Unusable("PF4J did not start it: " + state, getPlugin(id).getFailedException());
    } catch (Unusable e) {
      unloadPlugin(id);
      throw e;
    }
  }

  /// Stops over a reversed copy: `stopPlugins()` of PF4J 3.15.0 throws ConcurrentModificationException whenever a
  /// plugin
  /// is running. Unloading closes the class loaders.
  @Override
  public void close() {
    for (PluginWrapper plugin : new ArrayList<>(getStartedPlugins()).reversed()) {
      var _ = stopPlugin(plugin.getPluginId());
    }
    unloadPlugins();
  }

  @Override
  protected PluginDescriptorFinder createPluginDescriptorFinder() {
    return new PluginDescriptorFinder() {
      @Override
      public boolean isApplicable(Path path) {
        return files.containsKey(path);
      }

      @Override
      public PluginDescriptor find(Path path) {
        return file(path).descriptor();
      }
    };
  }

  @Override
  protected PluginLoader createPluginLoader() {
    return new PluginLoader() {
      @Override
      public boolean isApplicable(Path path) {
        return files.containsKey(path);
      }

      @Override
      public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
        var jars = file(path).classPath().stream().map(ClerkPluginManager::url).toArray(URL[]::new);
        return new PluginClassLoader(descriptor.getPluginId(), jars);
      }
    };
  }

  @Override
  protected PluginFactory createPluginFactory() {
    return plugin -> new StartedPlugin(new PluginCalls(
        plugin.getPluginId() + " " + plugin.getDescriptor().getVersion(), plugin.getPluginClassLoader()), context);
  }

  @Override
  protected PluginRepository createPluginRepository() {
    return new BasePluginRepository(getPluginsRoots());
  }

  @Override
  protected PluginStatusProvider createPluginStatusProvider() {
    return new DefaultPluginStatusProvider(getPluginsRoot());
  }

  @Override
  protected ExtensionFactory createExtensionFactory() {
    return new DefaultExtensionFactory();
  }

  /// Never asked: what a plugin brings is found by [Contributions].
  @Override
  protected ExtensionFinder createExtensionFinder() {
    return new IndexedExtensionFinder(this);
  }

  @Override
  protected VersionManager createVersionManager() {
    return Descriptors.VERSIONS;
  }

  private PluginFile file(Path path) {
    return Objects.requireNonNull(files.get(path));
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
