package band.civic.electionfinance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Netfile specification 4.2: metrics per candidate and per measure, when curated lists name their committees.
class CuratedTotalsTest {
  @TempDir
  Path directory;
  LoadRun run;

  @BeforeEach
  void load_a_candidate_and_a_measure() throws Exception {
    run = new LoadRun(directory);
    try (var silver = run.silver()) {
      silver.insert("elections", "election_id", 1, "name", "alameda-2018", "location", "Alameda", "starts_on",
          "2018-01-01", "ends_on", "2018-12-31")
          .insert("candidates", "candidate_id", 1, "election_id", 1, "office", "Mayor", "name", "Ada Sample", "aliases",
              "[\"Adelaide Sample\"]", "fppc_id", "1")
          .insert("candidates", "candidate_id", 2, "election_id", 1, "office", "Mayor", "name", "Bo Nobody")
          .insert("candidates", "candidate_id", 3, "election_id", 1, "office", "Mayor", "name", "Cy Late")
          .insert("measures", "measure_id", 1, "election_id", 1, "measure_num", "Z", "title", "Keep the Ferry", "names",
              "[\"Ferry Act\"]")
          .filer("1", "Sample for Mayor")
          .filer("2", "Ferry Workers")
          .filer("3", "Yes on Z");
      silver.insert("committee_roles", "role_id", 1, "fppc_id", "1", "filer_key", "1", "candidate_id", 1, "starts_on",
          "2018-01-01", "ends_on", "2018-12-31")
          .insert("committee_roles", "role_id", 4, "fppc_id", "1", "filer_key", "1", "candidate_id", 1, "starts_on",
              "2018-01-01", "ends_on", "2019-12-31")
          .insert("committee_roles", "role_id", 5, "fppc_id", "4", "filer_key", "4", "measure_id", 1, "sup_opp", "O")
          .insert("committee_roles", "role_id", 2, "fppc_id", "3", "filer_key", "3", "measure_id", 1, "sup_opp", "S");
      onlyLateReports(silver);
      candidate(silver);
      measure(silver);
    }
    run.load();
  }

  private static void onlyLateReports(Silver silver) throws Exception {
    silver.filer("5", "Late for Mayor")
        .insert("committee_roles", "role_id", 6, "fppc_id", "5", "filer_key", "5", "candidate_id", 3)
        .filing("last-days", "5", "F497", "filed_on", "2018-10-30")
        .row("r", "last-days", "F497P1", "amount_cents", 20000, "tx_date", "2018-10-29", "entity_cd", "OTH")
        .row("s", "last-days", "F497P2 f497p2_mirror", "amount_cents", 3000, "tx_date", "2018-10-29");
  }

  private static void candidate(Silver silver) throws Exception {
    silver.filing("g", "1", "2018-01-01", "2018-06-30")
        .summary("g", "F460 5", 400, "F460 2", -10, "F460 11", 90, "A 2", 20, "C 2", 1)
        .filing("before", "1", "2017-01-01", "2017-12-31")
        .summary("before", "F460 5", 9999, "F460 11", 9999)
        .row("a", "g", "A", "amount_cents", 25000, "tx_date", "2018-02-01", "entity_cd", "IND", "counterparty_first",
            "Adelaide", "counterparty_last", "Sample", "origin", "within")
        .row("b", "g", "A", "amount_cents", 5000, "tx_date", "2018-02-01", "entity_cd", "IND", "counterparty_last",
            "Sample", "origin", "in_state")
        .row("c", "g", "A", "amount_cents", 99900, "tx_date", "2017-02-01", "entity_cd", "IND")
        .row("d", "g", "E", "amount_cents", 4000, "tx_date", "2018-02-01", "expn_code", "LIT")
        .filing("late", "1", "F497", "filed_on", "2018-10-30")
        .row("e", "late", "F497P1", "amount_cents", 100000, "tx_date", "2018-10-29", "entity_cd", "SCC")
        .row("f", "late", "F497P2 f497p2_mirror", "amount_cents", 700, "tx_date", "2018-10-29")
        .filing("d", "2", "2018-01-01", "2018-06-30")
        .row("g", "d", "D schedule_d", "amount_cents", 30000, "tx_date", "2018-05-01", "expn_code", "IND", "candidate",
            "ADA SAMPLE", "sup_opp", "S")
        .row("h", "d", "D schedule_d", "amount_cents", 11000, "tx_date", "2018-05-01", "expn_code", "IND", "candidate",
            "Adelaide Sample", "sup_opp", "O")
        .row("i", "d", "D schedule_d", "amount_cents", 99900, "tx_date", "2017-05-01", "expn_code", "IND", "candidate",
            "Ada Sample", "sup_opp", "S");
  }

