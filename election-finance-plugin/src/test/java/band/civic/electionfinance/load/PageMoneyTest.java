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
    }
  }

  private LoadRun loaded(long seed) throws Exception {
    var run = new LoadRun(directory);
    try (var silver = run.silver()) {
      TotalsPropertyTest.fill(silver, new Random(seed));
    }
    run.load();
    return run;
  }

  /// What a part's column adds up to, in cents.
  private static String sum(LoadRun run, String part, String key, String column) throws SQLException {
    var words = part.split("\\.");
    var page = FinancePages.list().stream().filter(each -> each.name().equals(words[0])).findFirst().orElseThrow();
    var sql = section(page, words[1]).sql().replace(":" + words[0], "'" + key + "'");
    return run.one("SELECT CAST(round(ifnull(sum(\"" + column + "\"), 0) * 100) AS INTEGER) FROM (" + sql + ")");
  }

  private static Section section(Page page, String name) {
    return page.sections().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
