package band.civic.clerk.core.operate;

import java.nio.file.Path;

class SqliteHealthTest extends HealthContract {

  @Override
  String newRegistry(Path directory) {
    return "jdbc:sqlite:" + directory.resolve("civic.db");
  }
}
