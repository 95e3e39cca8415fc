package band.civic.fec.extract;

import band.civic.clerk.spi.Task;
import java.util.List;

/// The tasks that bring bulk files into bronze, and old rows out of it.
public final class BulkTasks {

  private BulkTasks() {}

  public static List<Task> list() {
    return List.of(DownloadTask.create(), IngestTask.create(), PruneTask.create());
  }
}
