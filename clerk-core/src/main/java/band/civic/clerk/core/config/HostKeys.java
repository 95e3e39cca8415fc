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

  /// Those that stand below a word, as a plugin's do: what runs by itself, and whom it tells.
  static final List<String> BELOW_A_WORD = List.of(
      "alert.failure-percent", "alert.fall-percent", "alert.stale-hours", "deploy.auto",
      "deploy.command.arguments", "deploy.command.program", "deploy.command.timeout", "deploy.directory.path",
      "deploy.s3.access-key", "deploy.s3.bucket", "deploy.s3.endpoint", "deploy.s3.prefix", "deploy.s3.region",
      "deploy.s3.secret-key", "http.address", "http.token", "runs.keep-days", "smtp.from", "smtp.host", "smtp.password",
      "smtp.port",
      "smtp.security",
      "smtp.to", "smtp.user", "webhook.events", "webhook.secret", "webhook.urls",
      "worker.grace-seconds", "worker.lease-seconds", "worker.limits", "worker.threads");

  /// What the launcher alone reads, from the environment.
  private static final List<String> OF_LAUNCHER = List.of("java-home", "java-opts", "no-cache");

  private HostKeys() {}

  static boolean isKnown(String key) {
    return IN_FILE.contains(key) || BELOW_A_WORD.contains(key) || OF_LAUNCHER.contains(key) || key.equals("config");
  }
}
