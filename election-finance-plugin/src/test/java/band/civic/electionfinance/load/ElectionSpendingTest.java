package band.civic.electionfinance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In which election independent spending is shown.
class ElectionSpendingTest {
  private static final String SHOWN = "SELECT election_date, on_cover, amount, n FROM independent_spending_by_election";

  @TempDir
  Path directory;
  LoadRun run;

  @BeforeEach
  void name_the_run() {
    run = new LoadRun(directory);
  }

  @Test
  void a_row_that_replaces_a_form_496_stays_in_the_election_that_the_form_named() throws Exception {
    try (var silver = replaced()) {
      spend(silver, "b", "late F496 late_repeated 2018-05-20", "ADA SAMPLE ");
    }
    run.load();

    assertThat(run.rows(SHOWN)).containsExactly("2018-06-05|0|500.0|1");
    assertThat(page("election.independent", "2018-06-05")).containsExactly("Ada Sample|candidate|500.0|||1|1");
  }

  @Test
  void a_row_whose_forms_496_name_two_elections_is_in_neither() throws Exception {
    try (var silver = replaced()) {
      silver.filing("other", "1", "F496", "filed_on", "2018-03-01", "election_date", "2018-03-06");
      spend(silver, "b", "late F496 late_repeated 2018-05-20", "Ada Sample");
      spend(silver, "c", "other F496 late_repeated 2018-02-20", "Ada Sample");
    }
    run.load();

    assertThat(run.rows(SHOWN)).isEmpty();
  }

  @Test
  void a_form_496_on_somebody_else_or_outside_the_period_says_nothing() throws Exception {
    try (var silver = replaced()) {
      spend(silver, "b", "late F496 late_repeated 2018-05-20", "Bo Test");
      spend(silver, "c", "late F496 late_repeated 2017-12-31", "Ada Sample");
    }
    run.load();

    assertThat(run.rows(SHOWN)).isEmpty();
  }

  @Test
  void the_election_on_a_reports_own_cover_comes_first() throws Exception {
    try (var silver = replaced()) {
      silver.filing("named", "1", "F460", "period_start", "2018-01-01", "period_end", "2018-05-19", "election_date",
          "2018-11-06");
      spend(silver, "b", "late F496 late_repeated 2018-05-18", "Ada Sample");
      spend(silver, "c", "named D schedule_d 2018-05-18", "Ada Sample");
    }
    run.load();

    assertThat(run.rows(SHOWN)).containsExactly("2018-06-05|0|500.0|1", "2018-11-06|1|500.0|1");
  }

  @Test
  void a_committee_with_two_offices_and_both_sides_is_one_spender_and_its_target_is_found_in_any_case()
      throws Exception {
    try (var silver = run.silver()) {
      silver.filer("1", "Ferry Workers").filing("late", "1", "F496", "election_date", "2018-06-05");
      silver
          .row("a", "late", "F496", "amount_cents", 100, "candidate", "Ada Sample", "sup_opp", "S", "office_cd", "CCM")
          .row("b", "late", "F496", "amount_cents", 200, "candidate", "ADA SAMPLE", "sup_opp", "O", "office_cd", "MAY");
    }
    run.load();

    assertThat(page("election.independent", "2018-06-05")).containsExactly("ADA SAMPLE|candidate|1.0|2.0||2|1");
    var query = FinanceQueries.list()
        .stream()
        .filter(each -> each.name().equals("independent_spending_on"))
        .findFirst();
    assertThat(run.rows(query.orElseThrow().sql().replace(":target", "' ada sample'"))).hasSize(2);
  }

  /// A semi-annual report without an election and a form 496 with one.
  private Silver replaced() throws Exception {
    var silver = run.silver();
    silver.filer("1", "Ferry Workers")
        .filing("g", "1", "2018-01-01", "2018-06-30")
        .filing("late", "1", "F496", "filed_on", "2018-05-21", "election_date", "2018-06-05");
    spend(silver, "a", "g D schedule_d 2018-05-20", "Ada Sample");
    return silver;
  }

  /// @param row filing, schedule with reason, day
  private static void spend(Silver silver, String key, String row, String target)
      throws SQLException {
    var filing = row.indexOf(' ');
    var day = row.lastIndexOf(' ');
    silver.row(key, row.substring(0, filing), row.substring(filing + 1, day), "amount_cents", 50000, "tx_date",
        row.substring(day + 1), "expn_code", "IND", "candidate", target, "sup_opp", "S");
  }

  private List<String> page(String part, String day) throws SQLException {
    var words = part.split("\\.");
    var page = FinancePages.list().stream().filter(each -> each.name().equals(words[0])).findFirst().orElseThrow();
    var section = page.sections().stream().filter(each -> each.name().equals(words[1])).findFirst().orElseThrow();
    return run.rows(section.sql().replace(":election", "'" + day + "'"));
  }
}
