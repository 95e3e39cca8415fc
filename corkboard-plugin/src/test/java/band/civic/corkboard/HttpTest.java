package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.corkboard.config.Config;
import band.civic.corkboard.guard.Cors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Headers, redirects, CSV, paging, caching and what happens to files while they are served.
class HttpTest {
  @TempDir
  Path directory = Path.of("");
  private TestServer server = TestServer.of(_ -> {
    throw new IllegalStateException();
  });

  @BeforeEach
  void start() {
    server.close();
    var tables = Map.of("facetable", Map.of("facets", List.of("state")), "html", Map.of("title", "<b>T</b>"));
    server = TestServer.of(Config.empty().with(Map.of("databases", Map.of("fixtures", Map.of("tables", tables)))),
        new Cors(true, List.of()), List.of(TestDatabases.fixtures(directory)),
        List.of(TestDatabases.one(directory.resolve("frozen.db"), "solid")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fixtures/infinity.csv?_where=blah", "/fixtures/infinity.csv?_where=blah&_stream=on",
      "/fixtures/infinity.ndjson?_where=blah", "/fixtures/-/query.csv?sql=select+blah",
      "/fixtures/-/query.csv?sql=select+blah&_stream=on&_dl=on"})
  void what_is_wrong_with_rows_is_told_in_a_line_of_text(String path) {
    var reply = server.get(path);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("content-type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(reply.text()).isEqualTo("no such column: blah");
  }

  @ParameterizedTest
  @CsvSource({"300, false", "2000, true"})
  void the_csv_of_a_query_says_when_there_are_more_rows(int rows, String truncated) {
    var reply = server.get("/fixtures/-/query.csv?sql=with+recursive+i(x)+as+(select+1+union+all+select+x%2B1+from+i"
        + "+limit+" + rows + ")+select+x+from+i");

    assertThat(reply.header("datasette-truncated")).isEqualTo(truncated);
    assertThat(reply.header("datasette-max-returned-rows")).isEqualTo("1000");
  }

  @Test
  void json_lines_have_a_space_after_colons_and_commas() {
    assertThat(server.get("/fixtures/binary_data.json?_shape=array&_nl=on").text()).isEqualTo("""
        {"rowid": 1, "data": {"$base64": true, "encoded": "FRwCx60F/g=="}}
        {"rowid": 2, "data": {"$base64": true, "encoded": "cGxhaW4="}}
        {"rowid": 3, "data": null}""");
  }

  @Test
  void a_table_as_csv_has_crlf_quotes_and_links_to_blobs() {
    assertThat(server.get("/fixtures/simple_primary_key.csv?_size=2").text())
        .isEqualTo("id,content\r\n1,hello\r\n2,world\r\n");
    assertThat(server.get("/fixtures/binary_data.csv").text()).isEqualTo("rowid,data\r\n1," + server.address()
        + "/fixtures/binary_data/1.blob?_blob_column=data\r\n2," + server.address()
        + "/fixtures/binary_data/2.blob?_blob_column=data\r\n3,\r\n");
    assertThat(server.get("/fixtures/-/query.csv?sql=select+'a%22b,c'+as+x").text()).isEqualTo("x\r\n\"a\"\"b,c\"\r\n");
    assertThat(server.get("/fixtures/foreign_key_references.csv?_labels=on&_header=off&_size=1").text())
        .isEqualTo("1,1,hello,3,,1\r\n");
  }

  @Test
  void a_stream_gives_every_row_once_and_ends_with_a_mark() {
    assertThat(server.get("/fixtures/sortable.csv?_stream=on&_size=10").text().lines()).hasSize(202);
    assertThat(server.get("/fixtures/paginated_view.csv?_stream=on&_end=on").text()).endsWith(
        "150,- 150 -\r\n# end of data, 150 rows\r\n");
    assertThat(server.get("/fixtures/foreign_key_references.csv?_stream=on&_labels=on&_header=off").text())
        .startsWith("1,1,hello,3,,1\r\n");
    assertThat(server.get("/fixtures/infinity.ndjson?_end=on").text())
        .isEqualTo(
            "{\"rowid\":1,\"value\":null}\n{\"rowid\":2,\"value\":null}\n{\"rowid\":3,\"value\":1.0}\n{\"_end\":{\"rows\":3}}\n");
    assertThat(server.get("/fixtures/-/query.csv?_stream=on&sql=" + "with+recursive+i(x)+as+(select+1+union+all+select"
        + "+x%2B1+from+i+limit+1500)+select+x+from+i").text().lines()).hasSize(1501);
    assertThat(server.get("/fixtures/infinity.csv?_stream=on&_next=1").status()).isEqualTo(400);
    assertThat(server.get("/fixtures/infinity.csv?_stream=on&_sort=nope").status()).isEqualTo(400);
  }

  @Test
  void a_download_is_named_after_its_table() {
    var reply = server.get("/fixtures/infinity.csv?_dl=on");

    assertThat(reply.header("content-type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(reply.header("content-disposition")).isEqualTo("attachment; filename=\"infinity.csv\"");
    assertThat(server.get("/fixtures/infinity.csv").header("content-type")).isEqualTo("text/plain; charset=utf-8");
  }

  @Test
  void a_blob_is_a_download_that_no_browser_takes_for_a_page() {
    var reply = server.get("/fixtures/binary_data/2.blob?_blob_column=data");

    assertThat(reply.text()).isEqualTo("plain");
    assertThat(reply.header("content-type")).isEqualTo("application/binary");
    assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(reply.header("content-disposition")).isEqualTo("attachment; filename=\"binary_data-2-data.blob\"");
    assertThat(server.get("/fixtures/binary_data/2.blob").status()).isEqualTo(400);
    assertThat(server.get("/fixtures/binary_data/2.blob?_blob_column=x").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      /fixtures/                                   | /fixtures
      /fixtures/infinity/?_size=1                  | /fixtures/infinity?_size=1
      /fixtures?sql=select+1                       | /fixtures/-/query?sql=select+1
      /fixtures.json?sql=select+1                  | /fixtures/-/query.json?sql=select+1
      /fixtures/table%2Fwith%2Fslashes.csv         | /fixtures/table~2Fwith~2Fslashes~2Ecsv
      /foo/bar%2Fbaz?id=5                          | /foo/bar~2Fbaz?id=5
      /fixtures/Table%20With%20Space%20In%20Name.json | /fixtures/Table~20With~20Space~20In~20Name.json
      /fixtures/facetable?_sort=pk&_sort_by_desc=on | /fixtures/facetable?_sort_desc=pk
      /fixtures/facetable?_filter_column=pk&_filter_op=gt&_filter_value=1 | /fixtures/facetable?pk__gt=1
      /fixtures/facetable?_filter_column_1=n&_filter_op_1=isnull__1&_filter_value_1= | /fixtures/facetable?n__isnull=1
      """)
  void old_and_clumsy_addresses_lead_to_the_right_page(String from, String to) {
    var reply = server.get(from);

    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("location")).isEqualTo(to);
  }

  @Test
  void a_slash_at_the_end_never_leads_to_another_server() {
    assertThat(server.get("/%2F/evil.example/").header("location")).doesNotStartWith("//");
  }

  @Test
  void methods_that_would_write_are_refused() {
    assertThat(server.send("POST", "/fixtures.json").json().at("/error").asString()).isEqualTo("Method not allowed");
    assertThat(server.send("DELETE", "/fixtures/infinity").status()).isEqualTo(405);
    assertThat(server.send("OPTIONS", "/fixtures.json").text()).isEqualTo("ok");
    assertThat(server.send("HEAD", "/fixtures.json").text()).isEmpty();
  }

  @Test
  void data_says_how_long_it_holds_and_who_may_read_it() {
    var reply = server.get("/fixtures/infinity.json?_size=1");

    assertThat(reply.header("cache-control")).isEqualTo("max-age=5");
    assertThat(reply.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(reply.header("link")).isEqualTo("<" + server.address()
        + "/fixtures/infinity.json?_size=1&_next=1>; rel=\"next\"");
    assertThat(server.get("/fixtures/infinity.json?_ttl=60").header("cache-control")).isEqualTo("max-age=60");
    assertThat(server.get("/fixtures/infinity.json?_ttl=0").header("cache-control")).isEqualTo("no-cache");
    var error = server.get("/fixtures/nope.json");
    assertThat(error.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(error.header("cache-control") + error.header("referrer-policy")).isEmpty();
  }

  @Test
  void only_an_immutable_file_can_be_downloaded() {
    var reply = server.get("/frozen.db");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(server.get("/frozen.db", "If-None-Match", reply.header("etag")).status()).isEqualTo(304);
    assertThat(server.get("/fixtures.db").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_sort=n", "_sort_desc=n", "_sort=nulls", "_sort_desc=nulls", "_sort=untyped",
      "_sort_desc=untyped", "_sort=pk2", "_size=9", "_sort=n&_col=nulls"})
  void paging_gives_every_row_once_in_order(String arguments) {
    var seen = new ArrayList<String>();
    var path = "/fixtures/sortable.json?_size=7&" + arguments;
    for (int page = 0; page < 100; page++) {
      var reply = server.get(path);
      reply.json().path("rows").forEach(r -> seen.add(r.path("pk1").asString() + r.path("pk2").asString()));
      var next = TestServer.next(reply);
      if (next.isEmpty()) {
        break;
      }
      path = next.get().substring(server.address().toString().length());
    }
    var all = new ArrayList<String>();
    server.get("/fixtures/sortable.json?_size=max&" + arguments.replace("_size=9", ""))
        .json()
        .path("rows")
        .forEach(r -> all.add(r.path("pk1").asString() + r.path("pk2").asString()));

    assertThat(seen).hasSize(201).isEqualTo(all);
    assertThat(new HashSet<>(seen)).hasSize(201);
  }

  @Test
  void who_has_the_current_version_is_told_so() {
    var etag = server.get("/fixtures/infinity.json").header("etag");

    assertThat(server.get("/fixtures/infinity.json", "If-None-Match", etag).status()).isEqualTo(304);
    assertThat(server.get("/fixtures/infinity.json?_size=1", "If-None-Match", etag).status()).isEqualTo(200);
    assertThat(server.get("/fixtures/-/query.json?sql=select+random()").header("etag")).isEmpty();
  }

  @Test
  void a_statement_that_was_stopped_can_be_asked_again_with_more_time() {
    var sql = "/fixtures/-/query.json?sql=with+recursive+i(x)+as+(select+1+union+all+select+x%2B1+from+i+limit+300000)"
        + "+select+max(x)+as+m+from+i&_timelimit=";

    assertThat(server.get(sql + "1").status()).isEqualTo(400);
    assertThat(server.get(sql + "1000").json().at("/rows/0/m").asInt()).isEqualTo(300_000);
  }

  @Test
  void a_replaced_file_is_served_with_the_next_answer() throws IOException {
    var file = TestDatabases.one(directory.resolve("swap.db"), "old");
    try (var swapping = TestServer.of(Config.empty(), file)) {
      var before = swapping.get("/swap/t.json");
      Files.move(TestDatabases.one(directory.resolve("new.db"), "new"), file, StandardCopyOption.ATOMIC_MOVE);
      var after = swapping.get("/swap/t.json", "If-None-Match", before.header("etag"));
      Files.writeString(file, "this is no database");
      var damaged = swapping.get("/swap/t.json");
      Files.delete(file);
      var gone = swapping.get("/swap/t.json");

      assertThat(before.json().at("/rows/0/v").asString()).isEqualTo("old");
      assertThat(after.json().at("/rows/0/v").asString()).isEqualTo("new");
      assertThat(damaged.status()).isEqualTo(503);
      assertThat(damaged.json().at("/ok").asBoolean()).isFalse();
      assertThat(gone.status()).isEqualTo(404);
    }
  }

  @Test
  void no_answer_fails_or_mixes_versions_while_files_are_replaced() throws Exception {
    var file = wide(directory.resolve("busy.db"), 0);
    var stop = new AtomicBoolean();
    var wrong = new AtomicInteger();
    var answers = new AtomicInteger();
    try (var busy = TestServer.of(Config.empty(), file); var readers = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        var _ = readers.submit(() -> {
          while (!stop.get()) {
            var reply = busy.get("/busy/t.json?_shape=arrays&_nocache=" + answers.incrementAndGet());
            var values = new HashSet<String>();
            reply.json().path("rows").forEach(r -> values.add(r.path(1).asString()));
            wrong.addAndGet(reply.status() == 200 && values.size() == 1 ? 0 : 1);
          }
        });
      }
      for (int version = 1; version <= 25 || answers.get() <= 50; version++) {
        Files.move(wide(directory.resolve("next.db"), version), file, StandardCopyOption.ATOMIC_MOVE);
        Thread.sleep(20);
      }
      stop.set(true);
    }
    assertThat(wrong).hasValue(0);
    assertThat(answers.get()).isGreaterThan(50);
  }

  private static Path wide(Path file, int version) {
    return TestDatabases.make(file, "CREATE TABLE t (id integer primary key, v text); WITH RECURSIVE i(x) AS "
        + "(SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < 90) INSERT INTO t SELECT x, 'v" + version + "' FROM i;");
  }
}
