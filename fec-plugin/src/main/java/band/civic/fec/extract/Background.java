package band.civic.fec.extract;

import band.civic.clerk.spi.TaskContext;
import java.io.IOException;
import java.nio.file.Path;

/// Minutes of work on every core, beside servers and people who wait for an answer: those come first.
public final class Background {
  /// An option that commands give which have a process of their own. What lives on, as a worker does, keeps its rank: it
  /// could not be raised again.
  public static final String OPTION = "background";

  private static final Path SELF = Path.of("/proc/thread-self");
  private static final String RANK = "10";

  private Background() {}

  /// The calling thread, and all that it starts, come after those of other processes. Where there is no Linux and no
  /// `renice` all stays as it is.
  static void enter(TaskContext context) {
    if (context.option(OPTION).isEmpty()) {
      return;
    }
    try {
      var thread = SELF.toRealPath().getFileName().toString();
      var _ = new ProcessBuilder("renice", "-n", RANK, "-p", thread).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException _) {
      // it is only polite
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
