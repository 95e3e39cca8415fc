package band.civic.fec;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.fec.sample.ReleasePlan;
import band.civic.fec.sample.SampleRelease;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TotalsTest {
  private static final String COMMITTEE = "C97000001";

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
  void totals_of_an_invented_release_are_those_it_was_made_for() {
    var expected = SampleRelease.write(ReleasePlan.of(20_000, 3, 2026), files);
    nation.ingest(2026, files);

    nation.publish();

    var totals = nation.published("SELECT committee_id, contribution_rows, individual_rows, individual_cents, "
        + "refund_rows, refund_cents, memo_rows, memo_cents, conduit_rows, conduit_cents, super_pac_rows, "
        + "super_pac_cents FROM committee_totals WHERE contribution_rows > 0 AND committee_id NOT LIKE 'C99%'")
        .stream()
        .collect(Collectors.toMap(line -> line.substring(0, 9), line -> line.substring(10)));
    assertThat(totals).isEqualTo(expected.committees()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> {
          var it = entry.getValue();
          return "%d %d %d %d %d %d %d %d %d %d %d".formatted(it.rows(), it.individuals(), it.individualDollars() * 100,
              it.refunds(), it.refundDollars() * 100, it.memos(), it.memoDollars() * 100, it.conduits(),
              it.conduitDollars() * 100, it.type10(), it.type10Dollars() * 100);
        })));
    assertThat(nation.published("SELECT sum(operating_cents) FROM committee_totals")).containsExactly(String.valueOf(
        expected.figure("oppexp_cents")));
    assertThat(nation.published("SELECT count(*) FROM checks WHERE result = 'above' AND measure = 'individual'"))
        .containsExactly(String.valueOf(expected.figure("webk_wrong")));
  }

  @Test
  void memos_add_nothing_refunds_are_subtracted_once_and_conduits_are_no_receipts() {
    Lines.write(files, "itcont.txt", gift(1, "15", "100"), gift(2, "15E", "50"), Lines.memo(gift(3, "15", "999")),
        gift(4, "22Y", "30"), gift(5, "24T", "777"), gift(6, "10", "5000"), gift(7, "15", "-20"));
    nation.ingest(2026, files);

    nation.publish();

    assertThat(
        nation.published("SELECT individual_cents, refund_cents, individual_net_cents, memo_cents, conduit_cents, "
            + "super_pac_cents FROM committee_totals"))
        .containsExactly("13000 3000 10000 99900 77700 500000");
  }

  @Test
  void rows_of_amended_reports_count_like_any_other() {
    Lines.write(files, "itcont.txt", gift(1, "15", "100").replace("|N|", "|A|"), gift(2, "15", "10"));
    nation.ingest(2026, files);

    nation.publish();

    assertThat(nation.published("SELECT individual_cents FROM committee_totals")).containsExactly("11000");
  }

  @Test
  void a_payment_that_two_files_hold_counts_once_and_knows_its_candidate() {
    Lines.write(files, "itoth.txt", Lines.transfer("4010120250000000001", COMMITTEE, "24E", "100"), Lines.transfer(
        "4010120250000000002", COMMITTEE, "24K", "500"));
    Lines.write(files, "itpas2.txt", Lines.toCandidate("4010120250000000001", COMMITTEE, "24E", "100"));
    nation.ingest(2026, files);

    nation.publish();

    assertThat(nation.published("SELECT support_rows, support_cents, contribution_out_cents FROM committee_totals"))
        .containsExactly("1 10000 50000");
    assertThat(nation.published("SELECT candidate_id, support_cents FROM candidate_totals")).containsExactly(
        "H6CA12001 10000");
  }

  @Test
  void every_row_says_where_it_comes_from_and_every_total_which_rows_it_counts() {
    Lines.write(files, "itcont.txt", "", gift(1, "15", "100"));
    nation.ingest(2026, files);

    nation.publish();

    assertThat(nation.published("SELECT file, line FROM contribution_sources")).containsExactly("itcont.txt 2");
    assertThat(nation.published("SELECT total FROM totals_explained")).contains("individual", "refund", "conduit",
        "memo", "support", "oppose", "operating");
  }

  @Test
  void cents_of_openfec_are_kept_whether_the_file_comes_before_or_after() {
    Lines.write(files, "itcont.txt", gift(1, "15", "100"), gift(2, "15", "100"));
    nation.ingest(2026, files);
    api("4010120250000000001", 10055);
    api("4010120250000000002", 10399);
    Lines.age(files.resolve("itcont.txt"), "2026-05-03T00:00:00Z");
    nation.run("bulk-ingest", Map.of("cycle", "2026", "from", files.toString(), "force", "true"));

    nation.publish();

    assertThat(nation.published("SELECT amount_cents, cents_from FROM contributions ORDER BY sub_id")).containsExactly(
        "10055 api", "10000 bulk");
    assertThat(nation.bronze("SELECT kind, sub_id, api_cents, bulk_cents, winner FROM conflicts")).containsExactly(
        "indiv 4010120250000000002 10399 10000 bulk");
    assertThat(nation.bronze("SELECT changed, unchanged, conflicts FROM ingests ORDER BY ingest_id DESC LIMIT 1"))
        .containsExactly("0 2 1");
  }

  @Test
  void a_state_and_a_city_take_their_part_of_the_nations_rows() {
    Lines.write(files, "itcont.txt", gift(1, "15", "100"), gift(2, "15", "10").replace("|CA|", "|NV|"),
        gift(3, "15", "1").replace("TESTVILLE", "ELSEWHERE"));
    Lines.write(files, "cm.txt", COMMITTEE + "|SAMPLE PAC|T|1 ST||RENO|NV|89501|U|Q||Q|C|NONE|");
    nation.ingest(2026, files);
    var state = nation.other("ca.us", "California", "CA", "state");
    var city = nation.other("testville.ca", "Testville", "CA", "city");

    state.publish();
    city.publish();

    assertThat(state.published("SELECT committee_id, name, individual_cents FROM committee_totals")).containsExactly(
        COMMITTEE + " SAMPLE PAC 10100");
    assertThat(city.published("SELECT individual_cents FROM committee_totals")).containsExactly("10000");
  }

  private void api(String subId, long cents) {
    nation
        .bronze("INSERT OR IGNORE INTO api_pages VALUES (1, 1, 'schedules/schedule_a', '2026-05-02T00:00:00Z', 2, '') "
            + "RETURNING page_id");
    nation.bronze("INSERT INTO api_schedule_a VALUES (%s, '%s', 2026, %d, '2025-01-01', '{}', 1, 1, 1, 1, NULL) "
        .formatted(subId, COMMITTEE, cents) + "RETURNING sub_id");
  }

  private static String gift(int number, String type, String amount) {
    return Lines.gift("401012025000000000" + number, COMMITTEE, type, amount);
  }
}
