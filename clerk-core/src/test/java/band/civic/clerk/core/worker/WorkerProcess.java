package band.civic.clerk.core.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// A worker in a process of its own. Its jobs of type `slow` never end; those of type `serve` take a moment and note when
/// two are at one site.
final class WorkerProcess {
  private static final long LONG = Duration.ofHours(1).toMillis();

  private WorkerProcess() {}

  /// @param arguments the registry's address, and where `serve` keeps its marks
  public static void main(String[] arguments) {
    var shop = new Workshop(arguments[0]);
    shop.lease = Duration.ofSeconds(20);
    shop.kind("slow", Workshop.TWICE, _ -> {
      Workshop.pause(LONG);
      return JobResult.done();
    });
    shop.kind(new Marks(Path.of(arguments[1])).kind());
    shop.start(2, true);
    Workshop.pause(LONG);
  }

  static Process start(String url, Path marks) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = Objects.requireNonNull(System.getProperty("java.class.path"));
    return new ProcessBuilder(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED", "-cp", classPath, WorkerProcess.class.getName(), url,
        marks.toString())).inheritIO().start();
  }
}
