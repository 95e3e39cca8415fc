package band.civic.electionfinance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Netfile specification 4.2 and 4.3, on examples small enough to add up by hand.
class CommitteeTotalsTest {
  @TempDir
  Path directory;
  LoadRun run;

  @BeforeEach
  void name_the_run() {
    run = new LoadRun(directory);
  }

  @Test
  void summary_money_comes_from_current_reports_that_no_longer_report_contains() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Friends of the Ferry")
          .filing("spring", "1", "2018-01-01", "2018-06-30")
          .summary("spring", "F460 5", 1000, "F460 2", 50, "F460 11", 700, "F460 9", 20, "A 2", 30, "C 2", 5)
          .filing("autumn", "1", "2018-07-01", "2018-12-31")
          .summary("autumn", "F460 5", 500, "F460 2", -60, "F460 11", 300.5, "F460 9", -20, "A 2", 10, "C 2", 0)
          .filing("old", "1", "F460", "period_start", "2018-07-01", "period_end", "2018-12-31", "is_current", 0,
              "superseded_by", "autumn")
          .summary("old", "F460 5", 9999, "F460 11", 9999)
          .filing("short", "1", "F460", "period_start", "2018-08-01", "period_end", "2018-09-30", "contained_in",
              "autumn")
          .summary("short", "F460 5", 7777, "F460 11", 7777);
    }
    run.load();

    assertThat(run.rows("""
                        SELECT year, contributions, unitemized, loans, expenditures, accrued FROM committee_totals
                        """)).containsExactly("2018|1500.0|45.0|-10.0|1000.5|0.0");
  }

  @Test
  void with_odca_2020_only_schedule_a_is_unitemized() throws Exception {
    try (var silver = run.silver()) {
      silver.insert("transform_settings", "name", "compat", "value", "odca-2020")
          .filer("1", "Friends of the Ferry")
          .filing("spring", "1", "2018-01-01", "2018-06-30")
          .summary("spring", "F460 5", 1000, "A 2", 30, "C 2", 5)
          .row("a", "spring", "A", "amount_cents", 5000, "tx_date", "2018-02-02", "entity_cd", "PTY", "origin",
              "unknown");
    }
    run.load();

    assertThat(run.one("SELECT unitemized FROM committee_totals")).isEqualTo("30.0");
    assertThat(run.rows("SELECT label, amount FROM committee_by_type")).containsExactly("PTY|50.0", "Unitemized|30.0");
    assertThat(run.rows("SELECT label FROM committee_by_origin")).containsExactly("Out of State");
  }

  @Test
  void money_is_in_the_year_of_the_periods_end_and_items_in_the_year_of_their_date() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Friends of the Ferry")
          .filing("winter", "1", "2017-10-01", "2018-03-31")
          .summary("winter", "F460 5", 300)
          .row("a", "winter", "A", "amount_cents", 10000, "tx_date", "2017-11-01")
          .row("b", "winter", "A", "amount_cents", 15000, "tx_date", "2018-02-01")
          .row("c", "winter", "A", "amount_cents", 5000);
    }
    run.load();

    assertThat(run.rows("SELECT year, contributions, itemized, n_contributions FROM committee_totals"))
        .containsExactly("2017||100.0|1", "2018|300.0|200.0|2");
    assertThat(run.one("SELECT first_year, last_year, contributions, itemized FROM committee_spans"))
        .isEqualTo("2017|2018|300.0|300.0");
  }

  @Test
  void late_contributions_that_still_stand_are_part_of_the_contributions() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Friends of the Ferry")
          .filing("spring", "1", "2018-01-01", "2018-06-30")
          .summary("spring", "F460 5", 1000)
          .filing("late", "1", "F497", "filed_on", "2018-10-30")
          .row("a", "late", "F497P1", "amount_cents", 250000, "tx_date", "2018-10-29")
          .row("b", "late", "F497P1 late_repeated", "amount_cents", 40000, "tx_date", "2018-06-01")
          .row("c", "late", "F497P2 f497p2_mirror", "amount_cents", 12300, "tx_date", "2018-10-28")
          .row("d", "late", "F497P2 late_repeated", "amount_cents", 99900, "tx_date", "2018-06-28");
    }
    run.load();

    assertThat(
        run.one("""
                SELECT contributions, itemized, late_contributions, late_payments, n_contributions FROM committee_totals
                """)).isEqualTo("3500.0|0.0|2500.0|123.0|0");
  }

  @Test
  void without_any_summary_late_contributions_are_all_that_is_known() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Only Late Reports")
          .filing("late", "1", "F497", "filed_on", "2018-10-30")
          .row("a", "late", "F497P1", "amount_cents", 250000, "tx_date", "2018-10-29")
          .filer("3", "Only Late Payments")
          .filing("paid", "3", "F497", "filed_on", "2018-10-30")
          .row("b", "paid", "F497P2 f497p2_mirror", "amount_cents", 700, "tx_date", "2018-10-29")
          .filer("2", "Only Paper")
          .filing("paper", "2", "F460", "has_rows", 0, "period_end", "2018-06-30");
    }
    run.load();

    assertThat(run.rows(
        """
        SELECT filer_key, contributions, itemized, unitemized, small, loans, expenditures, cash_end, late_contributions
        FROM committee_totals""")).containsExactly("1|2500.0|||||||2500.0", "3||||||||0.0");
  }

  @Test
  void small_money_is_under_100_dollars_either_way_and_what_was_not_itemized() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Friends of the Ferry")
          .filing("spring", "1", "2018-01-01", "2018-06-30")
          .summary("spring", "F460 5", 1000, "A 2", 30)
          .row("a", "spring", "A", "amount_cents", 9999, "tx_date", "2018-02-02")
          .row("b", "spring", "A", "amount_cents", -5000, "tx_date", "2018-02-03")
          .row("c", "spring", "C", "amount_cents", 10000, "tx_date", "2018-02-04")
          .row("d", "spring", "C", "amount_cents", 0, "tx_date", "2018-02-04");
    }
    run.load();

    assertThat(run.one("SELECT itemized, small FROM committee_totals")).isEqualTo("149.99|79.99");
  }

  @Test
  void cash_and_debts_are_those_of_the_last_period() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Friends of the Ferry")
          .filing("b", "1", "2018-07-01", "2018-12-31")
          .summary("b", "F460 16", 20, "F460 19", 2)
          .filing("a", "1", "2018-01-01", "2018-06-30")
          .summary("a", "F460 16", 10, "F460 19", 1)
          .filing("c", "1", "2019-01-01", "2019-06-30")
          .summary("c", "F460 16", 30, "F460 19", 3);
    }
    run.load();

    assertThat(run.rows("SELECT year, cash_end, debts FROM committee_totals"))
        .containsExactly("2018|20.0|2.0", "2019|30.0|3.0");
    assertThat(run.one("SELECT cash_end, debts FROM committee_spans")).isEqualTo("30.0|3.0");
  }

  @Test
  void a_major_donors_expenditures_are_line_3_of_form_461() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("9", "Big Donor")
          .filing("g", "9", "F461", "period_start", "2018-01-01", "period_end", "2018-12-31")
          .summary("g", "F461 1", 5000, "F461 2", 10, "F461 3", 5010)
          .row("p", "g", "F461P5", "amount_cents", 500000, "tx_date", "2018-05-01", "expn_code", "CTB");
    }
    run.load();

    assertThat(run.one("SELECT contributions, expenditures FROM committee_totals")).isEqualTo("|5010.0");
    assertThat(run.rows("SELECT label, amount FROM spending_by_code")).containsExactly("Contribution|5000.0");
  }

  @Test
  void contributors_are_counted_once_over_the_years() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Friends of the Ferry")
          .filing("g", "1", "2017-01-01", "2018-12-31")
          .summary("g", "F460 5", 3)
          .row("a", "g", "A", "amount_cents", 100, "tx_date", "2017-02-02", "counterparty", "Ada Sample")
          .row("b", "g", "A", "amount_cents", 100, "tx_date", "2018-02-02", "counterparty", "ADA SAMPLE ")
          .row("c", "g", "C", "amount_cents", 100, "tx_date", "2018-02-02", "counterparty", "Bo Test");
    }
    run.load();

    assertThat(run.rows("SELECT year, n_contributors FROM committee_totals")).containsExactly("2017|1", "2018|2");
    assertThat(run.one("SELECT n_contributions, n_contributors FROM committee_spans")).isEqualTo("3|2");
  }

  @Test
  void contributions_are_split_by_type_place_and_size() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Friends of the Ferry")
          .filing("g", "1", "2018-01-01", "2018-12-31")
          .summary("g", "F460 5", 1000, "A 2", 12, "C 2", 3)
          .row("a", "g", "A", "amount_cents", 10000, "tx_date", "2018-02-02", "entity_cd", "COM", "origin", "in_state",
              "size_band", "100-249")
          .row("b", "g", "A", "amount_cents", 20000, "tx_date", "2018-02-02", "entity_cd", "SCC", "origin", "within",
              "size_band", "100-249")
          .row("c", "g", "C", "amount_cents", 30000, "tx_date", "2018-02-02", "entity_cd", "OTH", "origin",
              "out_of_state", "size_band", "250-499")
          .row("d", "g", "A duplicate", "amount_cents", 40000, "tx_date", "2018-02-02", "entity_cd", "IND")
          .row("e", "g", "I not_totalled", "amount_cents", 50000, "tx_date", "2018-02-02", "entity_cd", "IND");
    }
    run.load();

    assertThat(run.rows("SELECT label, amount, n FROM committee_by_type"))
        .containsExactly("Committee|300.0|2", "Other (includes Businesses)|300.0|1", "Unitemized|15.0|");
    assertThat(run.rows("SELECT label, amount, n FROM committee_by_origin"))
        .containsExactly("Out of State|300.0|1", "Within Alameda|200.0|1", "Within California|100.0|1");
    assertThat(run.rows("SELECT label, amount, n FROM committee_by_size"))
        .containsExactly("100-249|300.0|2", "250-499|300.0|1", "Unitemized|15.0|");
  }

  @Test
  void payments_are_split_by_purpose_and_agents_payments_are_never_added() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Friends of the Ferry")
          .filing("g", "1", "2018-01-01", "2018-12-31")
          .summary("g", "F460 11", 9)
          .row("a", "g", "E", "amount_cents", 500, "tx_date", "2018-02-02", "expn_code", "LIT")
          .row("b", "g", "E", "amount_cents", 400)
          .row("c", "g", "G schedule_g", "amount_cents", 300, "tx_date", "2018-02-02", "expn_code", "LIT");
    }
    run.load();

    assertThat(run.rows("SELECT label, amount, n FROM spending_by_code"))
        .containsExactly("Campaign Literature and Mailings|5.0|1", "Not Stated|4.0|1");
  }
}
