package band.civic.clerk.etl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsertTest {
  @TempDir
  Path directory;

  private Connection connection;
  private final List<String> quarantine = new ArrayList<>();

  @BeforeEach
  void open() throws SQLException {
    connection = Gifts.open(directory.resolve("gifts.db"));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void stores_one_row_a_line_under_its_key() throws SQLException {
    var report = load("""
        C01|ADAMS, "AMY|02292020|12.5|7
        C02||02302020|-3|5
        """);

    assertThat(Gifts.rows(connection, "SELECT id, committee, name, given_on, amount_cents, line FROM gifts"))
        .containsExactly("5|C02|null|null|-300|2", "7|C01|ADAMS, \"AMY|2020-02-29|1250|1");
    assertThat(report.stored()).isEqualTo(2);
  }

  @Test
  void quarantines_lines_of_another_form_with_their_number_and_reason() throws SQLException {
    var report = load("""
        C01|ADAMS, AMY|01012020|1|1

        C01|ADAMS, AMY|01012020|2
        C01|ADAMS|AMY|01012020|3|3
        C01|ADAMS, AMY|01012020|4|x4
        C01|ADAMS, AMY|01012020|1,000|5
        """);

    assertThat(quarantine).containsExactly(
        "gifts.txt line 3: 4 fields instead of 5: C01|ADAMS, AMY|01012020|2",
        "gifts.txt line 4: 6 fields instead of 5: C01|ADAMS|AMY|01012020|3|3",
        "gifts.txt line 5: its key cannot be read: C01|ADAMS, AMY|01012020|4|x4",
        "gifts.txt line 6: the amount is no number: C01|ADAMS, AMY|01012020|1,000|5");
    assertThat(report).extracting(LoadReport::lines, LoadReport::blank, LoadReport::rejected, LoadReport::stored)
        .containsExactly(6L, 1L, 4L, 1L);
  }

  @Test
  void lets_the_last_line_of_a_key_win_and_tells_of_the_others() throws SQLException {
    var report = load("""
        C01|ADAMS, AMY|01012020|1|1
        C01|ADAMS, AMY|01012020|2|2
        C01|ADAMS, AMY|01012020|1|1
        C01|ADAMS, AMY|01012020|3|2
        """);

    assertThat(Gifts.rows(connection, "SELECT id, amount_cents FROM gifts")).containsExactly("1|100", "2|300");
    assertThat(report).extracting(LoadReport::stored, LoadReport::repeated, LoadReport::overruled)
        .containsExactly(2L, 1L, 1L);
    assertThat(quarantine).containsExactly("gifts.txt line 2: line 4 has the same key 2 with other content and "
        + "overrules it: C01|ADAMS, AMY|01012020|2|2");
  }

  @Test
  void reads_a_line_that_is_no_utf8_as_windows_1252() throws SQLException {
    var text = "C01|MU\u00d1OZ|01012020|1|1\n".getBytes(StandardCharsets.ISO_8859_1);

    BulkLoad.of(Gifts.source(text), Gifts.SHAPE, new Gifts()).insert(connection, "gifts");

    assertThat(Gifts.rows(connection, "SELECT name FROM gifts")).containsExactly("MU\u00d1OZ");
  }

  @Test
  void gives_up_when_more_lines_are_faulty_than_the_limit_allows() {
    var load = BulkLoad.of(Gifts.source("C01|A|01012020|1|1\nnonsense\n"), Gifts.SHAPE, new Gifts())
        .withFaultLimit(new FaultLimit(0.1, 0));

    assertThatThrownBy(() -> load.insert(connection, "gifts")).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("gifts.txt: 1 of the first 2 lines are faulty")
        .hasMessageContaining("line 2: 1 field instead of 5");
  }

  private LoadReport load(String text) throws SQLException {
    return BulkLoad.of(Gifts.source(text), Gifts.SHAPE, new Gifts())
        .withQuarantine(line -> quarantine.add(line.toString()))
        .insert(connection, "gifts");
  }
}
