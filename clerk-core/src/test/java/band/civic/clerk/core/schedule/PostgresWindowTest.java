package band.civic.clerk.core.schedule;

import band.civic.clerk.core.store.TestPostgres;
import java.nio.file.Path;

class PostgresWindowTest extends WindowContract {
  private String url = "";

  @Override
  String newRegistry(Path directory) {
    url = TestPostgres.newRegistry();
    return url;
  }

  @Override
  String url() {
    return url;
  }
}
