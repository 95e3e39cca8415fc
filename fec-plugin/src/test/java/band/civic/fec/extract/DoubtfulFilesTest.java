package band.civic.fec.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import band.civic.fec.FecSite;
import band.civic.fec.Lines;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of which it must be asked first whether they are what they seem, and ingests that did not end well.
class DoubtfulFilesTest {
  private static final String FIRST = "4010120250000000001";

  @TempDir
  private Path directory = Path.of("");

  private FecSite nation = FecSite.nation(directory);
  private Path files = directory;

  @BeforeEach
  void open() {
    nation = FecSite.nation(directory.resolve("storage"));
    files = directory.resolve("files");
  }

  @Test
  void a_first_file_without_rows_is_refused_unless_a_person_says_otherwise() {
    Lines.write(files, "itcont.txt", "");

    assertThatThrownBy(() -> nation.ingest(2026, files)).isInstanceOf(ClerkException.ValidationFailed.class)
        .hasMessageContaining("itcont.txt holds no row");
    assertThat(nation.work().resolve("bronze/indiv-2026.db")).doesNotExist();
    nation.run("bulk-ingest", Map.of("cycle", "2026", "from", files.toString(), "allow-shrink", "true"));
    assertThat(nation.work().resolve("bronze/indiv-2026.db")).exists();
  }

  @Test
  void the_directory_tells_the_cycle_of_a_file_without_a_year() {
    Lines.write(files.resolve("indiv24"), "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "24"));
    Lines.write(files.resolve("2022"), "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "22"));
    Lines.write(files.resolve("indiv26"), "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "26"));

    nation.ingest(2026, files);
    nation.ingest(2022, files);

    assertThat(nation.bronze("SELECT cycle, cents FROM ingests ORDER BY ingest_id")).containsExactly("2026 2600",
        "2022 2200");
    assertThatThrownBy(() -> nation.ingest(2024, files.resolve("2022"))).isInstanceOf(
        ClerkException.BadConfiguration.class).hasMessageContaining("no bulk file of cycle 2024");
  }

  @Test
  void a_file_that_changes_while_it_is_read_is_not_taken_in() {
    var file = Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "1"));
    nation.ingest(2026, files);
    Lines.age(Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "2")), "2026-04-01T00:00:00Z");
    nation.onStep(() -> Lines.age(file, "2026-04-02T00:00:00Z"));

    assertThatThrownBy(() -> nation.ingest(2026, files)).isInstanceOf(ClerkException.SourceUnavailable.class)
        .hasMessageContaining("changed while it was read");
    assertThat(nation.file("indiv-2026", "SELECT amount_cents FROM indiv")).containsExactly("100");
  }

  @Test
  void a_known_row_whose_line_is_broken_now_is_not_retired() {
    var whole = Lines.gift(FIRST, "C97000001", "15", "1");
    Lines.write(files, "itcont.txt", whole);
    nation.ingest(2026, files);
    Lines.age(Lines.write(files, "itcont.txt", whole.replace("1900001||", "1900001||a|b")), "2026-05-02T00:00:00Z");

    nation.ingest(2026, files);

    assertThat(nation.bronze("SELECT retired, rejected, cents FROM ingests ORDER BY ingest_id DESC LIMIT 1"))
        .containsExactly("0 1 100");
  }

  @Test
  void an_ingest_waits_for_who_reads_the_rows_that_it_changes() throws SQLException {
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "1"));
    nation.ingest(2026, files);
    Lines.age(Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "2")), "2026-04-01T00:00:00Z");
    try (var reader = DriverManager.getConnection("jdbc:sqlite:" + nation.work().resolve("bronze/indiv-2026.db"));
        var statement = reader.createStatement()) {
      statement.execute("BEGIN");
      statement.executeQuery("SELECT count(*) FROM indiv").close();
      var freed = CompletableFuture.runAsync(() -> end(statement),
          CompletableFuture.delayedExecutor(3_500, TimeUnit.MILLISECONDS));
      nation.ingest(2026, files);
      freed.join();
    }
    assertThat(nation.file("indiv-2026", "SELECT amount_cents FROM indiv")).containsExactly("200");
  }

  private static void end(Statement statement) {
    try {
      statement.execute("COMMIT");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_slice_sees_what_an_ingest_that_was_broken_off_has_changed() {
    Lines.write(files, "itcont.txt", Lines.gift(FIRST, "C97000001", "15", "1"));
    nation.ingest(2026, files);
    var state = nation.other("ca.us", "California", "CA", "state");
    assertThat(state.run("bulk-ingest", Map.of()).changed()).isEqualTo(1);
    assertThat(state.run("bulk-ingest", Map.of()).changed()).isZero();
    for (var status : new String[]{"abandoned", "incomplete"}) {
      nation.bronze("INSERT INTO ingests (run_id, command, source, kind, origin, status, new, started_at) VALUES "
          + "('api', '', 'api', 'schedule_a', '', '" + status + "', 1, '2026-05-01T00:00:00Z') RETURNING ingest_id");
      assertThat(state.run("bulk-ingest", Map.of()).changed()).as(status).isEqualTo(1);
    }
  }
}
