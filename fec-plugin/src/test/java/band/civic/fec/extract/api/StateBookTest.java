package band.civic.fec.extract.api;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.testkit.openfec.FakeOpenFec;
import band.civic.clerk.testkit.openfec.Listing;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bulkfile.FileKind;
import band.civic.fec.openfec.Receipts;
import band.civic.fec.openfec.TestTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateBookTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  @TempDir(factory = QuickDisk.class)
  Path directory;
  private final TestTime time = new TestTime("2026-05-01T06:00:00Z");
  private final FakeOpenFec openFec = FakeOpenFec.start(time);
  private DailyRun run = new DailyRun(Path.of("."), time, openFec.settings());

  @BeforeEach
  void read() {
    openFec.add(Listing.COMMITTEES, List.of(Rows.committee(1, "CA"), Rows.committee(2, "CA")))
        .add(Listing.SCHEDULE_A, Receipts.of(1, 5, "2026-04-20"))
        .add(Listing.SCHEDULE_A, Receipts.of(2, 3, "2026-04-22"));
    run = new DailyRun(directory, time, openFec.settings());
    run.daily();
  }

  @AfterEach
  void stop() {
    openFec.close();
  }

  @Test
  void a_state_tells_the_rows_that_are_there() throws SQLException {
    try (var bronze = ApiBronze.open(run.workspace().database("bronze"))) {
      assertThat(book(bronze).list()).filteredOn(line -> line.list().equals("schedule_a"))
          .extracting(StateBook.Line::rows)
          .containsExactly(5L, 3L);
    }
  }

  @Test
  void lost_states_are_made_anew_from_the_rows() throws SQLException {
    try (var bronze = ApiBronze.open(run.workspace().database("bronze"))) {
      bronze.sql().update("DELETE FROM api_state");
      assertThat(book(bronze).repair(false, Set.of(), TODAY)).hasSize(2);
      assertThat(bronze.states().list()).isEmpty();
      assertThat(book(bronze).repair(true, Set.of(), TODAY)).extracting(StateBook.Line::watermark)
          .containsExactly(
              "2026-04-20", "2026-04-22");
      assertThat(book(bronze).repair(true, Set.of(), TODAY)).isEmpty();
    }
    time.pass(Duration.ofDays(1));
    openFec.add(Listing.SCHEDULE_A, List.of(Receipts.row(1, 6, "2026-05-01")));
    var before = openFec.calls("/schedule_a/").size();
    assertThat(run.run("api-receipts").changed()).isEqualTo(1);
    assertThat(openFec.calls("/schedule_a/").size() - before).isEqualTo(1);
  }

  @Test
  void a_committee_of_bulk_files_has_a_state_to_be_made_even_where_no_number_tells_when_a_row_was_loaded()
      throws SQLException, IOException {
    var file = new BronzeLayout(directory).file(FileKind.INDIV, 2026);
    Files.createDirectories(file.resolveSibling(""));
    try (var bulk = DriverManager.getConnection("jdbc:sqlite:" + file); var statement = bulk.createStatement()) {
      statement.execute("CREATE TABLE indiv (sub_id INTEGER PRIMARY KEY, cmte_id TEXT, day TEXT)");
      statement.execute("INSERT INTO indiv VALUES (4042320260000000001, 'C97000008', '2026-03-01'), "
          + "(4123120990000000001, 'C97000008', '2026-03-02'), (4000000000000000001, 'C97000009', '2026-03-03'), "
          + "(4000000000000000002, 'C97000009', '2062-01-01'), (4000000000000000003, 'C97000007', NULL)");
    }
    try (var bronze = ApiBronze.open(run.workspace().database("bronze"))) {
      assertThat(book(bronze).list(Set.of(), TODAY)).filteredOn(line -> line.status().equals("in_bulk"))
          .extracting(line -> line.scope() + " " + line.watermark())
          .containsExactly("C97000008 2026-04-23", "C97000009 2026-03-03");
      assertThat(book(bronze).repair(true, Set.of(), TODAY)).hasSize(2);
      assertThat(book(bronze).list(Set.of(), TODAY)).noneMatch(line -> line.status().equals("in_bulk"));
    }
  }

  @Test
  void a_replay_derives_only_the_days_it_is_given_and_changes_nothing() {
    run.option("window", "2026-02-01..2026-02-03").run("api-replay");
    assertThat(run.query("SELECT read || ' ' || changed || ' ' || unchanged || ' ' || window_from FROM ingests "
        + "WHERE kind = 'schedule_a' ORDER BY ingest_id DESC LIMIT 1")).containsExactly("4 0 4 2026-02-01");
  }

  @Test
  void a_replay_puts_right_what_is_wrong_within_its_days_and_nothing_else() {
    var whole = run.query("SELECT sub_id || ' ' || amount_cents FROM api_schedule_a ORDER BY 1");
    var inside = "json_extract(body, '$.contribution_receipt_date') BETWEEN '2026-02-01' AND '2026-02-03'";
    run.query("UPDATE api_schedule_a SET amount_cents = amount_cents + 1 RETURNING sub_id");

    run.option("window", "2026-02-01..2026-02-03").run("api-replay");

    assertThat(run.query("SELECT read || ' ' || changed || ' ' || window_from || ' ' || window_to || ' ' || status "
        + "FROM ingests WHERE kind = 'schedule_a' ORDER BY ingest_id DESC LIMIT 1"))
        .containsExactly("4 4 2026-02-01 2026-02-03 complete");
    assertThat(whole)
        .containsAll(run.query("SELECT sub_id || ' ' || amount_cents FROM api_schedule_a WHERE " + inside));
    assertThat(whole).doesNotContainAnyElementsOf(run.query("SELECT sub_id || ' ' || amount_cents FROM api_schedule_a "
        + "WHERE NOT " + inside));
  }

  private StateBook book(ApiBronze bronze) {
    return new StateBook(bronze, new BronzeLayout(directory));
  }
}
