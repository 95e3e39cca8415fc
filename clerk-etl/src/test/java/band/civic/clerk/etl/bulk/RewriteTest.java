package band.civic.clerk.etl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A table is written anew from pages in any state that SQLite may have left them in.
class RewriteTest {
  private static final String SCOPE = "gifts";
  private static final int ROWS = 3_000;

  @TempDir
  Path directory;

  private Path old = Path.of("");
  private int fresh;

  @BeforeEach
  void load() throws SQLException {
    old = directory.resolve("old.db");
    Gifts.open(old).close();
    var report = load(release(key -> true, 1)).write(old, "gifts");
    try (var connection = Gifts.connect(old)) {
      report.fingerprints().save(connection, SCOPE);
    }
  }

  @Test
  void takes_pages_over_as_they_are() throws SQLException {
    assertThat(contentAfter(release(key -> true, 1))).isEqualTo(contentOf(release(key -> true, 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 17, 400, 2_999})
  void splits_leaves_that_overflow_and_drops_those_that_empty(int step) throws SQLException {
    var more = release(key -> true, 1) + release(key -> true, 1).replaceAll("(?m)\\|(\\d+)$", "|9$1");
    assertThat(contentAfter(more)).isEqualTo(contentOf(more));
    var fewer = release(key -> key % step == 0, 1);
    assertThat(contentAfter(fewer)).isEqualTo(contentOf(fewer));
    var block = release(key -> key < step || key > step + 1_000, 1);
    assertThat(contentAfter(block)).isEqualTo(contentOf(block));
    var changed = release(key -> true, step);
    assertThat(contentAfter(changed)).isEqualTo(contentOf(changed));
  }

  @Test
  void reads_pages_that_sqlite_has_changed() throws SQLException {
    try (var connection = Gifts.connect(old)) {
      Gifts.execute(connection, "CREATE TEMP TABLE kept AS SELECT committee, name, given_on, amount_cents, id, line, "
          + "hash FROM gifts WHERE id % 3 = 0");
      Gifts.execute(connection, "DELETE FROM gifts WHERE id % 3 = 0"); // free blocks
      Gifts.execute(connection, "UPDATE gifts SET name = name || ' JR', committee = 'C' || id WHERE id % 7 = 1");
      Gifts.execute(connection,
          "UPDATE gifts SET name = substr(name, 1, length(name) - 3), committee = 'C0' || (id % 7) "
              + "WHERE id % 7 = 1"); // fragments
      Gifts.execute(connection, "INSERT INTO gifts SELECT * FROM kept ORDER BY random()"); // cells in any order
      Gifts.execute(connection, "DROP TABLE kept");
    }

    var next = release(key -> key % 11 != 5, 40);
    assertThat(contentAfter(next)).isEqualTo(contentOf(next));
  }

  @Test
  void reads_a_file_with_free_pages_and_leaves_that_are_nearly_empty() throws SQLException {
    var few = release(key -> key % 50 == 0 || key > 2_900, 1);
    try (var connection = Gifts.connect(old);
        var changes = load(few)
            .compare(connection, "gifts", Fingerprints.load(connection, SCOPE))) {
      Gifts.execute(connection, "DELETE FROM gifts WHERE id IN (SELECT key FROM changes.retired)");
      changes.saveFingerprints(SCOPE);
      assertThat(Gifts.rows(connection, "PRAGMA freelist_count").getFirst()).isNotEqualTo("0");
    }

    var next = release(key -> key % 25 == 0 || key > 2_950, 20);
    assertThat(contentAfter(next)).isEqualTo(contentOf(next));
  }

  /// Lines in a scattered order of keys, with names that go on overflow pages now and then.
  ///
  /// @param step every so many a row has another amount than in the first release
  private static String release(IntPredicate wanted, int step) {
    return IntStream.range(1, ROWS)
        .map(i -> i * 1_009 % ROWS)
        .filter(wanted)
        .mapToObj(key -> "C0" + key % 7 + "|NAME " + "X".repeat(key % 41 == 0 ? 700 : key % 29) + key
            + "|0" + (1 + key % 9) + "012020|" + (step > 1 && key % step == 0 ? 5 : 1) + "|" + key + "\n")
        .collect(Collectors.joining());
  }

  private String contentAfter(String release) throws SQLException {
    var file = directory.resolve("fresh" + fresh++ + ".db");
    Gifts.open(file).close();
    try (var connection = Gifts.connect(old);
        var changes = load(release)
            .compare(connection, "gifts", Fingerprints.load(connection, SCOPE))) {
      changes.writeTo(file);
    }
    return content(file);
  }

  private String contentOf(String release) throws SQLException {
    var file = directory.resolve("fresh" + fresh++ + ".db");
    Gifts.open(file).close();
    load(release).write(file, "gifts");
    return content(file);
  }

  private static BulkLoad load(String release) {
    return BulkLoad.of(Gifts.source(release), Gifts.SHAPE, new Gifts())
        .withFingerprints()
        .withLimits(new Limits(2, 4_000, 20_000, 20_000, 500));
  }

  private static String content(Path file) throws SQLException {
    try (var connection = Gifts.connect(file)) {
      assertThat(Gifts.rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
      return String.join("\n",
          Gifts.rows(connection, "SELECT committee, name, given_on, amount_cents, id, hash FROM gifts"));
    }
  }
}
