package band.civic.electionfinance.load;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.Notice;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Independent spending, rankings, reconciliation and codes (netfile specification 3.3, 3.5, 4.2).
class SpendingAndChecksTest {
  @TempDir
  Path directory;
  LoadRun run;

  @BeforeEach
  void name_the_run() {
    run = new LoadRun(directory);
  }

  @Test
  void only_independent_spending_counts_as_such_never_contributions_to_a_candidate() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Ferry Workers")
          .filing("g", "1", "2018-01-01", "2018-06-30")
          .summary("g", "F460 11", 1)
          .row("a", "g", "D schedule_d", "amount_cents", 50000, "tx_date", "2018-05-01", "expn_code", "IND",
              "candidate",
              "Ada Sample", "sup_opp", "S", "office_cd", "CCM")
          .row("b", "g", "D schedule_d", "amount_cents", 25000, "tx_date", "2018-05-02", "expn_code", "MON",
              "candidate",
              "Ada Sample", "sup_opp", "S")
          .row("c", "g", "D duplicate", "amount_cents", 99900, "tx_date", "2018-05-02", "expn_code", "IND", "candidate",
              "Ada Sample", "sup_opp", "S")
          .row("d", "g", "F465P3 f465p3_repeated", "amount_cents", 99900, "tx_date", "2018-05-02", "candidate",
              "Ada Sample", "sup_opp", "S")
          .filing("late", "1", "F496", "filed_on", "2018-10-30")
          .row("e", "late", "F496", "amount_cents", 7000, "tx_date", "2018-10-29", "candidate", "ADA SAMPLE", "sup_opp",
              "S", "office_cd", "CCM")
          .row("f", "late", "F496 late_repeated", "amount_cents", 99900, "tx_date", "2018-05-02", "candidate",
              "Ada Sample", "sup_opp", "S")
          .row("h", "late", "F496", "amount_cents", 8000, "tx_date", "2018-10-29", "measure_name", "Keep the Ferry",
              "measure_num", "Z", "sup_opp", "O");
    }
    run.load();

    assertThat(run
        .rows("""
              SELECT target, sup_opp, target_kind, office_cd, amount, n, first_date, last_date FROM independent_spending
              """)).containsExactly("ADA SAMPLE|S|candidate|CCM|70.0|1|2018-10-29|2018-10-29",
            "Ada Sample|S|candidate|CCM|500.0|1|2018-05-01|2018-05-01",
            "Z Keep the Ferry|O|measure||80.0|1|2018-10-29|2018-10-29");
    assertThat(run.rows("SELECT target, sup_opp, amount, n, n_filers FROM independent_spending_by_target"))
        .containsExactly("ADA SAMPLE|S|570.0|2|1", "Z Keep the Ferry|O|80.0|1|1");
    assertThat(run.rows("SELECT tx_key FROM independent_expenditures ORDER BY 1")).containsExactly("a", "e", "h");
  }

  @Test
  void names_are_ranked_per_committee_and_over_all() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Ferry Workers")
          .filer("2", "Bridge Builders")
          .filing("g", "1", "2018-01-01", "2018-06-30")
          .filing("h", "2", "2018-01-01", "2018-06-30")
          .row("a", "g", "A", "amount_cents", 500, "tx_date", "2018-05-01", "counterparty", "Bo Test")
          .row("b", "g", "A", "amount_cents", 700, "tx_date", "2018-05-01", "counterparty", "Ada Sample")
          .row("c", "h", "C", "amount_cents", 600, "tx_date", "2018-05-01", "counterparty", "bo test ")
          .row("d", "h", "A", "amount_cents", -100, "tx_date", "2018-05-01", "counterparty", "Returned Only")
          .row("e", "h", "E", "amount_cents", 900, "tx_date", "2018-05-01", "counterparty", "Print Shop");
    }
    run.load();

    assertThat(run.rows("SELECT scope, filer_key, year, rank, name, amount, n FROM top_contributors"))
        .containsExactly("all||2018|1|Bo Test|11.0|2", "all||2018|2|Ada Sample|7.0|1",
            "committee|1|2018|1|Ada Sample|7.0|1", "committee|1|2018|2|Bo Test|5.0|1",
            "committee|2|2018|1|Bo Test|6.0|1");
    assertThat(run.rows("SELECT scope, filer_key, rank, name, amount FROM top_payees"))
        .containsExactly("all||1|Print Shop|9.0", "committee|2|1|Print Shop|9.0");
  }

  @Test
  void items_are_compared_with_the_summary_and_stub_rows_explain_a_difference() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Ferry Workers")
          .filing("g", "1", "2018-01-01", "2018-06-30")
          .summary("g", "F460 5", 30, "A 1", 30, "E 1", 5, "C 1", 0, "F 1", 7)
          .row("a", "g", "A", "amount_cents", 2000, "tx_date", "2018-05-01")
          .row("b", "g", "A stub", "is_stub", 1)
          .row("c", "g", "E", "amount_cents", 400, "tx_date", "2018-05-01");
    }
    var report = run.load();

    assertThat(run.rows("SELECT schedule, summary_cents, itemized_cents, diff, explanation FROM reconciliation"))
        .containsExactly("A|3000|2000|10.0|1 of the items came without amount (stub rows)", "C|0|0|0.0|",
            "E|500|400|1.0|not explained", "F|700|0|7.0|the filing has no items of this schedule");
    assertThat(run.rows("SELECT committee, schedule, diff FROM unreconciled ORDER BY schedule"))
        .containsExactly("Ferry Workers|A|10.0", "Ferry Workers|E|1.0", "Ferry Workers|F|7.0");
    assertThat(report.notices()).filteredOn(notice -> notice.code().equals("unreconciled_schedule"))
        .extracting(Notice::severity)
        .containsExactly(Notice.Severity.INFO, Notice.Severity.WARNING, Notice.Severity.INFO);
    assertThat(report.notices()).filteredOn(notice -> notice.severity() == Notice.Severity.WARNING)
        .extracting(Notice::subject)
        .contains("Ferry Workers, F460, 2018-01-01 to 2018-06-30, version 0");
  }

  @Test
  void the_six_equations_of_the_summary_are_checked() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Ferry Workers")
          .filing("good", "1", "2018-01-01", "2018-06-30")
          .summary("good", "F460 1", 30, "F460 2", 5, "F460 3", 35, "F460 4", 2, "F460 5", 37, "F460 6", 8, "F460 7", 1,
              "F460 8", 9, "F460 9", 4, "F460 10", 2, "F460 11", 15, "F460 12", 100, "F460 13", 35, "F460 14", 1,
              "F460 15", 9, "F460 16", 127, "A 1", 20, "A 2", 10, "C 1", 2)
          .filing("bad", "1", "2018-07-01", "2018-12-31")
          .summary("bad", "F460 3", 1, "F460 5", 1, "A 2", 1);
    }
    run.load();

    assertThat(run.rows("SELECT identity, diff_cents FROM summary_identities WHERE filing_key = 'good'"))
        .containsExactly("11 = 8 + 9 + 10|0", "16 = 12 + 13 + 14 - 15|0", "3 = 1 + 2|0", "5 = 3 + 4|0",
            "5 = A1 + A2 + C1 + C2 + 2|0", "8 = 6 + 7|0");
    assertThat(run.rows("SELECT detail FROM data_issues WHERE code = 'broken_identity'"))
        .containsExactly("summary line 3 = 1 + 2 does not hold: 1.00 and 0.00");
  }

  @Test
  void a_code_that_nobody_has_explained_is_added_with_itself_as_label_and_told() throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Ferry Workers")
          .filing("g", "1", "2018-01-01", "2018-06-30")
          .row("a", "g", "A", "amount_cents", 2000, "tx_date", "2018-05-01", "entity_cd", "XYZ")
          .row("b", "g", "E", "amount_cents", 400, "tx_date", "2018-05-01", "expn_code", "Q", "office_cd", "DOG");
    }
    var report = run.load();

    assertThat(run.rows("SELECT label FROM committee_by_type")).containsExactly("XYZ");
    assertThat(run.rows("SELECT label FROM office_codes WHERE code = 'DOG'")).containsExactly("DOG");
    assertThat(report.notices()).filteredOn(notice -> notice.code().equals("unknown_code"))
        .extracting(Notice::message)
        .containsExactly("entity code XYZ is not in the specification; it is shown as it is",
            "expenditure code Q is not in the specification; it is shown as it is",
            "office code DOG is not in the specification; it is shown as it is");
  }
}
