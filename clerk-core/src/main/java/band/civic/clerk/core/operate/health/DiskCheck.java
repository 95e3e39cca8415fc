package band.civic.clerk.core.operate.health;

import band.civic.clerk.core.operate.health.HealthReport.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Room for the next load.
final class DiskCheck {
  private static final long LITTLE = 1L << 30;
  private static final long TOO_LITTLE = 100L << 20;

  private DiskCheck() {}

  static Check look(Path storage) {
    if (!Files.isDirectory(storage)) {
      return Check.healthy("disk", storage + " will be made on first use");
    }
    try {
      var free = Files.getFileStore(storage).getUsableSpace();
      var message = "%,d MiB free in %s".formatted(free >> 20, storage);
      var fix = message + ". Free some space, or move the data: CLERK_STORAGE_DIR.";
      return free < TOO_LITTLE
          ? Check.unhealthy("disk", fix)
          : free < LITTLE ? Check.degraded("disk", fix) : Check.healthy("disk", message);
    } catch (IOException e) {
      return Check.degraded("disk", "free space of %s cannot be told (%s)".formatted(storage, e));
    }
  }
}
