package band.civic.fec.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import band.civic.fec.FecSite;
import band.civic.fec.Lines;
import band.civic.fec.extract.PruneTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `clerk fec prune`: ingests of May 2026, seen in August.
class PruneCommandTest {
  private static final String FIRST = "4010120250000000001";
  private static final String SECOND = "4010120250000000002";
  private static final String THIRD = "4010120250000000003";
  private static final String ALL = "SELECT * FROM indiv ORDER BY sub_id";

  @TempDir
  private Path directory = Path.of("");

  private FecSite nation = FecSite.nation(directory);
  private LiveHost host = new LiveHost(directory, nation);

  @BeforeEach
  void two_releases() {
    nation = FecSite.nation(directory.resolve("storage")).setting("fec.now", "2026-08-01");
    host = new LiveHost(directory.resolve("storage"), nation);
    ingest("one", Lines.gift(FIRST, "C97000001", "15", "100"), Lines.gift(SECOND, "C97000001", "15", "200"), "no line");
    ingest("two", Lines.gift(FIRST, "C97000001", "15", "150"), Lines.gift(THIRD, "C97000001", "15", "300"), "no line");
  }

  @Test
  void a_dry_run_counts_what_is_old_and_moves_nothing() {
    var before = content();

    var told = prune("--older-than", "1m", "--dry-run", "--json");

    assertThat(told.path("dry_run").booleanValue()).isTrue();
    assertThat(told.path("before").stringValue()).isEqualTo("2026-07-01T00:00:00Z");
    assertThat(files(told)).containsExactly("indiv 2026 2 2");
    assertThat(content()).isEqualTo(before);
    assertThat(nation.work().resolve("archive")).doesNotExist();
  }

  @Test
  void what_is_younger_stays() {
    assertThat(files(prune("--older-than", "1y", "--json"))).isEmpty();
    assertThat(history()).containsExactly(FIRST + " changed", SECOND + " retired");
  }

  @Test
  void old_history_and_quarantine_go_to_the_archive_and_live_rows_and_totals_stay() {
    nation.publish();
    var live = nation.file("indiv-2026", ALL);
    var totals = nation.published("SELECT * FROM committee_totals");

    var told = prune("--older-than", "1m", "--json");

    assertThat(files(told)).containsExactly("indiv 2026 2 2");
    assertThat(history()).isEmpty();
    assertThat(nation.file("indiv-2026", "SELECT * FROM quarantine")).isEmpty();
    assertThat(nation.file("../archive/indiv-2026", "SELECT sub_id, fate FROM history ORDER BY 1"))
        .containsExactly(FIRST + " changed", SECOND + " retired");
    assertThat(nation.file("../archive/indiv-2026", "SELECT count(*) FROM quarantine")).containsExactly("2");
    assertThat(nation.file("indiv-2026", ALL)).isEqualTo(live);
    assertThat(nation.file("indiv-2026", "SELECT count(*) FROM releases")).containsExactly("2");
    nation.publish();
    assertThat(nation.published("SELECT * FROM committee_totals")).isEqualTo(totals);
  }

  @Test
  void it_is_in_the_audit_and_a_second_time_there_is_nothing_left() {
    prune("--older-than", "1m", "--json");

    assertThat(
        nation.bronze("SELECT command, kind, read, window_to, status FROM ingests ORDER BY ingest_id DESC LIMIT 1"))
        .containsExactly("fec prune indiv 4 2026-07-01T00:00:00Z complete");
    assertThat(files(prune("--older-than", "1m", "--json"))).isEmpty();
    assertThat(nation.file("../archive/indiv-2026", "SELECT count(*) FROM history")).containsExactly("2");
  }

  @Test
  void files_before_one_that_fails_are_in_the_audit_and_told() throws IOException {
    for (var amount : List.of("100", "150")) {
      nation.ingest(2026, Lines.write(directory.resolve("oth" + amount), "itoth.txt", Lines.gift(FIRST, "C97000001",
          "15", amount)).resolveSibling(""));
    }
    Files.createDirectories(nation.work().resolve("archive/oth-2026.db"));

    assertThatThrownBy(() -> nation.run(PruneTask.NAME, Map.of(PruneTask.OLDER_THAN, "1m", "command", "fec prune")))
        .isInstanceOf(ClerkException.SourceUnavailable.class)
        .hasMessageStartingWith("Old rows of indiv 2026 were moved. Of the others: ");
    assertThat(nation.bronze("SELECT kind, read FROM ingests WHERE command = 'fec prune'")).containsExactly("indiv 4");
    assertThat(history()).isEmpty();
    assertThat(nation.file("oth-2026", "SELECT fate FROM history")).containsExactly("changed");
  }

  @Test
  void the_next_release_is_compared_as_if_nothing_had_been_pruned() {
    prune("--older-than", "1m", "--json");

    ingest("three", Lines.gift(FIRST, "C97000001", "15", "150"), Lines.gift(SECOND, "C97000001", "15", "200"),
        Lines.gift(THIRD, "C97000001", "15", "300"));

    assertThat(nation.bronze("SELECT new, changed, unchanged, retired FROM ingests ORDER BY ingest_id DESC LIMIT 1"))
        .containsExactly("1 0 2 0");
  }

  @Test
  void an_age_that_is_none_is_refused() {
    assertThatThrownBy(() -> PruneTask.before("soon", nation.settings(), Instant.EPOCH))
        .isInstanceOf(ClerkException.BadConfiguration.class)
        .hasMessageContaining("\"soon\" is no age");
  }

  private void ingest(String name, String... lines) {
    nation.ingest(2026, Lines.write(directory.resolve(name), "itcont.txt", lines).resolveSibling(""));
  }

  private JsonNode prune(String... words) {
    return host.json(new PruneCommand(host), words);
  }

  private List<String> history() {
    return nation.file("indiv-2026", "SELECT sub_id, fate FROM history ORDER BY 1");
  }

  private List<String> content() {
    return Stream.of(ALL, "SELECT * FROM history", "SELECT * FROM quarantine")
        .flatMap(sql -> nation.file("indiv-2026", sql).stream())
        .toList();
  }

  private static List<String> files(JsonNode told) {
    return told.path("files")
        .valueStream()
        .map(file -> "%s %d %d %d".formatted(file.path("kind").stringValue(), file.path("cycle").intValue(), file.path(
            "history").intValue(), file.path("quarantine").intValue()))
        .toList();
  }
}
