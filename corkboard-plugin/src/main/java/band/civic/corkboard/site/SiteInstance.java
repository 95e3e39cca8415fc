package band.civic.corkboard.site;

import band.civic.corkboard.config.Config;
import band.civic.corkboard.route.DatabaseFile;
import band.civic.corkboard.route.Instance;
import java.nio.file.Path;
import java.util.List;

/// One site: the databases that exist at this moment.
///
/// @param config
///          titles, facets and queries from the declarations
/// @param files
///          how databases are found
/// @param directory
///          the site's directory
record SiteInstance(Config config, SiteFiles files, Path directory) implements Instance {

  @Override
  public List<DatabaseFile> databases() {
    return files.list(directory);
  }
}
