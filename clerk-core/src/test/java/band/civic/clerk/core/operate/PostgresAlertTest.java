package band.civic.clerk.core.operate;

import band.civic.clerk.core.store.TestPostgres;
import java.nio.file.Path;

class PostgresAlertTest extends AlertContract {

  @Override
  String newRegistry(Path directory) {
    return TestPostgres.newRegistry();
  }
}
