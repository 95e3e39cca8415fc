package band.civic.clerk.core.operate;

import java.nio.file.Path;

class SqlitePageTest extends PageContract {

  @Override
  String newRegistry(Path directory) {
    return "jdbc:sqlite:" + directory.resolve("civic.db");
  }
}
