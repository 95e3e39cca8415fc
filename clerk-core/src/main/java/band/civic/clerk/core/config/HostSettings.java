package band.civic.clerk.core.config;

import band.civic.clerk.core.config.ClerkSettings.Found;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The host's own settings, resolved: flag, then environment, then `clerk.yaml`, then default.
public final class HostSettings {
  private final Surroundings surroundings;
  private final Path configFile;
  private final ClerkSettings settings;

  private HostSettings(Surroundings surroundings, Path configFile, ClerkSettings settings) {
    this.surroundings = surroundings;
    this.configFile = configFile;
    this.settings = settings;
  }

  /// Reads the settings of this process.
  ///
  /// @param flags what was given on the command line, by key: `storage-dir`, `plugins-dir`, `site-config-dir`,
  ///   `config-file`
  /// @throws BadConfiguration when `clerk.yaml` is wrong, with its line
  public static HostSettings of(Map<String, String> flags) {
    return of(flags, Surroundings.ofProcess());
  }

  /// Reads the settings as a process in these surroundings would.
  public static HostSettings of(Map<String, String> flags, Surroundings surroundings) {
    var named = Optional.ofNullable(flags.get("config-file")).or(() -> surroundings.variable("CLERK_CONFIG"));
    var file = surroundings.workingDirectory().resolve(named.orElse("clerk.yaml"));
    if (named.isPresent() && !Files.isRegularFile(file)) {
      throw new BadConfiguration(
          "The settings file %s does not exist. Name one that does with --config-file or CLERK_CONFIG."
              .formatted(file));
    }
    return new HostSettings(surroundings, file, new ClerkSettings(flags, surroundings, ConfigFile.read(file)));
  }

  /// Where the registry and the databases are; absolute, need not exist yet.
  public Path storageDirectory() {
    return path(storage());
  }

  /// Where plugins are looked for; absolute, need not exist.
  public Path pluginsDirectory() {
    return path(settings.findFound(HostKeys.PLUGINS).orElseGet(() -> ofDistribution("plugins")));
  }

  /// Where the reviewed site files are; absolute, need not exist.
  public Path siteConfigDirectory() {
    return path(settings.findFound(HostKeys.SITE_CONFIG).orElseGet(() -> ofDistribution("site-config")));
  }

  /// The registry as a JDBC address, for the driver alone: it may carry a password. Say [#databaseName()] to people.
  public String databaseUrl() {
    return DatabaseAddress.jdbc(database().value());
  }

  /// The registry's address as people may see it.
  public String databaseName() {
    return Secrets.masked(HostKeys.DATABASE, databaseUrl());
  }

  /// The unpacked distribution that runs; empty when there is none.
  public Optional<Path> home() {
    return surroundings.home();
  }

  /// The settings file that is read when it exists.
  public Path configFile() {
    return configFile;
  }

  /// A directory that a setting names; one of the settings file is relative to that file's directory.
  public Optional<Path> findDirectory(String key) {
    return settings.findFound(key).map(this::path);
  }

  /// All settings, for plugins too.
  public ClerkSettings settings() {
    return settings;
  }

  /// The host's settings with their defaults, then everything else that anyone set.
  public List<Setting> list() {
    var all = new ArrayList<Setting>();
    all.add(new Setting(HostKeys.STORAGE, storageDirectory().toString(), storage().origin()));
    all.add(new Setting(HostKeys.DATABASE, databaseName(), database().origin()));
    all.add(new Setting(HostKeys.PLUGINS, pluginsDirectory().toString(),
        settings.findFound(HostKeys.PLUGINS).orElseGet(() -> ofDistribution("plugins")).origin()));
    all.add(new Setting(HostKeys.SITE_CONFIG, siteConfigDirectory().toString(),
        settings.findFound(HostKeys.SITE_CONFIG).orElseGet(() -> ofDistribution("site-config")).origin()));
    settings.list().stream().filter(s -> !HostKeys.IN_FILE.contains(s.key())).forEach(all::add);
    return List.copyOf(all);
  }

  private Found storage() {
    return settings.findFound(HostKeys.STORAGE)
        .filter(found -> !found.fromFile())
        .or(() -> settings.findInEnvironment("STORAGE_DIR"))
        .or(() -> settings.findFound(HostKeys.STORAGE))
        .orElseGet(() -> new Found(surroundings.workingDirectory().resolve("storage").toString(), "default", false));
  }

  private Found database() {
    return settings.findFound(HostKeys.DATABASE)
        .filter(found -> !found.fromFile())
        .or(() -> settings.findSecret(HostKeys.DATABASE)
            .map(url -> new Found(url, "the file that CLERK_DATABASE_URL_FILE names", false)))
        .or(() -> settings.findFound(HostKeys.DATABASE))
        .orElseGet(() -> new Found("jdbc:sqlite:" + storageDirectory().resolve("civic.db"), "default", false));
  }

  private Found ofDistribution(String directory) {
    return surroundings.home()
        .map(home -> new Found(home.resolve(directory).toString(), "default (the distribution)", false))
        .orElseGet(() -> new Found(surroundings.workingDirectory().resolve(directory).toString(), "default", false));
  }

  private Path path(Found found) {
    var base = found.fromFile() ? configFile.toAbsolutePath().getParent() : surroundings.workingDirectory();
    return (base == null ? surroundings.workingDirectory() : base).resolve(found.value()).normalize();
  }
}
