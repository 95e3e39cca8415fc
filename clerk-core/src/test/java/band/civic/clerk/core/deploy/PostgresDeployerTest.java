package band.civic.clerk.core.deploy;

import band.civic.clerk.core.store.TestPostgres;
import java.nio.file.Path;

class PostgresDeployerTest extends DeployerContract {

  @Override
  String newDatabase(Path directory) {
    return TestPostgres.newRegistry();
  }
}
