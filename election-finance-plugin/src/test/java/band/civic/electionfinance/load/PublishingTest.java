package band.civic.electionfinance.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a load does to the published file (host specification, checks 41 to 46).
class PublishingTest {
  @TempDir
  Path directory;
  LoadRun run;

  @BeforeEach
  void name_the_run() {
    run = new LoadRun(directory);
  }

  @Test
  void a_load_reports_what_it_published() throws Exception {
    try (var silver = run.silver()) {
      tenContributions(silver);
    }
    var report = run.load();

    var summary = report.summary().orElseThrow();
    assertThat(summary.source()).isEqualTo("NetFile (COA)");
    assertThat(summary.coverageStart()).contains(LocalDate.of(2018, 1, 1));
    assertThat(summary.coverageEnd()).contains(LocalDate.of(2018, 6, 30));
    assertThat(summary.recordCount()).isEqualTo(10);
    assertThat(summary.recordTypes()).containsExactly("contributions");
    assertThat(report.changed()).isEqualTo(10);
    assertThat(filesIn(directory)).containsExactly("election_finance.db", "work");
  }

  @Test
  void the_file_is_sound_and_says_what_it_is() throws Exception {
    try (var silver = run.silver()) {
      tenContributions(silver);
    }
    run.load();

    assertThat(run.one("PRAGMA integrity_check")).isEqualTo("ok");
    assertThat(run.rows("PRAGMA foreign_key_check")).isEmpty();
    assertThat(run.one("PRAGMA journal_mode")).isEqualTo("delete");
    assertThat(run.rows("SELECT key, value FROM site_metadata WHERE key IN ('title', 'notice', 'source', 'compat')"))
        .containsExactlyInAnyOrder("title|Campaign finance, Alameda", "notice|Alameda County's filings.",
            "source|NetFile (COA)", "compat|");
    assertThat(run.one("SELECT rows_in, rows_current, rows_added, rows_removed, status FROM etl_runs"))
        .isEqualTo("10|10|10|0|published");
    assertThat(run.one("SELECT run_id, adapter FROM sources")).isEqualTo("1|workbook");
  }

  @Test
  void sample_data_are_labelled_as_such() throws Exception {
    try (var silver = Silver.create(run.workspace().directory(), "sample")) {
      tenContributions(silver);
    }
    var report = run.load();

    assertThat(report.summary().orElseThrow().source()).isEqualTo("NetFile (COA), SAMPLE DATA: invented");
    assertThat(run.one("SELECT value FROM site_metadata WHERE key = 'title'"))
        .startsWith("SAMPLE DATA: invented, not real filings");
  }

  @Test
  void loading_the_same_rows_again_leaves_the_file_alone() throws Exception {
    try (var silver = run.silver()) {
      tenContributions(silver);
    }
    run.load();
    var before = Files.readAllBytes(run.published());
    var report = run.load();

    assertThat(report.changedAnything()).isFalse();
    assertThat(report.unchanged()).isEqualTo(10);
    assertThat(Files.readAllBytes(run.published())).isEqualTo(before);
    assertThat(filesIn(directory)).containsExactly("election_finance.db", "work");
  }

  @Test
  void a_later_fetch_of_the_same_rows_is_no_new_content() throws Exception {
    try (var silver = run.silver()) {
      tenContributions(silver);
    }
    run.load();
    var before = Files.readAllBytes(run.published());
    try (var silver = run.silver()) {
      tenContributions(silver);
      silver.insert("sources", "source_id", 2, "adapter", "workbook", "origin", "files", "url", "file:again",
          "fetched_at", "2026-11-25T06:00:00Z", "sha256", "11", "bytes", 1, "rows", 0, "status", "read");
    }

    assertThat(run.load().changedAnything()).isFalse();
    assertThat(Files.readAllBytes(run.published())).isEqualTo(before);
  }

