package band.civic.fec.command;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.PluginContext.RunResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DownloadCommandTest {
  private static final String BASE = "https://www.fec.gov/files/bulk-downloads/";

  @TempDir
  private Path directory = Path.of("");

  private final StringWriter out = new StringWriter();

  @Test
  void a_dry_run_lists_the_addresses_of_all_kinds_and_asks_for_nothing() {
    var host = new RunHost(directory, new RunResult("", true, 4, Optional.empty()));

    assertThat(run(host, "--all", "--dry-run", "--cycle", "2026")).isZero();

    assertThat(out.toString().lines()).containsExactlyInAnyOrder(BASE + "2026/cm26.zip", BASE + "2026/cn26.zip",
        BASE + "2026/ccl26.zip", BASE + "2026/indiv26.zip", BASE + "2026/pas226.zip", BASE + "2026/oth26.zip",
        BASE + "2026/oppexp26.zip", BASE + "2026/webk26.zip", BASE + "2026/weball26.zip", BASE + "2026/webl26.zip",
        BASE + "independent_expenditure_2026.csv");
    assertThat(host.runs).isEmpty();
  }

  @Test
  void all_and_kinds_are_not_given_together() {
    var host = new RunHost(directory, new RunResult("", true, 4, Optional.empty()));

    assertThat(run(host, "--all", "--kinds", "cm")).isEqualTo(2);
  }

  private int run(RunHost host, String... words) {
    return new CommandLine(new DownloadCommand(host)).setOut(new PrintWriter(out))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(words);
  }
}
