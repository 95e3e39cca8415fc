package band.civic.clerk.core.job;

import java.nio.file.Path;

class SqliteNextSiteTest extends NextSiteContract {
  @Override
  Office office(Path directory) {
    return new Office(directory);
  }
}