  @Test
  void changes_are_counted_and_the_earlier_version_is_kept() throws Exception {
    try (var silver = run.silver()) {
      tenContributions(silver);
    }
    run.load();
    try (var silver = run.silver()) {
      tenContributions(silver);
      silver.row("new", "g", "A", "amount_cents", 100, "tx_date", "2018-03-03");
    }
    var more = run.load();
    try (var silver = run.silver()) {
      tenContributions(silver);
    }
    var fewer = run.load();

    assertThat(more.changed()).isEqualTo(1);
    assertThat(more.unchanged()).isEqualTo(10);
    assertThat(fewer.retired()).isEqualTo(1);
    assertThat(filesIn(directory.resolve("previous"))).hasSize(2);
    assertThat(run.rows("SELECT run_id, rows_added, rows_removed FROM etl_runs")).containsExactly("1|10|0", "2|1|0",
        "3|0|1");
    assertThat(run.one("SELECT run_id FROM sources")).isEqualTo("3");
  }

  @Test
  void a_changed_total_counts_as_a_change_even_when_no_row_changed() throws Exception {
    try (var silver = run.silver()) {
      tenContributions(silver);
    }
    run.load();
    try (var silver = run.silver()) {
      tenContributions(silver);
      silver.summary("g", "F460 16", 5);
    }

    assertThat(run.load().changed()).isEqualTo(1);
  }

  @Test
  void an_empty_result_never_replaces_the_published_file() throws Exception {
    assertRefused("no rows (no_data)", silver -> {});
  }

  @Test
  void a_result_below_half_of_the_last_never_replaces_the_published_file() throws Exception {
    assertRefused("4 rows, less than half of the last good 10", silver -> contributions(silver, 4));
  }

  @Test
  void a_dangling_reference_never_replaces_the_published_file() throws Exception {
    assertRefused("foreign_key_check", silver -> {
      tenContributions(silver);
      silver.insert("loans", "tx_key", "nobody", "received_cents", 1);
    });
  }

  @Test
  void a_person_may_allow_a_result_to_shrink() throws Exception {
    try (var silver = run.silver()) {
      tenContributions(silver);
    }
    run.load();
    try (var silver = run.silver()) {
      contributions(silver, 4);
    }
    run.withOption("allow-shrink").load();

    assertThat(run.one("SELECT count(*) FROM transactions")).isEqualTo("4");
  }

  @Test
  void real_data_after_sample_data_are_no_shrinking() throws Exception {
    try (var silver = Silver.create(run.workspace().directory(), "sample")) {
      tenContributions(silver);
    }
    run.load();
    try (var silver = run.silver()) {
      contributions(silver, 1);
    }

    assertThat(run.load().summary().orElseThrow().recordCount()).isEqualTo(1);
  }

  @Test
  void a_cancelled_load_leaves_everything_as_it_was() throws Exception {
    try (var silver = run.silver()) {
      tenContributions(silver);
    }

    assertThatThrownBy(() -> run.cancelledAfter(0).load()).isInstanceOf(ClerkException.Cancelled.class);
    assertThat(filesIn(directory)).containsExactly("work");
  }

  @Test
  void loading_before_transforming_says_what_to_do() {
    assertThatThrownBy(() -> run.load()).isInstanceOf(ClerkException.BadConfiguration.class)
        .hasMessageContaining("clerk finance transform --subdomain alameda.ca");
  }

  private void assertRefused(String reason, Filling filling) throws Exception {
    try (var silver = run.silver()) {
      tenContributions(silver);
    }
    run.load();
    var before = Files.readAllBytes(run.published());
    try (var silver = run.silver()) {
      filling.fill(silver);
    }

    assertThatThrownBy(() -> run.load()).isInstanceOf(ClerkException.ValidationFailed.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("as before");
    assertThat(Files.readAllBytes(run.published())).isEqualTo(before);
    assertThat(filesIn(directory)).containsExactly("election_finance.db", "work");
  }

  private static void tenContributions(Silver silver) throws SQLException {
    contributions(silver, 10);
  }

  private static void contributions(Silver silver, int count) throws SQLException {
    silver.filer("1", "Friends of the Ferry").filing("g", "1", "2018-01-01", "2018-06-30").summary("g", "F460 5", 10);
    for (var i = 0; i < count; i++) {
      silver.row("t" + i, "g", "A", "amount_cents", 100, "tx_date", "2018-02-02", "counterparty", "Donor " + i);
    }
  }

  private static List<String> filesIn(Path place) throws IOException {
    try (var files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private interface Filling {
    void fill(Silver silver) throws SQLException;
  }
}
