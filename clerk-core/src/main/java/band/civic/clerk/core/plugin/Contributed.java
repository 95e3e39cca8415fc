package band.civic.clerk.core.plugin;

import java.util.function.Function;

/// Something a plugin brings, with the plugin that brings it.
///
/// Pipelines, their tasks, job types and listeners are handed out *guarded*: every call into them runs with the plugin's
/// context class loader, on whichever thread it is made, and a class or method that is missing at that moment becomes a
/// [band.civic.clerk.spi.ClerkException.BadConfiguration] that names the plugin. So use [#value()] as it is. Commands
/// are
/// the plugin's own objects: whoever runs one does it inside [#call].
///
/// @param plugin the plugin's id
/// @param version the plugin's version
/// @param value what it brings
/// @param loader the class loader that plugin code has to see as the thread's context class loader
public record Contributed<T>(String plugin, String version, T value, ClassLoader loader) {

  /// For a value whose class was loaded by the plugin itself.
  public Contributed(String plugin, String version, T value) {
    this(plugin, version, value, value.getClass().getClassLoader());
  }

  /// Calls into plugin code with the plugin's context class loader.
  public <R> R call(Function<? super T, R> work) {
    return new PluginCalls(plugin + " " + version, loader).call(() -> work.apply(value));
  }

  /// The same plugin's other value.
  <U> Contributed<U> with(U other) {
    return new Contributed<>(plugin, version, other, loader);
  }
}
