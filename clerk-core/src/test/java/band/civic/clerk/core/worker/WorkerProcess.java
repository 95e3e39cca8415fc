package band.civic.clerk.core.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A worker in a process of its own: its jobs of type `slow` never end.
final class WorkerProcess {

  private WorkerProcess() {}

  /// @param arguments the registry's address
  public static void main(String[] arguments) throws InterruptedException {
    var shop = new Workshop(arguments[0]);
    shop.kind("slow", Workshop.TWICE, _ -> {
      Workshop.pause(Long.MAX_VALUE);
      return JobResult.done();
    });
    shop.start(1, true);
    Thread.sleep(Long.MAX_VALUE);
  }

  static Process start(String url) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = Objects.requireNonNull(System.getProperty("java.class.path"));
    return new ProcessBuilder(List.of(java, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
        classPath, WorkerProcess.class.getName(), url)).inheritIO().start();
  }
}
