package band.civic.clerk.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.job.RunOutcome.State;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import band.civic.clerk.spi.ClerkException.ValidationFailed;
import band.civic.clerk.spi.TaskReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {
  private static final String SITE = "alameda.ca";

  @TempDir
  private Path storage;

  private Office office;

  @BeforeEach
  void publishTwice() {
    office = new Office(storage);
    office.run(SITE);
    office.pipeline.records.set(250);
    office.clock.move(Duration.ofHours(30));
    office.run(SITE);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void the_version_before_comes_back_and_the_row_tells_the_truth() {
    var done = rollback(Optional.empty());

    assertThat(published()).hasSize(100);
    assertThat(done.version().content().summary().recordCount()).isEqualTo(100);
    assertThat(office.rows("SELECT record_count, bytes FROM site_datasets")).containsExactly("100 100");
    assertThat(office.one("SELECT finance_record_count FROM sites")).isEqualTo("100");
    assertThat(office.dataset(SITE).claimedBy()).isEmpty();
  }

  @Test
  void what_was_published_is_kept_so_that_a_rollback_can_be_rolled_back() {
    var done = rollback(Optional.empty());
    assertThat(published().resolveSibling("previous").resolve(done.kept())).hasSize(250);

    office.clock.move(Duration.ofMinutes(1));
    rollback(Optional.empty());

    assertThat(published()).hasSize(250);
  }

  @Test
  void a_run_that_finds_nothing_new_leaves_it_rolled_back() {
    rollback(Optional.empty());

    assertThat(office.run(SITE).state()).isEqualTo(State.UNCHANGED);
    assertThat(published()).hasSize(100);
  }

  @Test
  void a_run_that_finds_something_new_goes_forward() {
    rollback(Optional.empty());
    office.pipeline.records.set(300);
    office.clock.move(Duration.ofHours(30));

    office.run(SITE);

    assertThat(published()).hasSize(300);
  }

  @Test
  void a_version_can_be_named() {
    var first = office.rollback().listVersions(office.work(), office.site(SITE)).getFirst().name();
    office.pipeline.records.set(300);
    office.clock.move(Duration.ofHours(30));
    office.run(SITE);

    rollback(Optional.of(first));

    assertThat(published()).hasSize(100);
  }

  @Test
  void without_an_earlier_version_nothing_happens() throws IOException {
    var version = office.rollback().listVersions(office.work(), office.site(SITE)).getFirst();
    Files.delete(published().resolveSibling("previous").resolve(version.name()));

    assertThatThrownBy(() -> rollback(Optional.empty())).isInstanceOf(ValidationFailed.class)
        .hasMessageContaining(
            "there is no earlier version to bring back");
    assertThat(published()).hasSize(250);
  }

  @Test
  void a_file_that_no_run_recorded_is_not_brought_back() throws IOException {
    Files.writeString(published().resolveSibling("previous").resolve("invented-20261231T000000000Z.db"), "forged");

    rollback(Optional.empty());

    assertThat(published()).hasSize(100);
  }

  @Test
  void a_rollback_beside_a_run_is_refused() {
    office.clock.move(Duration.ofHours(30));
    office.pipeline.when("people", context -> {
      assertThatThrownBy(() -> rollback(Optional.empty())).isInstanceOf(SourceUnavailable.class)
          .hasMessageContaining(
              "under way");
      return TaskReport.empty();
    });

    assertThat(office.run(SITE).exitCode()).isZero();
  }

  private Rollback.Done rollback(Optional<String> version) {
    return office.rollback().run(office.work(), office.site(SITE), version);
  }

  private Path published() {
    return storage.resolve("alameda.ca/finance/invented.db");
  }
}
