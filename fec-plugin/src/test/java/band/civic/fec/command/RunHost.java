package band.civic.fec.command;

import band.civic.clerk.spi.Settings;
import band.civic.clerk.testkit.task.TestPluginContext;
import band.civic.clerk.testkit.task.TestSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A host whose runs all come to the same, and that remembers what was wanted.
final class RunHost implements TestPluginContext {
  final List<PipelineRun> runs = new ArrayList<>();
  private final Path directory;
  private final RunResult result;

  RunHost(Path directory, RunResult result) {
    this.directory = directory;
    this.result = result;
  }

  @Override
  public Path place() {
    return directory;
  }

  @Override
  public Settings settings() {
    return new TestSettings(Map.of("fec.now", "2026-05-01"));
  }

  @Override
  public RunResult run(PipelineRun run, Optional<PrintWriter> progress) {
    runs.add(run);
    return result;
  }
}