  private static void measure(Silver silver) throws Exception {
    silver.insert("filers", "filer_key", "4", "name", "No on Z", "committee_type", "BMC")
        .insert("committee_roles", "role_id", 3, "fppc_id", "4", "filer_key", "4", "measure_id", 1, "sup_opp", "O")
        .filing("m", "3", "2018-01-01", "2018-06-30")
        .summary("m", "F460 9", 5, "F460 10", 2)
        .row("j", "m", "C", "amount_cents", 15000, "tx_date", "2018-03-01", "entity_cd", "OTH", "origin", "within")
        .row("k", "m", "E", "amount_cents", 2000, "tx_date", "2018-03-01", "measure_name", "ferry act", "sup_opp", "S")
        .row("l", "m", "E", "amount_cents", 99900, "tx_date", "2018-03-01", "measure_num", "Q", "sup_opp", "S")
        .filing("n", "4", "2018-01-01", "2018-06-30")
        .summary("n", "F460 9", 5, "F460 10", 2)
        .row("o", "n", "A", "amount_cents", 100, "tx_date", "2018-03-01", "entity_cd", "IND", "origin", "unknown")
        .filing("p", "2", "F496", "filed_on", "2018-10-30")
        .row("q", "p", "F496", "amount_cents", 800, "tx_date", "2018-10-30", "measure_num", "Z", "sup_opp", "O");
  }

  @Test
  void a_candidates_totals_are_those_of_the_committee_inside_its_window() throws Exception {
    assertThat(run
        .rows("""
              SELECT candidate_id, contributions, expenditures, loans, itemized, unitemized, small, supporting, opposing
              FROM candidate_totals WHERE candidate_id < 3"""))
        .containsExactly("1|1400.0|97.0|-10.0|1300.0|21.0|71.0|300.0|110.0", "2||||0.0||0.0|0.0|0.0");
  }

  @Test
  void without_a_summary_a_candidates_late_money_is_all_that_is_known() throws Exception {
    assertThat(run.rows("""
        SELECT contributions, expenditures, loans, unitemized FROM candidate_totals WHERE candidate_id = 3"""))
        .containsExactly("200.0|30.0||");
  }

  @Test
  void money_from_the_candidate_is_self_funding_under_any_alias() throws Exception {
    assertThat(run.rows("SELECT label, amount FROM candidate_by_type WHERE candidate_id = 1")).containsExactly(
        "Committee|1000.0",
        "Individual|50.0", "Self Funding|250.0", "Unitemized|21.0");
  }

  @Test
  void origin_spending_and_independent_spenders_of_a_candidate() throws Exception {
    assertThat(run.rows("SELECT label, amount FROM candidate_by_origin WHERE candidate_id = 1")).containsExactly(
        "Unknown|1000.0",
        "Within Alameda|250.0", "Within California|50.0");
    assertThat(run.rows("SELECT label, amount FROM candidate_spending_by_code WHERE candidate_id = 1"))
        .containsExactly("Campaign Literature and Mailings|40.0", "Not Stated|7.0");
    assertThat(run.rows("SELECT sup_opp, filer_key, amount FROM candidate_independent"))
        .containsExactly("O|2|110.0", "S|2|300.0");
  }

  @Test
  void a_measures_money_is_that_of_the_committees_for_and_against_it() throws Exception {
    assertThat(run.rows("SELECT sup_opp, contributions, n_contributions, spending FROM measure_totals"))
        .containsExactly("O|1.0|1|15.0", "S|150.0|1|20.0");
    assertThat(run.rows("SELECT sup_opp, label, amount FROM measure_by_type"))
        .containsExactly("O|Individual|1.0", "S|Other (includes Businesses)|150.0");
    assertThat(run.rows("SELECT sup_opp, label, amount FROM measure_by_origin"))
        .containsExactly("O|Unknown|1.0", "S|Within Alameda|150.0");
    assertThat(run.rows("SELECT sup_opp, filer_key, amount FROM measure_organizations"))
        .containsExactly("O|2|8.0", "O|4|7.0", "S|3|20.0");
  }
}
