package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.Causes;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.util.function.Supplier;

/// How the host calls into one plugin: with the plugin's context class loader, which libraries inside the plugin use to
/// find their own services and resources.
///
/// @param plugin for messages, `hello 1.0.0`
/// @param loader the plugin's class loader
record PluginCalls(String plugin, ClassLoader loader) {

  /// Runs `work` and gives back what it gives back.
  ///
  /// @throws BadConfiguration when a class or method that the plugin was built against is not there
  <T> T call(Supplier<T> work) {
    try {
      return in(loader, work);
    } catch (LinkageError e) {
      throw new BadConfiguration("plugin " + plugin + " does not fit this clerk or is incomplete: " + Causes.of(e)
          + "; `clerk plugin verify` checks it", e);
    }
  }

  void run(Runnable work) {
    call(() -> {
      work.run();
      return this;
    });
  }

  /// Works with a context class loader.
  static <T> T in(ClassLoader loader, Supplier<T> work) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
