package band.civic.clerk.core.operate;

import band.civic.clerk.core.store.TestPostgres;
import java.nio.file.Path;

class PostgresHealthTest extends HealthContract {

  @Override
  String newRegistry(Path directory) {
    return TestPostgres.newRegistry();
  }
}
