package band.civic.clerk.core.operate;

import band.civic.clerk.core.store.TestPostgres;
import java.nio.file.Path;

class PostgresReconcileTest extends ReconcileContract {

  @Override
  String newRegistry(Path directory) {
    return TestPostgres.newRegistry();
  }
}
