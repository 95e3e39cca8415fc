package band.civic.clerk.core.queue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteJobQueueTest extends JobQueueContract {
  @TempDir
  private Path directory;

  @Override
  String newRegistry() {
    return "jdbc:sqlite:" + directory.resolve("civic.db");
  }
}
