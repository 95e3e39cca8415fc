package band.civic.fec.command;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.PluginContext.RunResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BackfillCommandTest {
  @TempDir
  private Path directory = Path.of("");

  @Test
  void a_cycle_that_has_no_directory_while_others_have_one_is_refused_before_anything_runs() throws IOException {
    Files.createDirectories(directory.resolve("2022"));
    var told = new StringWriter();
    var host = new RunHost(directory, new RunResult("", true, 4, Optional.empty()));

    var exit = new CommandLine(new BackfillCommand(host, new Work.Task("bulk-ingest", "fec backfill"))).setErr(
        new PrintWriter(told)).execute("--cycles", "2022,2024", "--from", directory.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(told.toString()).contains("none of [2024]");
    assertThat(host.runs).isEmpty();
  }
}
