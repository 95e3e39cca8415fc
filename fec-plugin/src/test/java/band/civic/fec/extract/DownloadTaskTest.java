package band.civic.fec.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import band.civic.fec.FecSite;
import band.civic.fec.FileServer;
import band.civic.fec.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When the task asks, and what it makes of an FEC that has nothing. How files come is told by `BulkDownloadTest`.
class DownloadTaskTest {
  @TempDir
  private Path directory = Path.of("");

  private final FileServer server = new FileServer();
  private FecSite nation = FecSite.nation(directory);

  @BeforeEach
  void open() throws IOException {
    nation = FecSite.nation(directory.resolve("storage")).setting("fec.bulk-base", server.base());
    var line = Lines.gift("4010120250000000001", "C97000001", "15", "10") + "\n";
    server.put("/2026/indiv26.zip", Files.readAllBytes(Lines.zip(directory.resolve("one"), "indiv26.zip", "itcont.txt",
        line)));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "NaN", "Infinity", "0.0001"})
  void a_patience_that_is_no_time_is_refused(String seconds) {
    nation.setting("fec.stall-seconds", seconds);

    assertThatThrownBy(() -> nation.run("bulk-download", Map.of())).isInstanceOf(ClerkException.BadConfiguration.class)
        .hasMessageContaining("fec.stall-seconds is " + seconds);
  }

  @Test
  void a_new_cycle_that_the_fec_has_no_file_of_yet_ends_no_run_that_named_none() {
    nation.setting("fec.now", "2027-01-04");

    assertThat(nation.run("bulk-download", Map.of()).notices()).singleElement().satisfies(notice -> {
      assertThat(notice.code()).isEqualTo("bulk_cycle_missing");
      assertThat(notice.subject()).isEqualTo("cycle 2028");
    });
    assertThat(nation.run("bulk-ingest", Map.of()).read()).isZero();
    for (var asked : List.of(Map.of("command", "fec bulk download"), Map.of("kinds", "indiv"))) {
      assertThatThrownBy(() -> nation.run("bulk-download", asked)).isInstanceOf(ClerkException.SourceUnavailable.class);
    }
  }

  @Test
  void a_run_that_only_builds_leaves_the_download_to_another() {
    assertThat(nation.run("bulk-download", Map.of(DownloadTask.STORED_ONLY, "true")).done()).isFalse();
    assertThat(server.seen()).isEmpty();
    assertThat(nation.run("bulk-download", Map.of("cycle", "2026")).done()).isTrue();
  }
}
