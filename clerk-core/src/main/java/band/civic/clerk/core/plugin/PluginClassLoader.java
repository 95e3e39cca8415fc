package band.civic.clerk.core.plugin;

import band.civic.clerk.core.plugin.disk.SharedPackages;
import java.net.URL;
import java.net.URLClassLoader;

/// What one plugin sees: the JDK, the packages of [SharedPackages] from the host, and its own jars. The rest of the
/// host
/// is invisible, so a plugin may carry any version of any library.
final class PluginClassLoader extends URLClassLoader {
  private static final ClassLoader HOST = PluginClassLoader.class.getClassLoader();

  static {
    ClassLoader.registerAsParallelCapable();
  }

  PluginClassLoader(String plugin, URL[] jars) {
    super(plugin, jars, ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.equals("java.sql.DriverManager")) {
      registerSqlite();
    }
    return SharedPackages.contains(name) ? HOST.loadClass(name) : super.loadClass(name, resolve);
  }

  /// DriverManager looks for drivers once, with the context class loader of whoever asks first. If that is a plugin, it
  /// does not find the host's SQLite driver, so the driver is told to it before.
  private static void registerSqlite() throws ClassNotFoundException {
    var _ = Class.forName("org.sqlite.JDBC", true, HOST);
  }
}
