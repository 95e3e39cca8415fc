package band.civic.electionfinance.load;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.SiteDatabase.Page;
import band.civic.clerk.spi.SiteDatabase.Section;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the rows, every part of a page adds up to the same money: a row that a part loses or takes twice shows.
class PageMoneyTest {
  /// What a committee itemized, what it did not, and what no summary covers yet.
  private static final String PARTS = "SELECT ifnull(sum(ifnull(itemized_cents, 0) + ifnull(unitemized_cents, 0) "
      + "+ late_contributions_cents), 0) FROM committee_totals WHERE ";
  private static final String ADDED = "SELECT ifnull(sum(amount_cents), 0) FROM transactions WHERE added_to = '%s'";

  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void the_parts_of_a_committees_page_add_up(long seed) throws Exception {
    var run = loaded(seed);

    for (var filer : List.of("f0", "f1", "f2")) {
      var mine = " AND filer_key = '" + filer + "'";
      var gifts = run.one(ADDED.formatted("contributions") + mine);
      var raised = sum(run, "committee.totals", filer, "contributions");
      assertThat(sum(run, "committee.years", filer, "contributions")).isEqualTo(raised);
      var parts = run.one(PARTS + "filer_key = '" + filer + "'");
      assertThat(sum(run, "committee.types", filer, "amount")).isEqualTo(parts);
      assertThat(sum(run, "committee.sizes", filer, "amount")).isEqualTo(parts);
      assertThat(sum(run, "committee.origins", filer, "amount")).isEqualTo(gifts);
      assertThat(sum(run, "committee.months", filer, "raised")).isEqualTo(gifts);
      assertThat(sum(run, "committee.contributors", filer, "amount")).isEqualTo(gifts);
      var payments = run.one(ADDED.formatted("expenditures") + mine);
      assertThat(sum(run, "committee.months", filer, "paid")).isEqualTo(payments);
      assertThat(sum(run, "committee.payees", filer, "amount")).isEqualTo(payments);
      assertThat(sum(run, "committee.purposes", filer, "amount")).isEqualTo(payments);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void the_parts_of_a_years_page_add_up(long seed) throws Exception {
    var run = loaded(seed);

    for (var year : List.of("2017", "2018", "2019")) {
      var dated = " AND tx_date LIKE '" + year + "%'";
      var raised = sum(run, "year.totals", year, "contributions");
      assertThat(sum(run, "year.committees", year, "contributions")).isEqualTo(raised);
      var parts = run.one(PARTS + "year = " + year);
      assertThat(sum(run, "year.types", year, "amount")).isEqualTo(parts);
      assertThat(sum(run, "year.sizes", year, "amount")).isEqualTo(parts);
      assertThat(sum(run, "year.months", year, "raised")).isEqualTo(run.one(ADDED.formatted("contributions") + dated));
      assertThat(sum(run, "year.months", year, "paid")).isEqualTo(run.one(ADDED.formatted("expenditures") + dated));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void the_parts_of_a_contributors_page_add_up(long seed) throws Exception {
    var run = loaded(seed);

    for (var name : List.of("Ada Sample", "Bo Test", "Cy Nobody", "Di Example")) {
      var given = run.one(ADDED.formatted("contributions") + " AND counterparty = '" + name + "'");
      assertThat(sum(run, "contributor.totals", name, "given")).isEqualTo(given).isNotEqualTo("0");
      assertThat(sum(run, "contributor.years", name, "amount")).isEqualTo(given);
      assertThat(sum(run, "contributor.committees", name, "amount")).isEqualTo(given);
      assertThat(sum(run, "contributor.work", name, "amount")).isEqualTo(given);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void the_parts_of_an_elections_page_add_up(long seed) throws Exception {
    var run = loaded(seed);

    for (var day : List.of("2018-06-05", "2018-11-06")) {
      var named = " AND filing_key IN (SELECT filing_key FROM filings WHERE is_current = 1 AND election_date = '" + day
          + "')";
      var gifts = run.one(ADDED.formatted("contributions") + named);
      assertThat(sum(run, "election.totals", day, "raised")).isEqualTo(gifts).isNotEqualTo("0");
      assertThat(sum(run, "election.committees", day, "raised")).isEqualTo(gifts);
      assertThat(sum(run, "election.weeks", day, "raised")).isEqualTo(gifts);
      var payments = run.one(ADDED.formatted("expenditures") + named);
      assertThat(sum(run, "election.committees", day, "paid")).isEqualTo(payments);
      assertThat(sum(run, "election.weeks", day, "paid")).isEqualTo(payments);
      var spent = sum(run, "election.totals", day, "independent");
      assertThat(sum(run, "election.committees", day, "independent")).isEqualTo(spent).isNotEqualTo("0");
      assertThat(sum(run, "election.weeks", day, "independent")).isEqualTo(spent);
      assertThat(Long.parseLong(sum(run, "election.independent", day, "supporting"))
          + Long.parseLong(sum(run, "election.independent", day, "opposing"))).isEqualTo(Long.parseLong(spent));
      assertThat(run.one("SELECT CAST(round(independent * 100) AS INTEGER) FROM ("
          + page("election").index().sql() + ") WHERE election_date = '" + day + "'")).isEqualTo(spent);
    }
    assertThat(run.one("SELECT sum(cents) FROM independent_spending_by_election"))
        .as("every row in one election")
        .isEqualTo(run.one(ADDED.formatted("independent_spending")));
  }

  private LoadRun loaded(long seed) throws Exception {
    var run = new LoadRun(directory);
    try (var silver = run.silver()) {
      TotalsPropertyTest.fill(silver, new Random(seed));
      spend(silver, new Random(seed));
    }
    run.load();
    return run;
  }

  /// Two forms 496 per filer, one of them replaced by a report that names no election.
  private static void spend(Silver silver, Random random) throws SQLException {
    for (var filer = 0; filer < 3; filer++) {
      var name = "f" + filer;
      silver.filing("p" + name, name, "2018-01-01", "2018-06-30")
          .filing("q" + name, name, "F496", "filed_on", "2018-06-01", "election_date", "2018-06-05")
          .filing("r" + name, name, "F496", "filed_on", "2018-11-01", "election_date", "2018-11-06");
      for (var row = 0; row < 8; row++) {
        var side = random.nextBoolean() ? "S" : "O";
        var cents = 100 + random.nextInt(40000);
        for (var item : List.of("p D schedule_d 2018-05-1", "q F496 late_repeated 2018-05-1", "r F496 2018-10-1")) {
          var day = item.substring(item.lastIndexOf(' ') + 1) + row;
          silver.row(item.charAt(0) + name + row, item.charAt(0) + name, item.substring(2, item.lastIndexOf(' ')),
              "amount_cents", cents, "tx_date", day, "expn_code", "IND", "candidate", "Ada Sample", "sup_opp", side);
        }
      }
    }
  }

  /// What a part's column adds up to, in cents.
  private static String sum(LoadRun run, String part, String key, String column) throws SQLException {
    var words = part.split("\\.");
    var sql = section(page(words[0]), words[1]).sql().replace(":" + words[0], "'" + key + "'");
    return run.one("SELECT CAST(round(ifnull(sum(\"" + column + "\"), 0) * 100) AS INTEGER) FROM (" + sql + ")");
  }

  private static Page page(String name) {
    return FinancePages.list().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static Section section(Page page, String name) {
    return page.sections().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
