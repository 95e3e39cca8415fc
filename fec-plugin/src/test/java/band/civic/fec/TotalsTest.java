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

  @Test
  void a_row_that_openfec_lost_after_the_release_counts_no_more_and_one_that_it_lost_before_does() {
    Lines.age(Lines.write(files, "itcont.txt", gift(1, "15", "100"), gift(2, "15", "7")), "2026-04-01T00:00:00Z");
    Lines.age(Lines.write(files, "itoth.txt", Lines.transfer("4010120250000000003", COMMITTEE, "24K", "5")),
        "2026-04-01T00:00:00Z");
    nation.ingest(2026, files);
    asked(90, "2026-03-30T00:00:00Z");
    asked(91, "2026-04-20T00:00:00Z");
    api("schedule_a", 1, 10000, "91");
    api("schedule_a", 2, 700, "90");
    api("schedule_b", 3, 500, "91");

    nation.publish();

    assertThat(nation.published("SELECT individual_cents, contribution_out_cents FROM committee_totals"))
        .containsExactly("700 0");
  }

  @Test
  void a_row_that_the_files_of_two_cycles_hold_counts_once_as_the_later_says() {
    for (var cycle : new int[]{2024, 2026}) {
      var own = directory.resolve("of-" + cycle);
      Lines.write(own, "itcont.txt", gift(1, "15", "" + cycle));
      Lines.write(own, "itoth.txt", Lines.transfer("4010120250000000002", COMMITTEE, "24K", "" + cycle));
      Lines.write(own, "oppexp.txt", expenditure(3, "" + cycle));
      if (cycle == 2024) {
        Lines.write(own, "itpas2.txt", Lines.toCandidate("4010120250000000002", COMMITTEE, "24K", "" + cycle));
      }
      nation.ingest(cycle, own);
    }

    nation.publish();

    assertThat(nation.published("SELECT cycle, amount_cents FROM contributions UNION ALL "
        + "SELECT cycle, amount_cents FROM operating_expenditures")).containsExactly("2026 202600", "2026 202600");
    assertThat(nation.published("SELECT cycle, amount_cents, candidate_id FROM committee_transactions"))
        .containsExactly("2026 202600 H6CA12001");
  }

  @Test
  void cents_of_openfec_are_kept_in_payments_and_expenditures_too() {
    Lines.write(files, "itoth.txt", Lines.transfer("4010120250000000001", COMMITTEE, "24K", "100"), Lines.transfer(
        "4010120250000000002", COMMITTEE, "24K", "50"));
    Lines.write(files, "itpas2.txt", Lines.toCandidate("4010120250000000001", COMMITTEE, "24K", "100"));
    Lines.write(files, "oppexp.txt", expenditure(3, "7"));
    nation.ingest(2026, files);
    asked(91, "2026-05-02T00:00:00Z");
    api("schedule_b", 1, 10055, "NULL");
    api("schedule_b", 2, 5044, "NULL");
    api("schedule_b", 3, 733, "NULL");

    nation.publish();

    assertThat(nation.published("SELECT amount_cents FROM committee_transactions ORDER BY sub_id")).containsExactly(
        "10055", "5044");
    assertThat(nation.published("SELECT amount_cents FROM operating_expenditures")).containsExactly("733");
  }

  @Test
  void of_two_amounts_the_one_that_was_said_last_is_believed_whenever_it_was_said_first() {
    Lines.age(Lines.write(files, "itcont.txt", gift(1, "15", "100")), "2026-05-03T00:00:00Z");
    nation.ingest(2026, files);
    api("4010120250000000001", 20000);
    asked(91, "2026-05-10T00:00:00Z");
    nation.bronze("UPDATE api_schedule_a SET last_run = 91 RETURNING sub_id");
    nation.run("bulk-ingest", Map.of("cycle", "2026", "from", files.toString(), "force", "true"));

    nation.publish();

    assertThat(nation.published("SELECT amount_cents FROM contributions")).containsExactly("20000");
    assertThat(nation.bronze("SELECT winner FROM conflicts")).containsExactly("api");
  }

  @Test
  void a_row_that_only_openfec_has_counts_from_the_day_of_the_release_and_when_its_day_is_not_told() {
    Lines.age(Lines.write(files, "itcont.txt", gift(1, "15", "100")), "2026-04-20T10:00:00Z");
    nation.ingest(2026, files);
    asked(91, "2026-05-01T00:00:00Z");
    api("schedule_a", 2, 1, "NULL");
    api("schedule_a", 3, 20, "NULL");
    api("schedule_a", 4, 300, "NULL");
    nation.bronze("UPDATE api_schedule_a SET body = '{\"receipt_type\": \"15\"}', load_date = CASE sub_id % 10 "
        + "WHEN 2 THEN '' WHEN 3 THEN '2026-04-20' ELSE '2026-04-19' END RETURNING sub_id");

    nation.publish();

    assertThat(nation.published("SELECT amount_cents FROM contributions ORDER BY sub_id")).containsExactly("10000", "1",
        "20");
  }

  @Test
  void a_row_that_file_and_openfec_both_have_counts_once_whatever_day_openfec_tells() {
    Lines.age(Lines.write(files, "itcont.txt", gift(1, "15", "100"), gift(2, "15", "20")), "2026-04-20T10:00:00Z");
    nation.ingest(2026, files);
    asked(91, "2026-05-01T00:00:00Z");
    api("schedule_a", 1, 10055, "NULL");
    api("schedule_a", 2, 2099, "NULL");
    nation.bronze("UPDATE api_schedule_a SET body = '{\"receipt_type\": \"15\"}', load_date = CASE sub_id % 10 "
        + "WHEN 1 THEN '' ELSE '2026-04-30' END RETURNING sub_id");

    nation.publish();

    assertThat(nation.published("SELECT contribution_rows, individual_cents FROM committee_totals")).containsExactly(
        "2 12154");
  }

  @Test
  void a_city_has_rows_of_its_zip_codes_however_they_and_the_state_are_written() {
    Lines.write(files, "itcont.txt", gift(1, "15", "1").replace("|CA|02139|", "|ma |2139|"), gift(2, "15", "20")
        .replace("TESTVILLE|CA|02139|", "ELSEWHERE|MA|021391234|"),
        gift(3, "15", "300").replace("|CA|02139|",
            "|MA||").replace("TESTVILLE", "ELSEWHERE"));
    nation.ingest(2026, files);
    var city = nation.other("testville.ma", "Testville", "MA", "city").extra(Map.of("fec.zips", " 02139, "));
    var state = nation.other("ma.us", "Massachusetts", "MA", "state");

    city.publish();
    state.publish();

    assertThat(city.published("SELECT individual_cents FROM committee_totals")).containsExactly("2100");
    assertThat(state.published("SELECT individual_cents FROM committee_totals")).containsExactly("32100");
  }

  private void asked(int ingest, String startedAt) {
    nation.bronze("""
        INSERT INTO ingests (ingest_id, run_id, command, source, kind, origin, status, started_at)
        VALUES (%d, 'api', 'fec daily', 'api', 'schedule_a', 'OpenFEC', 'complete', '%s') RETURNING ingest_id"""
        .formatted(ingest, startedAt));
  }

  private void api(String list, int number, long cents, String retiredRun) {
    nation.bronze("INSERT OR IGNORE INTO api_pages VALUES (1, 1, '', '2026-05-02T00:00:00Z', 2, '') RETURNING page_id");
    nation.bronze(
        "INSERT INTO api_%s VALUES (401012025000000000%d, '%s', 2026, %d, '2025-01-01', '{}', 1, 1, 91, 91, %s) "
            .formatted(list, number, COMMITTEE, cents, retiredRun) + "RETURNING sub_id");
  }

  private static String expenditure(int number, String amount) {
    return COMMITTEE + "|N|2025|Q2|202504159000000001|21B|F3X|SB|TEST CO|TESTVILLE|CA|90001|02/28/2025|" + amount
        + "|P2026|RENT|001|Rent |||ORG|401012025000000000" + number + "|1300000|SB17.1||";
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
