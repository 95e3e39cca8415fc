package band.civic.clerk.core.event;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventsTest extends EventsContract {
  @TempDir
  private Path directory;

  @Override
  String newDatabase() {
    return "jdbc:sqlite:" + directory.resolve("civic.db");
  }
}
