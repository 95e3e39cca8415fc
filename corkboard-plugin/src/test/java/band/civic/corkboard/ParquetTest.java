package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.corkboard.config.Config;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Parquet from tables, views and queries, read back by somebody else's reader.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParquetTest {
  private static final int ROWS = 120_000;

  private TestServer server = TestServer.of(_ -> {
    throw new IllegalStateException();
  });

  @BeforeAll
  void start(@TempDir Path directory) {
    server.close();
    server = TestServer.of(Config.empty(), TestDatabases.make(directory.resolve("made.db"), """
        CREATE TABLE kinds (id INTEGER PRIMARY KEY, n INTEGER, amount REAL, mixed, name TEXT, raw BLOB, blank TEXT);
        INSERT INTO kinds VALUES (1, 9007199254740993, 1.5, 1, 'Zoë ☕', x'00ff', NULL), (2, NULL, 2, 'two', '', NULL, NULL),
          (3, -1, NULL, 2.5, NULL, x'', NULL);
        CREATE VIEW few AS SELECT id, name FROM kinds WHERE id < 3;
        CREATE TABLE many (id INTEGER PRIMARY KEY, word TEXT, half REAL);
        INSERT INTO many WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120000)
          SELECT i, CASE i % 3 WHEN 0 THEN NULL ELSE 'word ' || i END, i / 2.0 FROM n;
        """));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private byte[] get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
          BodyHandlers.ofByteArray());
      assertThat(answer.headers().firstValue("content-type").orElse("")).isEqualTo("application/vnd.apache.parquet");
      return answer.body();
    }
  }

  private ParquetFileReader read(String path) throws IOException, InterruptedException {
    return ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(get(path))));
  }

  private static RowReader next(RowReader rows) {
    assertThat(rows.hasNext()).isTrue();
    rows.next();
    return rows;
  }

  @Test
  void every_kind_of_value_comes_back_as_it_was() throws Exception {
    try (var file = read("/made/kinds.parquet"); var rows = file.rowReader()) {
      var first = next(rows);
      assertThat(first.getLong("id")).isEqualTo(1);
      assertThat(first.getLong("n")).isEqualTo(9007199254740993L);
      assertThat(first.getDouble("amount")).isEqualTo(1.5);
      assertThat(first.getString("mixed")).isEqualTo("1");
      assertThat(first.getString("name")).isEqualTo("Zoë ☕");
      assertThat(first.getBinary("raw")).containsExactly(0, 0xff);
      assertThat(first.isNull("blank")).isTrue();
      var second = next(rows);
      assertThat(second.isNull("n")).isTrue();
      assertThat(second.getString("mixed")).isEqualTo("two");
      assertThat(second.getString("name")).isEmpty();
      var third = next(rows);
      assertThat(third.getString("mixed")).isEqualTo("2.5");
      assertThat(third.getBinary("raw")).isEmpty();
      assertThat(rows.hasNext()).isFalse();
    }
  }

  @Test
  void many_rows_stand_in_several_groups_and_all_come_back() throws Exception {
    try (var file = read("/made/many.parquet"); var rows = file.rowReader()) {
      assertThat(file.getFileMetaData().numRows()).isEqualTo(ROWS);
      assertThat(file.getFileMetaData().rowGroups()).hasSizeGreaterThan(1);
      long sum = 0;
      int missing = 0;
      while (rows.hasNext()) {
        rows.next();
        sum += rows.getLong("id");
        missing += rows.isNull("word") ? 1 : 0;
        if (!rows.isNull("word")) {
          assertThat(rows.getString("word")).isEqualTo("word " + rows.getLong("id"));
        }
      }
      assertThat(sum).isEqualTo(ROWS * (ROWS + 1L) / 2);
      assertThat(missing).isEqualTo(ROWS / 3);
    }
  }

  @Test
  void filters_views_and_questions_in_sql_are_exported_too() throws Exception {
    try (var file = read("/made/kinds.parquet?id__gt=1&_col=name")) {
      assertThat(file.getFileMetaData().numRows()).isEqualTo(2);
      assertThat(file.getFileSchema().getColumnCount()).isEqualTo(2);
    }
    try (var file = read("/made/few.parquet")) {
      assertThat(file.getFileMetaData().numRows()).isEqualTo(2);
    }
    try (var file = read("/made/-/query.parquet?sql=select+id,+id,+:a+as+a+from+many+where+id%3C6+--+end&a=x");
        var rows = file.rowReader()) {
      var first = next(rows);
      assertThat(first.getLong("id_2")).isEqualTo(1);
      assertThat(first.getString("a")).isEqualTo("x");
      assertThat(file.getFileMetaData().numRows()).isEqualTo(5);
    }
    try (var file = read("/made/kinds.parquet?id=99")) {
      assertThat(file.getFileMetaData().numRows()).isZero();
    }
  }

  @Test
  void what_is_wrong_with_the_question_is_told_before_the_file_begins() {
    assertThat(server.get("/made/-/query.parquet?sql=delete+from+many").status()).isEqualTo(400);
    assertThat(server.get("/made/nothing.parquet").status()).isEqualTo(404);
  }

  @Test
  void a_file_that_was_cut_is_no_file() throws Exception {
    var whole = get("/made/kinds.parquet");
    assertThat(new String(whole, whole.length - 4, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");

    var cut = ByteBuffer.wrap(whole, 0, whole.length - 20).slice();

    assertThatThrownBy(() -> ParquetFileReader.open(InputFile.of(cut))).isInstanceOf(Exception.class);
  }
}
