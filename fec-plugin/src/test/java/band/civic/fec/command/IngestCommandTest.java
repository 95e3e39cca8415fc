package band.civic.fec.command;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.PluginContext.RunResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class IngestCommandTest {
  private final BadConfiguration wrong = new BadConfiguration("--from: cannot read DIR.");

  @TempDir
  private Path directory = Path.of("");
  private final StringWriter out = new StringWriter();

  @Test
  void a_first_ingest_that_fails_tells_why_and_not_that_nothing_was_ever_ingested() {
    assertThat(told("--cycle", "2026", "--from", "DIR")).isSameAs(wrong);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_program_gets_its_document_all_the_same() {
    assertThat(told("--cycle", "2026", "--from", "DIR", "--json")).isSameAs(wrong);
    assertThat(out.toString().replaceAll("\\s", "")).isEqualTo("{\"run_id\":\"us_1_aaaaaa\",\"files\":[]}");
  }

  /// What the host is given to tell.
  private Throwable told(String... arguments) {
    var host = new RunHost(directory, new RunResult("us_1_aaaaaa", false, 78, Optional.of(wrong)));
    var told = new AtomicReference<Throwable>();
    var _ = new CommandLine(new IngestCommand(host, new Work.Task("bulk-ingest", "fec bulk ingest")))
        .setOut(new PrintWriter(out))
        .setExecutionExceptionHandler((failure, _, _) -> {
          told.set(failure);
          return 78;
        })
        .execute(arguments);
    return told.get();
  }
}
