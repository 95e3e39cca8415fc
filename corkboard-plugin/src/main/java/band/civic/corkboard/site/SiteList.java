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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All sites: the registered ones, and every directory of the storage that holds a database. Looked through again at
/// most once a second; a single site is always looked up as it is now, without waiting for the list.
public final class SiteList {
  private static final long FRESH_NANOS = 1_000_000_000L;

  private final PluginContext context;
  private final Config config;
  private final SiteFiles files;
  private final ConcurrentHashMap<String, Config> titled = new ConcurrentHashMap<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile Snapshot snapshot = new Snapshot(List.of(), Map.of(), 0, 0);

  /// @param freshFor nanoseconds; looking may take a tenth of the time, or thousands of sites would keep the disk busy
  private record Snapshot(List<SiteEntry> entries, Map<String, SiteEntry> bySubdomain, long takenAt, long freshFor) {}

  /// @param config configuration that holds for every site
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
    var own = titled.computeIfAbsent(title, t -> config.with(Map.of("title", t)));
    var instance = new SiteInstance(own, files, directory);
    return known == null && instance.databases().isEmpty() ? Optional.empty() : Optional.of(instance);
  }

  /// All sites by subdomain.
  public List<SiteEntry> list() {
    return current().entries;
  }

  /// The list as it was lately. Only the very first asker waits for it; afterwards one thread looks again while
  /// everybody goes on with what is known.
  private Snapshot current() {
    var known = snapshot;
    if (known.takenAt == 0) {
      synchronized (this) {
        snapshot = snapshot.takenAt == 0 ? read() : snapshot;
        return snapshot;
      }
    }
    if (System.nanoTime() - known.takenAt > known.freshFor && looking.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("serve-sites").start(() -> {
        try {
          snapshot = read();
        } finally {
          looking.set(false);
        }
      });
    }
    return known;
  }

  private Snapshot read() {
    long start = System.nanoTime();
    var registered = context.listSites().stream().collect(Collectors.toMap(Site::subdomain, Function.identity()));
    var all = new TreeMap<String, SiteEntry>();
    registered.forEach((subdomain, site) -> all.put(subdomain, entry(subdomain, Optional.of(site))));
    directories().stream()
        .filter(d -> !all.containsKey(d))
        .map(d -> entry(d, Optional.empty()))
        .filter(e -> !e.databases().isEmpty())
        .forEach(e -> all.put(e.subdomain(), e));
    long now = System.nanoTime();
    return new Snapshot(List.copyOf(all.values()), Map.copyOf(all), now, Math.max(FRESH_NANOS, 9 * (now - start)));
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
