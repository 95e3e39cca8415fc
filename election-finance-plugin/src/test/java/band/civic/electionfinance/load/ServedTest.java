package band.civic.electionfinance.load;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.spi.SiteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a server of the published file asks of it, on 16,000 rows (netfile specification 6.2 check 24): every table, view
/// and query works, and facets are counted from an index.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedTest {
  private static final Duration FACET_LIMIT = Duration.ofMillis(100);
  private static final Duration PAGE_LIMIT = Duration.ofSeconds(3);
  private static final SiteDatabase DECLARED = FinanceDatabase.DECLARATION;

  private Path directory;
  private LoadRun run;

  @BeforeAll
  void load_16000_rows(@TempDir Path place) throws Exception {
    directory = place;
    run = new LoadRun(directory);
    try (var silver = run.silver()) {
      for (var filer = 0; filer < 40; filer++) {
        silver.filer("f" + filer, "Committee Number " + filer);
        for (var half = 0; half < 8; half++) {
          silver.filing("g" + filer + "-" + half, "f" + filer,
              (2016 + half / 2) + (half % 2 == 0 ? "-01-01" : "-07-01"),
              (2016 + half / 2) + (half % 2 == 0 ? "-06-30" : "-12-31"));
        }
      }
      silver.sql("UPDATE filings SET is_current = 0, superseded_by = 'g0-1' WHERE filing_key = 'g0-0'");
      silver.sql("""
          INSERT INTO transactions (tx_key, filing_key, filer_key, form_type, kind, tran_id, tx_date, amount_cents,
            counterparty, entity_cd, city, state, zip5, employer, occupation, description, expn_code, candidate,
            sup_opp, is_current, counts_in_totals, not_counted_reason, origin, size_band, source_id, source_line,
            raw_json)
          WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 15999),
            form(i, type, kind, counts, reason) AS (VALUES (0, 'A', 'contribution', 1, NULL),
              (1, 'A', 'contribution', 1, NULL), (2, 'A', 'contribution', 0, 'superseded'), (3, 'E', 'expenditure', 1, NULL),
              (4, 'D', 'summary_of_support', 0, 'schedule_d'), (5, 'F497P1', 'late_contribution', 0, 'late_repeated'),
              (6, 'C', 'contribution', 1, NULL), (7, 'F496', 'independent', 1, NULL))
          SELECT 'tx' || n.i, 'g' || (n.i % 40) || '-' || (n.i / 40 % 8), 'f' || (n.i % 40), form.type, form.kind,
            'T' || n.i, date('2016-01-01', (n.i / 40 % 8) || ' months', (n.i % 180) || ' days'), n.i * 37 % 90000,
            'Person ' || (n.i % 3001), CASE n.i % 4 WHEN 0 THEN 'OTH' WHEN 1 THEN 'COM' ELSE 'IND' END, 'Alameda', 'CA',
            '94501', 'Employer ' || (n.i % 211), 'Occupation ' || (n.i % 53), 'Thing ' || n.i,
            CASE n.i % 3 WHEN 0 THEN 'LIT' WHEN 1 THEN 'IND' ELSE 'CNS' END, 'Candidate ' || (n.i % 17),
            CASE n.i % 2 WHEN 0 THEN 'S' ELSE 'O' END, form.reason IS NOT 'superseded', form.counts, form.reason,
            CASE n.i % 3 WHEN 0 THEN 'within' WHEN 1 THEN 'in_state' ELSE 'out_of_state' END, '100-249', 1, n.i,
            printf('{"padding": "%0800d"}', n.i)
          FROM n JOIN form ON form.i = n.i % 8
          """);
    }
    run.load();
  }

  @Test
  void everything_in_the_file_is_declared_and_everything_declared_is_in_the_file() throws Exception {
    var inFile = run
        .rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'");

    assertThat(DECLARED.tables()).extracting(SiteDatabase.Table::name).containsExactlyInAnyOrderElementsOf(inFile);
  }

  @Test
  void every_declared_column_exists() throws Exception {
    for (var table : DECLARED.tables()) {
      var columns = new HashSet<>(run.rows("SELECT name FROM pragma_table_xinfo('" + table.name() + "')"));
      assertThat(columns).as(table.name()).containsAll(table.facets());
      if (!table.sortDescending().isEmpty()) {
        assertThat(columns).as(table.name()).contains(table.sortDescending());
      }
    }
  }

  @Test
  void every_table_and_view_shows_its_first_page_in_time() {
    for (var table : DECLARED.tables()) {
      var order = table.sortDescending().isEmpty() ? "" : " ORDER BY " + table.sortDescending() + " DESC";
      assertFast(PAGE_LIMIT, "SELECT * FROM " + table.name() + order + " LIMIT 101");
      assertFast(PAGE_LIMIT, "SELECT count(*) FROM " + table.name());
    }
  }

  @Test
  void every_facet_is_counted_from_an_index_in_time() throws Exception {
    for (var table : DECLARED.tables()) {
      for (var facet : table.facets()) {
        var sql = """
            SELECT %1$s AS value, count(*) AS count FROM (SELECT * FROM %2$s) WHERE %1$s IS NOT NULL
            GROUP BY %1$s ORDER BY count DESC, value LIMIT 11""".formatted(facet, table.name());
        assertFast(FACET_LIMIT, sql);
        assertUsesIndexes(sql);
      }
    }
  }

  @Test
  void every_query_answers_in_time_from_an_index() throws Exception {
    assertThat(DECLARED.queries()).hasSizeGreaterThanOrEqualTo(5);
    for (var query : DECLARED.queries()) {
      for (var value : List.of("''", "'Person 12'", "'2016'", "'Committee \"Number\" 3'", "'Candidate 3'", "'g0-0'")) {
        var sql = query.sql().replaceAll(":\\w+", value);
        assertFast(PAGE_LIMIT, sql);
        assertUsesIndexes(sql);
      }
    }
  }

  @Test
  void every_section_of_every_page_answers_in_time_from_an_index_and_gives_its_columns() throws Exception {
    for (var page : DECLARED.pages()) {
      var sections = new ArrayList<>(page.sections());
      sections.add(page.subject());
      sections.add(page.index());
      for (var section : sections) {
        for (var value : List.of("'f3'", "'Person 12'", "2016", "'nobody \"there\"'")) {
          var sql = section.sql().replace(":" + page.name(), value);
          assertFast(PAGE_LIMIT, sql);
          assertScansNoRows(sql);
        }
        assertThat(columns(section.sql(), page.name())).as(page.name() + "." + section.name())
            .containsAll(section.columns().stream().map(SiteDatabase.Column::name).toList());
      }
    }
  }

  @Test
  void links_of_pages_use_columns_that_the_statement_gives() throws Exception {
    for (var page : DECLARED.pages()) {
      for (var section : page.sections()) {
        var columns = columns(section.sql(), page.name());
        for (var column : section.columns()) {
          Pattern.compile("\\{(\\w+)}")
              .matcher(column.link())
              .results()
              .forEach(place -> assertThat(columns).as(column.link()).contains(place.group(1)));
        }
      }
    }
  }

  @Test
  void pages_know_a_committee_a_contributor_and_a_year() throws Exception {
    assertThat(subject("committee", "'f3'")).startsWith("f3|Committee Number 3|");
    assertThat(subject("contributor", "'Person 12'")).startsWith("Person 12|Person 12|");
    assertThat(subject("year", "'2016'")).startsWith("2016|2016|");
    assertThat(run.rows(page("committee").subject().sql().replace(":committee", "'nobody'"))).isEmpty();
  }

  private String subject(String name, String value) throws Exception {
    return run.rows(page(name).subject().sql().replace(":" + name, value)).getFirst();
  }

  private static SiteDatabase.Page page(String name) {
    return DECLARED.pages().stream().filter(page -> page.name().equals(name)).findFirst().orElseThrow();
  }

  private List<String> columns(String sql, String parameter) throws Exception {
    return run.columns(sql.replace(":" + parameter, "'x'"));
  }

  @Test
  void queries_find_what_they_are_for() throws Exception {
    assertThat(ask("search", "Person 12")).isNotEmpty().allMatch(line -> line.contains("Person 12|"));
    assertThat(ask("committee_years", "Number 3")).isNotEmpty()
        .allMatch(line -> line.startsWith("Committee Number 3|"));
    assertThat(ask("top_contributors_of_year", "2016")).hasSize(100);
    assertThat(ask("contributor_history", "Person 12")).isNotEmpty();
    assertThat(ask("employer", "Employer 3")).isNotEmpty();
    assertThat(ask("independent_spending_on", "Candidate 4")).isNotEmpty();
    assertThat(ask("what_an_amendment_changed", "g0-0")).isNotEmpty();
    assertThat(run.rows(query("contributions_between").replace(":from", "'2016-01-01'")
        .replace(":until", "'2016-01-31'")
        .replace(":dollars", "'500'"))).isNotEmpty().allMatch(line -> line.startsWith("2016-01"));
  }

  @Test
  void full_text_finds_a_donor_an_employer_and_a_filer() throws Exception {
    assertThat(run.one("SELECT count(*) FROM transactions_fts WHERE transactions_fts MATCH 'counterparty:3000'"))
        .isEqualTo("5");
    assertThat(run.one("SELECT count(*) > 0 FROM transactions_fts WHERE transactions_fts MATCH '\"Employer 7\"'"))
        .isEqualTo("1");
    assertThat(run.one("SELECT count(*) FROM filers_fts WHERE filers_fts MATCH 'committee'")).isEqualTo("40");
  }

  @Test
  void nothing_in_the_file_is_written_ahead_or_left_behind() throws Exception {
    assertThat(run.one("PRAGMA journal_mode")).isEqualTo("delete");
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("election_finance.db", "work");
  }

  private List<String> ask(String name, String value) throws Exception {
    return run.rows(query(name).replaceAll(":\\w+", "'" + value + "'"));
  }

  private static String query(String name) {
    return DECLARED.queries().stream().filter(query -> query.name().equals(name)).findFirst().orElseThrow().sql();
  }

  private void assertFast(Duration limit, String sql) {
    assertThat(fastest(sql)).as(sql).isLessThan(limit);
  }

  /// The best of a few tries: other work on the machine is not what is asked about.
  private Duration fastest(String sql) {
    var best = Duration.ofDays(1);
    for (var attempt = 0; attempt < 5 && best.compareTo(FACET_LIMIT) > 0; attempt++) {
      var start = System.nanoTime();
      assertThat(start).satisfies(time -> run.rows(sql));
      var took = Duration.ofNanos(System.nanoTime() - start);
      best = took.compareTo(best) < 0 ? took : best;
    }
    return best;
  }

  /// Totals, filings and lists of names are small; rows are not.
  private void assertScansNoRows(String sql) throws Exception {
    assertThat(run.rows("EXPLAIN QUERY PLAN " + sql)).as(sql)
        .noneMatch(line -> line.matches(".*\\|SCAN (t|transactions)( (?!.*INDEX).*)?"));
  }

  private void assertUsesIndexes(String sql) throws Exception {
    var scans = new ArrayList<String>();
    for (var line : run.rows("EXPLAIN QUERY PLAN " + sql)) {
      var step = line.substring(line.lastIndexOf('|') + 1);
      if (step.startsWith("SCAN") && !step.contains("INDEX") && !step.contains("CONSTANT")) {
        scans.add(step);
      }
    }
    assertThat(scans).as(sql).isEmpty();
  }
}
