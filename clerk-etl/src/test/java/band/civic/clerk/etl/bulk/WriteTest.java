package band.civic.clerk.etl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTest {
  @TempDir
  Path directory;

  private Path file = Path.of("");

  @BeforeEach
  void create() throws SQLException {
    file = directory.resolve("gifts.db");
    Gifts.open(file).close();
  }

  @Test
  void refuses_a_table_that_has_rows() {
    load("C01|ADAMS, AMY|01012020|1|1\n").write(file, "gifts");

    assertThatThrownBy(() -> load("C01|BAKER, BO|01012020|1|2\n").write(file, "gifts"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has rows");
  }

  @Test
  void refuses_a_table_without_a_number_for_a_key() throws SQLException {
    try (var connection = Gifts.connect(file)) {
      Gifts.execute(connection, "CREATE TABLE words (word TEXT PRIMARY KEY)");
    }

    assertThatThrownBy(() -> load("").write(file, "words")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no INTEGER PRIMARY KEY");
  }

  @Test
  void stores_nothing_of_a_source_with_too_many_faults() throws SQLException {
    var load = load("C01|ADAMS, AMY|01012020|1|1\nnonsense\n").withFaultLimit(new FaultLimit(0.1, 0));

    assertThatThrownBy(() -> load.write(file, "gifts")).isInstanceOf(ClerkException.BadSourceData.class);

    try (var connection = Gifts.connect(file)) {
      assertThat(Gifts.rows(connection, "SELECT count(*) FROM gifts")).containsExactly("0");
    }
  }

  @Test
  void stops_when_it_is_told_to_and_leaves_no_other_file() {
    var load = load("C01|ADAMS, AMY|01012020|1|1\n").withCancellation(() -> {
      throw new ClerkException.Cancelled("Stopped");
    });

    assertThatThrownBy(() -> load.write(file, "gifts")).isInstanceOf(ClerkException.Cancelled.class);
    assertThat(directory.toFile().list()).containsExactly("gifts.db");
  }

  @Test
  void fills_a_second_table_of_the_same_file() throws SQLException {
    try (var connection = Gifts.connect(file)) {
      Gifts.execute(connection, Gifts.TABLE.replace("gifts", "others"));
    }
    load("C01|ADAMS, AMY|01012020|1|1\n").write(file, "gifts");
    load("C01|BAKER, BO|01012020|1|2\n").write(file, "others");

    try (var connection = Gifts.connect(file)) {
      assertThat(Gifts.rows(connection, "SELECT name FROM gifts UNION ALL SELECT name FROM others")).containsExactly(
          "ADAMS, AMY", "BAKER, BO");
      Gifts.execute(connection, "INSERT INTO gifts VALUES ('C01', 'COLE, CY', NULL, 5, 9, 1, 1)"); // takes free pages
      assertThat(Gifts.rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
    }
  }

  @Test
  void adds_up_a_column_of_the_rows_that_are_stored_and_of_no_others() throws SQLException {
    var report = load("""
        C01|ADAMS, AMY|01012020|1.50|1
        C01|ADAMS, AMY|01012020|1.50|1
        C01|BAKER, BO|01012020|7|2
        C01|BAKER, BO|01012020|-3000000|2
        C01|COLE, CY|01012020|none|3
        C01|DIAZ, DI|01012020|0.01|4
        """).withSumOf("amount_cents").withFingerprints().write(file, "gifts");

    try (var connection = Gifts.connect(file)) {
      assertThat(Gifts.rows(connection, "SELECT sum(amount_cents) FROM gifts")).containsExactly(
          String.valueOf(report.sum()));
      assertThat(Gifts.rows(connection, "SELECT hash FROM gifts")).containsExactlyInAnyOrder(
          report.fingerprints().hashes().mapToObj(String::valueOf).toArray(String[]::new));
    }
    assertThat(report.sum()).isEqualTo(-299_999_849);
  }

  @Test
  void adds_up_no_column_that_is_not_one_of_integers() {
    assertThatThrownBy(() -> load("").withSumOf("name").write(file, "gifts")).isInstanceOf(
        IllegalArgumentException.class).hasMessageContaining("no INTEGER column name");
  }

  private static BulkLoad load(String text) {
    return BulkLoad.of(Gifts.source(text), Gifts.SHAPE, new Gifts());
  }
}
