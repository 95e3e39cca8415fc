package band.civic.corkboard.site;

import band.civic.corkboard.config.Config;
import band.civic.corkboard.route.DatabaseFile;
import band.civic.corkboard.route.Instance;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One site as one request sees it: the databases that exist when it first asks, looked up once.
final class SiteInstance implements Instance {
  private final Config config;
  private final SiteFiles files;
  private final Path directory;
  private @Nullable List<DatabaseFile> found;

  /// @param config titles, facets and queries from the declarations
  /// @param files how databases are found
  /// @param directory the site's directory
  SiteInstance(Config config, SiteFiles files, Path directory) {
    this.config = config;
    this.files = files;
    this.directory = directory;
  }

  @Override
  public String name() {
    return directory.getFileName().toString();
  }

  @Override
  public Config config() {
    return config;
  }

  @Override
  public Optional<DatabaseFile> find(String name) {
    return found == null ? files.find(directory, name) : Instance.super.find(name);
  }

  @Override
  public List<DatabaseFile> databases() {
    if (found == null) {
      found = files.list(directory);
    }
    return found;
  }
}
