package band.civic.fec.command;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.fec.FecSite;
import band.civic.fec.Lines;
import band.civic.fec.extract.IngestTask;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written down of what was typed.
class AuditTest {
  private static final List<String> COMMITTEES = List.of("C97000001", "C97000002");

  @TempDir
  private Path directory = Path.of("");

  private FecSite nation = FecSite.nation(directory);
  private LiveHost host = new LiveHost(directory, nation);

  @BeforeEach
  void open() {
    nation = FecSite.nation(directory.resolve("storage"));
    host = new LiveHost(directory.resolve("storage"), nation);
    for (var cycle : List.of("2024", "2026")) {
      Lines.write(directory.resolve("files").resolve(cycle), "itcont.txt", COMMITTEES.stream()
          .map(committee -> Lines.gift("4050120260000" + cycle + committee.substring(7), committee, "15", "10"))
          .toArray(String[]::new));
    }
  }

  @Test
  void the_command_that_was_typed_is_the_one_in_the_audit() {
    for (var typed : List.of("fec bulk ingest", "fec reconcile")) {
      host.json(new IngestCommand(host, new Work.Task(IngestTask.NAME, typed)), "--cycle", "2026", "--from", files(
          "2026"), "--json");
    }
    nation.ingest(2026, directory.resolve("files/2026"));

    assertThat(nation.bronze("SELECT command, status FROM ingests")).containsExactly("fec bulk ingest complete",
        "fec reconcile unchanged", "fec etl unchanged");
  }

  @Test
  void a_backfill_reads_each_cycle_once_and_publishes_when_it_is_told_to() {
    var first = backfill("--cycles", "2024,2026", "--publish", "--json");
    var second = backfill("--cycles", "2024,2026", "--json");

    assertThat(first).containsExactly("2024 complete 2", "2026 complete 2");
    assertThat(second).containsExactly("2024 unchanged 0", "2026 unchanged 0");
    assertThat(nation.bronze("SELECT DISTINCT command FROM ingests")).containsExactly("fec backfill");
    assertThat(nation.published("SELECT cycle, count(*) FROM contributions GROUP BY 1")).containsExactly("2024 2",
        "2026 2");
  }

  @Test
  void states_are_made_of_the_rows_of_bulk_files_and_a_dry_run_writes_none() {
    backfill("--cycles", "2024,2026", "--json");
    var told = Stream.of("C97000001 2024 2026-05-01", "C97000001 2026 2026-05-01", "C97000002 2024 2026-05-01",
        "C97000002 2026 2026-05-01").toList();

    assertThat(repair(0, "--dry-run")).containsExactlyInAnyOrderElementsOf(told);
    assertThat(nation.bronze("SELECT count(*) FROM api_state")).containsExactly("0");
    assertThat(repair(4)).containsExactlyInAnyOrderElementsOf(told);
    assertThat(nation.bronze("SELECT scope_id, cycle, watermark FROM api_state")).containsExactlyInAnyOrderElementsOf(
        told);
    assertThat(repair(0)).isEmpty();
  }

  private String files(String cycle) {
    return directory.resolve("files").resolve(cycle).toString();
  }

  private List<String> backfill(String... words) {
    var all = Stream.concat(Stream.of("--from", directory.resolve("files").toString()), Stream.of(words));
    var told = host.json(new BackfillCommand(host, new Work.Task(IngestTask.NAME, "fec backfill")), all.toArray(
        String[]::new));
    return told.path("cycles")
        .valueStream()
        .flatMap(cycle -> cycle.path("files")
            .valueStream()
            .map(file -> "%d %s %d".formatted(cycle.path("cycle")
                .intValue(), file.path("status").stringValue(), file.path("new").intValue())))
        .toList();
  }

  private List<String> repair(int written, String... words) {
    var all = Stream.concat(Stream.of("repair", "--json"), Stream.of(words)).toArray(String[]::new);
    var told = host.json(new StateCommand(host), all);
    assertThat(told.path("written").intValue()).isEqualTo(written);
    return told.path("states")
        .valueStream()
        .map(state -> "%s %d %s".formatted(state.path("scope").stringValue(), state.path("cycle").intValue(), state
            .path("watermark")
            .stringValue()))
        .toList();
  }
}
