package band.civic.fec.command;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Site;
import band.civic.fec.openfec.TestSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BackfillCommandTest {
  @TempDir
  private Path directory = Path.of("");
  private final List<PluginContext.PipelineRun> runs = new ArrayList<>();

  @Test
  void a_cycle_that_has_no_directory_while_others_have_one_is_refused_before_anything_runs() throws IOException {
    Files.createDirectories(directory.resolve("2022"));
    var told = new StringWriter();

    var exit = new CommandLine(new BackfillCommand(new Host(), new Work.Task("bulk-ingest", "fec backfill"))).setErr(
        new PrintWriter(told)).execute("--cycles", "2022,2024", "--from", directory.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(told.toString()).contains("none of [2024]");
    assertThat(runs).isEmpty();
  }

  private final class Host implements PluginContext {
    @Override
    public String hostVersion() {
      return "1";
    }

    @Override
    public Settings settings() {
      return new TestSettings(Map.of("fec.now", "2026-05-01"));
    }

    @Override
    public Path storageDirectory() {
      return directory;
    }

    @Override
    public Path siteConfigDirectory() {
      return directory;
    }

    @Override
    public Optional<Site> findSite(String subdomain) {
      return Optional.empty();
    }

    @Override
    public List<Site> listSites() {
      return List.of();
    }

    @Override
    public RunResult run(PipelineRun run, Optional<PrintWriter> progress) {
      runs.add(run);
      return new RunResult("", true, 4, Optional.empty());
    }
  }
}
