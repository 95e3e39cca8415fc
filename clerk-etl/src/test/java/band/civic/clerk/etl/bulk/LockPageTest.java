package band.civic.clerk.etl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.etl.bulk.text.LineShape;
import band.civic.clerk.etl.bulk.text.RowView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite keeps its locks at byte 2^30; the page there must stay empty. Needs 3 GB of disk for half a minute:
///
///     ./mvnw -pl clerk-etl -am test -Dtest=LockPageTest -Dtest.excluded= -Dsurefire.failIfNoSpecifiedTests=false
@Tag("slow")
class LockPageTest {
  private static final int ROWS = 20_000;
  private static final int LENGTH = 60_000;

  @TempDir
  Path directory;

  @Test
  void writes_a_file_that_goes_past_it() throws SQLException, IOException {
    var file = directory.resolve("large.db");
    var url = "jdbc:sqlite:" + file;
    try (var connection = DriverManager.getConnection(url)) {
      Gifts.execute(connection, """
          CREATE TABLE large (id INTEGER PRIMARY KEY, word TEXT, long_text TEXT);
          CREATE INDEX large_by_word ON large(word);
          """);
    }
    var lines = IntStream.range(0, ROWS).mapToObj(i -> i + "\n").collect(Collectors.joining());

    BulkLoad.of(Gifts.source(lines), LineShape.of('|', 1), new LongRows()).write(file, "large");

    assertThat(Files.size(file)).isGreaterThan((1L << 30) + (1 << 27));
    try (var connection = DriverManager.getConnection(url)) {
      assertThat(Gifts.rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(Gifts.rows(connection, "SELECT count(*), sum(length(long_text)) FROM large")).containsExactly(
          ROWS + "|" + (long) ROWS * LENGTH);
      assertThat(Gifts.rows(connection, "SELECT count(*) FROM large WHERE word >= 'word 5'")).containsExactly("5555");
    }
  }

  /// Rows of 60,000 bytes from lines of a few.
  private static final class LongRows implements RowMapper {
    private final byte[] text = new byte[LENGTH];

    private LongRows() {
      Arrays.fill(text, (byte) 'x');
    }

    @Override
    public long key(RowView row) {
      return row.lastNumber();
    }

    @Override
    public void map(RowView row, RowWriter out) {
      out.text("word " + row.number(0));
      out.text(text, 0, LENGTH);
    }
  }
}
