package band.civic.clerk.core.config;

import java.util.List;

/// The settings of the host itself. All others have a plugin's name before a dot.
final class HostKeys {
  static final String STORAGE = "storage-dir";
  static final String DATABASE = "database-url";
  static final String PLUGINS = "plugins-dir";
  static final String SITE_CONFIG = "site-config-dir";

  /// What may stand in `clerk.yaml`.
  static final List<String> IN_FILE = List.of(STORAGE, DATABASE, PLUGINS, SITE_CONFIG);

  /// What the launcher alone reads, from the environment.
  private static final List<String> OF_LAUNCHER = List.of("java-home", "java-opts", "no-cache");

  private HostKeys() {}

  static boolean isKnown(String key) {
    return IN_FILE.contains(key) || OF_LAUNCHER.contains(key) || key.equals("config");
  }
}
