package band.civic.clerk.core.job;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests around one office with one site.
abstract class OfficeTest {
  static final String SITE = "alameda.ca";

  @TempDir
  Path storage;

  Office office;

  @BeforeEach
  void open() {
    office = new Office(storage);
  }

  @AfterEach
  void close() {
    office.close();
  }

  /// The tasks that were started.
  static List<String> ran(RunOutcome outcome) {
    return outcome.tasks().stream().filter(task -> task.started()).map(task -> task.task().name()).toList();
  }
}
