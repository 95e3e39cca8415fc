package band.civic.clerk.core.deploy;

import java.nio.file.Path;

class SqliteDeployerTest extends DeployerContract {

  @Override
  String newDatabase(Path directory) {
    return "jdbc:sqlite:" + directory.resolve("civic.db");
  }
}
