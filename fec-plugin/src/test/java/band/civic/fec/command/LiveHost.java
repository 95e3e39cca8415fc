package band.civic.fec.command;

import band.civic.clerk.spi.Settings;
import band.civic.clerk.testkit.task.TestPluginContext;
import band.civic.fec.FecSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A host that runs what commands want run, at the nation's site.
record LiveHost(Path place, FecSite nation) implements TestPluginContext {

  /// What a command printed as JSON.
  JsonNode json(Object command, String... words) {
    var out = new StringWriter();
    var code = new CommandLine(command).setOut(new PrintWriter(out)).execute(words);
    if (code != 0) {
      throw new AssertionError("exit " + code + ": " + out);
    }
    return JsonMapper.shared().readTree(out.toString());
  }

  @Override
  public Settings settings() {
    return nation.settings();
  }

  @Override
  public RunResult run(PipelineRun run, Optional<PrintWriter> progress) {
    run.tasks().stream().sorted(LiveHost::publishLast).forEach(task -> nation.run(task, run.options()));
    return new RunResult(nation.lastRunId(), false, 0, Optional.empty());
  }

  /// `silver` before `publish`.
  private static int publishLast(String one, String other) {
    return Boolean.compare(one.equals("publish"), other.equals("publish"));
  }
}
