package band.civic.clerk.core.job;

import band.civic.clerk.core.store.TestPostgres;
import java.nio.file.Path;

class PostgresNextSiteTest extends NextSiteContract {
  @Override
  Office office(Path directory) {
    return new Office(directory, TestPostgres.newDatabase());
  }
}
