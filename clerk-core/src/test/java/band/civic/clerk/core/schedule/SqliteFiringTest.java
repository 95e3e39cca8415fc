package band.civic.clerk.core.schedule;

import java.nio.file.Path;

class SqliteFiringTest extends FiringContract {
  private String url = "";

  @Override
  String newRegistry(Path directory) {
    url = "jdbc:sqlite:" + directory.resolve("civic.db");
    return url;
  }

  @Override
  String url() {
    return url;
  }
}
