package band.civic.clerk.etl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest {
  @TempDir
  Path directory;

  @Test
  void puts_rows_into_a_table_that_has_some_and_lets_the_new_ones_win() throws SQLException {
    try (var connection = Gifts.open(directory.resolve("gifts.db"))) {
      connection.setAutoCommit(false);
      load("C01|ADAMS, AMY|01012020|1|1\nC01|BAKER, BO|01012020|2|2\n").transfer(connection, "gifts");
      load("C01|BAKER, BO|01012020|20|2\nC01|COLE, CY|01012020|3|3\n").transfer(connection, "gifts");
      connection.commit();

      assertThat(Gifts.rows(connection, "SELECT id, name, amount_cents FROM gifts")).containsExactly(
          "1|ADAMS, AMY|100", "2|BAKER, BO|2000", "3|COLE, CY|300");
      assertThat(Gifts.rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(Gifts.rows(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'index'")).containsExactly(
          "4");
    }
  }

  @Test
  void leaves_everything_as_it_was_when_the_transaction_is_rolled_back() throws SQLException {
    try (var connection = Gifts.open(directory.resolve("gifts.db"))) {
      connection.setAutoCommit(false);
      load("C01|ADAMS, AMY|01012020|1|1\n").transfer(connection, "gifts");
      connection.rollback();

      assertThat(Gifts.rows(connection, "SELECT count(*) FROM gifts")).containsExactly("0");
      assertThat(Gifts.rows(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'index'")).containsExactly(
          "4");
    }
    assertThat(directory.toFile().list()).containsExactly("gifts.db");
  }

  @Test
  void removes_what_a_killed_load_left_the_day_before() throws SQLException, IOException {
    var left = Files.createFile(directory.resolve(".bulk-1.staging"));
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    try (var connection = Gifts.open(directory.resolve("gifts.db"))) {
      load("C01|ADAMS, AMY|01012020|1|1\n").withLimits(new Limits(1, 1 << 10, 1 << 10, 1 << 10, 0))
          .transfer(connection, "gifts");
    }
    assertThat(directory.toFile().list()).containsExactly("gifts.db");
  }

  private static BulkLoad load(String text) {
    return BulkLoad.of(Gifts.source(text), Gifts.SHAPE, new Gifts());
  }
}
