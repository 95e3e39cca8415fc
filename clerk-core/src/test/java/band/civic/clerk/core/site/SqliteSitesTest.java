package band.civic.clerk.core.site;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSitesTest extends SitesContract {

  @TempDir
  private Path directory;

  @Override
  String newDatabase() {
    return "jdbc:sqlite:" + directory.resolve("civic.db");
  }
}
