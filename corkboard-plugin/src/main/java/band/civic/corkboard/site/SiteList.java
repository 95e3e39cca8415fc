package band.civic.corkboard.site;

import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Site;
import band.civic.corkboard.config.Config;
import band.civic.corkboard.route.DatabaseFile;
import band.civic.corkboard.route.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All sites: the registered ones, and every directory of the storage that holds a database. Looked through again at
/// most once a second; a single site is always looked up as it is now.
public final class SiteList {
  private static final long FRESH_NANOS = 1_000_000_000L;

  private final PluginContext context;
  private final Config config;
  private final SiteFiles files;
  private volatile Snapshot snapshot = new Snapshot(List.of(), Map.of(), 0);

  private record Snapshot(List<SiteEntry> entries, Map<String, SiteEntry> bySubdomain, long takenAt) {}

  /// @param config
  ///          configuration that holds for every site
  public SiteList(PluginContext context, Config config) {
    this.context = context;
    var declared = context.listSiteDatabases();
    this.config = Config.empty().with(Declarations.of(declared)).over(config);
    this.files = new SiteFiles(declared);
  }

  public Config config() {
    return config;
  }

  /// The site of that subdomain; nothing when it has neither a registration nor a database.
  public Optional<Instance> find(String subdomain) {
    if (!Hosts.isSubdomain(subdomain)) {
      return Optional.empty();
    }
    var directory = context.storageDirectory().resolve(subdomain);
    var known = current().bySubdomain.get(subdomain);
    if (known == null && !Files.isDirectory(directory)) {
      return Optional.empty();
    }
    var title = known == null ? subdomain : known.name();
    var own = config.with(Map.of("title", title));
    var instance = new SiteInstance(own, files, directory);
    return known == null && instance.databases().isEmpty() ? Optional.empty() : Optional.of(instance);
  }

  /// All sites by subdomain.
  public List<SiteEntry> list() {
    return current().entries;
  }

  private Snapshot current() {
    var known = snapshot;
    if (known.takenAt != 0 && System.nanoTime() - known.takenAt < FRESH_NANOS) {
      return known;
    }
    synchronized (this) {
      if (snapshot.takenAt == known.takenAt) {
        snapshot = read();
      }
      return snapshot;
    }
  }

  private Snapshot read() {
    var registered = context.listSites().stream().collect(Collectors.toMap(Site::subdomain, Function.identity()));
    var all = new TreeMap<String, SiteEntry>();
    registered.forEach((subdomain, site) -> all.put(subdomain, entry(subdomain, Optional.of(site))));
    directories().stream()
        .filter(d -> !all.containsKey(d))
        .map(d -> entry(d, Optional.empty()))
        .filter(e -> !e.databases().isEmpty())
        .forEach(e -> all.put(e.subdomain(), e));
    return new Snapshot(List.copyOf(all.values()), Map.copyOf(all), System.nanoTime());
  }

  private List<String> directories() {
    try (var inner = Files.list(context.storageDirectory())) {
      return inner.filter(Files::isDirectory).map(d -> d.getFileName().toString()).filter(Hosts::isSubdomain).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private SiteEntry entry(String subdomain, Optional<Site> site) {
    var databases = files.list(context.storageDirectory().resolve(subdomain));
    var place = new SiteEntry.Place(site.map(Site::state).orElse(""), site.map(Site::kind).orElse(""),
        site.map(Site::extra).orElse(Map.of()));
    return new SiteEntry(subdomain, site.map(Site::name).orElse(subdomain), place,
        databases.stream().map(DatabaseFile::name).toList(),
        databases.stream().flatMap(d -> modified(d.file()).stream()).max(Comparator.naturalOrder()));
  }

  private static Optional<Instant> modified(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
