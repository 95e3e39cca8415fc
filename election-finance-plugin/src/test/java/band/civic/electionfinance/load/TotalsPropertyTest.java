package band.civic.electionfinance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the rows, the published totals are what adding them up one by one gives.
class TotalsPropertyTest {
  private static final List<String> ROWS = List.of("A", "A", "A", "C", "E", "E", "F497P1", "A superseded",
      "C contained_period", "F497P1 late_repeated", "D schedule_d", "G schedule_g", "A duplicate", "F not_totalled");
  private static final List<String> PEOPLE = List.of("Ada Sample", "ada sample", "Bo Test", "Cy Nobody", "Di Example");

  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void totals_equal_a_naive_recomputation(long seed) throws Exception {
    var run = new LoadRun(directory);
    try (var silver = run.silver()) {
      fill(silver, new Random(seed));
    }
    run.load();

    assertThat(run.rows("""
        SELECT filer_key || ' ' || year, ifnull(itemized_cents, 0), ifnull(small_cents, 0) - ifnull(unitemized_cents, 0),
          late_contributions_cents, n_contributions, n_contributors
        FROM committee_totals WHERE n_contributions > 0 OR late_contributions_cents <> 0 ORDER BY 1
        """)).containsExactlyElementsOf(naive(run).entrySet()
        .stream()
        .filter(entry -> entry.getValue().counts > 0 || entry.getValue().late != 0)
        .map(entry -> entry.getKey() + "|" + entry.getValue())
        .toList());
    assertThat(run.rows("""
        SELECT filer_key, year FROM committee_totals t WHERE ifnull(itemized_cents, 0) + ifnull(unitemized_cents, 0)
          + late_contributions_cents <> (SELECT ifnull(sum(cents), 0) FROM committee_by_type b
            WHERE b.filer_key = t.filer_key AND b.year = t.year)
        """)).as("by type adds up").isEmpty();
    assertThat(run.one("SELECT sum(cents) FROM spending_by_code"))
        .isEqualTo(run.one("SELECT sum(amount_cents) FROM expenditures"));
    assertThat(run.one("SELECT sum(cents) FROM committee_by_origin"))
        .isEqualTo(run.one("SELECT sum(amount_cents) FROM contributions"));
  }

  static void fill(Silver silver, Random random) throws SQLException {
    for (var filer = 0; filer < 3; filer++) {
      silver.filer("f" + filer, "Committee " + filer);
      for (var filing = 0; filing < 3; filing++) {
        var key = "g" + filer + filing;
        var year = 2017 + random.nextInt(3);
        silver.filing(key, "f" + filer, "F460", "period_start", year + "-01-01", "period_end", year + "-12-31",
            "filed_on",
            year + "-12-31", "election_date", filing == 0 ? "2018-06-05" : "2018-11-06");
        if (random.nextInt(4) > 0) {
          silver.summary(key, "F460 5", random.nextInt(1000), "A 2", random.nextInt(50), "C 2", random.nextInt(5));
        }
        for (var row = 0; row < 25; row++) {
          row(silver, random, key, key + row);
        }
      }
    }
  }

  private static void row(Silver silver, Random random, String filing, String key) throws SQLException {
    silver.row(key, filing, ROWS.get(random.nextInt(ROWS.size())), "amount_cents", random.nextInt(40000) - 5000,
        "tx_date",
        (2017 + random.nextInt(3)) + "-0" + (1 + random.nextInt(9)) + "-10", "counterparty",
        PEOPLE.get(random.nextInt(PEOPLE.size())), "entity_cd", random.nextBoolean() ? "IND" : "SCC");
  }

  private static Map<String, Sum> naive(LoadRun run) throws SQLException {
    var sums = new TreeMap<String, Sum>();
    for (var line : run.rows("""
        SELECT filer_key, substr(tx_date, 1, 4), form_type, amount_cents, counterparty FROM transactions
        WHERE counts_in_totals = 1""")) {
      var row = line.split("\\|");
      sums.computeIfAbsent(row[0] + " " + row[1], key -> new Sum()).add(row[2], Long.parseLong(row[3]), row[4]);
    }
    return sums;
  }

  private static final class Sum {
    private final Set<String> names = new HashSet<>();
    private long itemized;
    private long small;
    private long late;
    private long counts;

    void add(String formType, long cents, String name) {
      if (formType.equals("A") || formType.equals("C")) {
        itemized += cents;
        small += Math.abs(cents) < 10_000 ? cents : 0;
        counts++;
        names.add(name.toLowerCase(java.util.Locale.ROOT));
      } else if (formType.equals("F497P1")) {
        late += cents;
      }
    }

    @Override
    public String toString() {
      return itemized + "|" + small + "|" + late + "|" + counts + "|" + names.size();
    }
  }
}
