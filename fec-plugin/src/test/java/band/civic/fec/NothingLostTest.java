package band.civic.fec;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.fec.sample.ReleasePlan;
import band.civic.fec.sample.SampleRelease;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From bronze to the totals no row is lost and none is added twice.
class NothingLostTest {
  @TempDir
  private Path directory = Path.of("");

  @Test
  void every_row_that_was_taken_in_is_in_one_total_or_said_to_be_in_none() {
    var nation = FecSite.nation(directory.resolve("storage"));
    var files = directory.resolve("files");
    SampleRelease.write(ReleasePlan.of(20_000, 5, 2026), files);
    nation.ingest(2026, files);

    nation.publish();

    var takenIn = nation.bronze("SELECT new FROM ingests WHERE kind = 'indiv'");
    assertThat(nation.published("SELECT count(*) FROM contributions")).isEqualTo(takenIn);
    assertThat(nation.published("SELECT sum(amount_cents) FROM contributions")).isEqualTo(
        nation.bronze("SELECT cents FROM ingests WHERE kind = 'indiv'"));
    assertThat(nation.published("SELECT (SELECT sum(memo_cents + reported_cents) FROM committee_totals) - "
        + "(SELECT sum(amount_cents) FROM contributions WHERE committee_id IS NOT NULL)")).containsExactly("0");
    assertThat(nation.published("SELECT committee_id FROM committee_totals WHERE contribution_rows > 0 AND "
        + "reported_cents <> individual_cents + super_pac_cents + refund_cents + candidate_cents + party_account_cents "
        + "+ conduit_cents + (SELECT ifnull(sum(amount_cents), 0) FROM contributions c WHERE counts_as = 'other' "
        + "AND c.committee_id = committee_totals.committee_id AND c.cycle = committee_totals.cycle)")).isEmpty();
    assertThat(nation.published("SELECT count(*) FROM committee_transactions")).isEqualTo(
        nation.bronze("SELECT new FROM ingests WHERE kind = 'oth'"));
    assertThat(nation.published("SELECT sum(operating_cents) FROM committee_totals")).isEqualTo(
        nation.published("SELECT sum(amount_cents) FROM operating_expenditures WHERE counts_as <> 'memo'"));
  }
}
