package band.civic.clerk.core.operate;

import java.nio.file.Path;

class SqliteAlertTest extends AlertContract {

  @Override
  String newRegistry(Path directory) {
    return "jdbc:sqlite:" + directory.resolve("civic.db");
  }
}
