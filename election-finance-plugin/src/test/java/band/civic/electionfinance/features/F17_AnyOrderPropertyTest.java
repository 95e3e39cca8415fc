package band.civic.electionfinance.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// FEATURE UNDER TEST: the result depends on what was filed, not on the order in which files and rows came, on how often
/// they came, or on which older versions came along.
class F17_AnyOrderPropertyTest {
  private static final String COLUMNS = "Filer_ID | Filer_NamL | Report_Num | Rpt_Date | From_Date | Thru_Date | ";
  private static final Map<String, String> SHEETS = new TreeMap<>(Map.of(
      "A-Contributions", "Tran_ID | Tran_NamL | Tran_Date | Tran_Amt1 | Tran_Dscr",
      "E-Expenditure", "Tran_ID | Payee_NamL | Expn_Date | Amount | Expn_Dscr",
      "D-Expenditure", "Tran_ID | Payee_NamL | Expn_Date | Amount | Expn_Dscr",
      "Summary", "Form_Type | Line_Item | Amount_A",
      "497", "Form_Type | Tran_ID | Enty_NamL | Ctrib_Date | Amount | Rpt_ID_Num"));
  private static final List<String> FILERS = List.of("1999999 | Friends of Nobody", "Pending | Friends of Nobody",
      " | Yes on Something", "1888888 | Yes on Something", "Pending | Neighbors");
  private static final List<String> PERIODS = List.of("2018-01-01 | 2018-06-30", "2018-07-01 | 2018-12-31",
      "2018-01-01 | 2018-03-31", "2018-03-01 | 2018-09-30", "2018-01-01 | 2018-12-31");
  private static final String CONTENT = """
      SELECT tx_key, filing_key, amount_cents, tx_date, is_current, not_counted_reason, duplicate_of, description
      FROM transactions ORDER BY tx_key""";

  private static Path directory = Path.of(".");

  @BeforeContainer
  static void makeDirectory() throws Exception {
    directory = Files.createTempDirectory("any-order");
  }

  @AfterContainer
  static void removeDirectory() throws Exception {
    try (var files = Files.list(directory)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  @Property(tries = 40)
  void the_order_of_rows_and_files_never_changes_the_result(@ForAll long seed) throws Exception {
    var random = new Random(seed);
    var rows = rows(random, 25);
    var shuffled = new TreeMap<String, List<String>>();
    rows.forEach((sheet, lines) -> shuffled.put(sheet, shuffled(lines, random)));

    assertThat(content(shuffled(pages(shuffled), random))).isEqualTo(content(pages(rows)));
  }

  @Property(tries = 25)
  void loading_a_unit_twice_changes_nothing(@ForAll long seed) throws Exception {
    var random = new Random(seed);
    var rows = rows(random, 25);
    var once = pages(rows);
    var twice = new ArrayList<>(once);
    twice.add(new Sheets("again", rows));

    assertThat(content(shuffled(twice, random))).isEqualTo(content(once));
  }

  @Property(tries = 25)
  void an_older_version_of_a_filing_never_changes_what_counts(@ForAll long seed) throws Exception {
    var random = new Random(seed);
    var rows = rows(random, 20);
    var older = new TreeMap<String, List<String>>();
    rows.forEach((sheet, lines) -> {
      if (!sheet.equals("497")) {
        older.put(sheet, lines.stream().map(line -> line.replaceFirst("\\| 00[0-9] \\|", "| 000 |")).toList());
      }
    });
    var amended = new TreeMap<String, List<String>>();
    rows.forEach((sheet, lines) -> amended.put(sheet,
        lines.stream().map(line -> line.replaceFirst("\\| 00([0-9]) \\|", "| 01$1 |")).toList()));
    var both = new ArrayList<>(pages(amended));
    both.add(new Sheets("older", older));

    assertThat(counted(shuffled(both, random))).isEqualTo(counted(pages(amended)));
  }

  private record Sheets(String unit, Map<String, List<String>> rows) {}

  private static List<Sheets> pages(Map<String, List<String>> rows) {
    var pages = new ArrayList<Sheets>();
    rows.forEach((sheet, lines) -> pages.add(new Sheets("workbook", Map.of(sheet, lines))));
    return pages;
  }

  private static String content(List<Sheets> pages) throws Exception {
    try (var silver = run(pages)) {
      return silver.rows(CONTENT) + silver.rows("SELECT filing_key, filer_key, report_num, filed_on, is_current, "
          + "superseded_by, contained_in FROM filings ORDER BY 1")
          + silver.rows("SELECT * FROM summary_lines ORDER BY 1, 2, 3") + silver.rows("SELECT * FROM filer_names")
          + silver.rows("SELECT filer_key, fppc_id, fppc_id_as_filed, name FROM filers")
          + silver.rows("SELECT code, filing_key, tx_key, detail FROM data_issues WHERE code <> 'repeated_row'");
    }
  }

  private static String counted(List<Sheets> pages) throws Exception {
    try (var silver = run(pages)) {
      return silver.rows("SELECT tx_key, amount_cents FROM transactions WHERE counts_in_totals ORDER BY 1")
          + silver.rows("SELECT filing_key, form_type, line_item, amount_a_cents FROM summary_lines "
              + "JOIN filings USING (filing_key) WHERE is_current AND contained_in IS NULL ORDER BY 1, 2, 3");
    }
  }

  private static SilverRun.Result run(List<Sheets> pages) throws Exception {
    var run = new SilverRun(directory);
    for (var page : pages) {
      for (var sheet : page.rows().entrySet()) {
        var header = COLUMNS + SHEETS.getOrDefault(sheet.getKey(), "");
        run.sheet(sheet.getKey(), header + "\n" + String.join("\n", sheet.getValue()), page.unit());
      }
    }
    return run.run();
  }

  private static Map<String, List<String>> rows(Random random, int number) {
    var rows = new TreeMap<String, List<String>>();
    for (var row = 0; row < number; row++) {
      var sheet = pick(random, List.copyOf(SHEETS.keySet()));
      rows.computeIfAbsent(sheet, name -> new ArrayList<>()).add(row(random, sheet));
    }
    return rows;
  }

  private static String row(Random random, String sheet) {
    var number = "00" + random.nextInt(3);
    var filed = pick(random, List.of("2018-08-01", "2019-02-01"));
    var month = "2018-0" + (1 + random.nextInt(9)) + "-15";
    var amount = pick(random, List.of("100", "100", "250.5", "-20", "twelve", ""));
    var item = pick(random, List.of("a", "b", "c", "")) + " | " + pick(random, List.of("Sample", "Example"));
    var period = sheet.equals("497") ? " | " : pick(random, PERIODS);
    var cover = pick(random, FILERS) + " | " + number + " | " + filed + " | " + period + " | ";
    return cover + switch (sheet) {
      case "Summary" -> pick(random, List.of("F460 | 5", "A | 2")) + " | " + pick(random, List.of("0", "10", "20"));
      case "497" -> "F497P1 | " + item + " | " + month + " | " + amount + " | R" + random.nextInt(2);
      default -> item + " | " + pick(random, List.of(month, month, "")) + " | " + amount + " | "
          + pick(random, List.of("", "flyers"));
    };
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static <T> List<T> shuffled(List<T> values, Random random) {
    var shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
