package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.corkboard.config.Config;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests that no honest client sends, written to the socket as they are.
@TestInstance(Lifecycle.PER_CLASS)
class HostileRequestsTest {
  @TempDir
  static Path directory = Path.of("");
  private static TestServer server;
  private static byte[] before;

  @BeforeAll
  static void start() throws IOException {
    var file = TestDatabases.fixtures(directory);
    before = Files.readAllBytes(file);
    server = TestServer.of(Config.empty(), file);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    assertThat(Files.readAllBytes(directory.resolve("fixtures.db"))).isEqualTo(before);
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(1);
    }
  }

  static Stream<String> paths() {
    var sql = Stream.of("insert into html values (9, 'x')", "attach '/etc/passwd' as p", "pragma writable_schema=1",
        "select load_extension('/tmp/x.so')", "select readfile('/etc/passwd')", "select writefile('/tmp/x', 'x')",
        "vacuum into '/tmp/x.db'", "with a as (select 1) delete from html", "select 1; drop table html",
        "explain delete from html", "create temp table x(a)", "select * from pragma_journal_mode", "begin", "",
        "select zeroblob(2000000000)", "select replace(hex(zeroblob(30000000)), '0', 'aaaaaaaaaa')",
        "select printf('%.*c', 900000000, 'x')", "select fts3_tokenizer('simple')", "select :_header_cookie",
        "select ?", "select ?9", "select $a, @b, :c", "select '", "select /* ", "\u0000", "select\u0000 1",
        "values (1)", "select " + "(".repeat(2000) + "1" + ")".repeat(2000), "select " + "1,".repeat(5000) + "1")
        .map(s -> "/fixtures/-/query.json?sql=" + java.net.URLEncoder.encode(s, StandardCharsets.UTF_8));
    var paths = Stream.of("/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
        "/-/static/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/-/static/../../../etc/passwd", "/fixtures/..%2f..%2fetc%2fpasswd", "/fixtures.db", "//evil.example/",
        "/%0d%0aX:%201",
        "/fixtures/html?_sort=%0d%0aSet-Cookie:x", "/fixtures/html.csv?_dl=%0d%0aX:1", "/~", "/~/~~", "/fixtures/~ZZ",
        "/fixtures/%", "/fixtures/html/%00", "/fixtures/html.json?_size=99999999999",
        "/fixtures/html.json?_next=" + "9".repeat(5000),
        "/fixtures/html.json?_next=$x", "/fixtures/html.json?_next=$xzz&_sort=payload",
        "/fixtures/html.json?_next=$n--&_sort=payload",
        "/fixtures/html.json?_where=1)%20union%20select%20(1", "/fixtures/html.json?_where=1;drop%20table%20html",
        "/fixtures/html.json?_where=1--", "/fixtures/html.json?_where=1/*", "/fixtures/html.json?_where='",
        "/fixtures/html.json?_fts_table=nope&_search=x", "/fixtures/html.json?_fts_pk=nope&_fts_table=html&_search=x",
        "/fixtures/html.json?_through=[]", "/fixtures/html.json?_through=%7B%22table%22:1%7D",
        "/fixtures/html.json?_extra=%22",
        "/fixtures/html.json?_facet=%22;drop", "/fixtures/html.json?_facet=%7B%22column%22:5%7D",
        "/fixtures/html.json?_facet_size=-5&_facet=id",
        "/fixtures/html.json?_timelimit=-5", "/fixtures/html.json?_ttl=99999999999", "/fixtures/html.json?_ttl=-1",
        "/fixtures/html.json?" + "_facet=id&".repeat(900), "/fixtures/html.json?" + "a=1&".repeat(3000),
        "/fixtures/html.json?id__in=" + "1,".repeat(9000), "/fixtures/html?_search=" + "x".repeat(20000),
        "/fixtures/html.json?id__in=[[[[[[[[", "/fixtures/html.json?id__in=" + "[".repeat(5000),
        "/fixtures/html/1.blob?_blob_column=payload",
        "/fixtures/html.json?%22%22%22=1", "/fixtures/html.json?__exact=1", "/fixtures/html.json?__=1",
        "/fixtures/html.json?%00=1",
        "/-/search?q=%22%22%22", "/-/search?q=*", "/-/search?q=NEAR(",
        "/fixtures/-/query.csv?sql=select%201&_stream=on",
        "/fixtures/html/-/chart.svg?_facet=" + "x".repeat(3000), "/fixtures/html/-/autocomplete?q=%25%25_",
        "/-/sites/x/", "/-/-/-/-/-/");
    return Stream.concat(sql, paths);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void no_request_breaks_the_server_or_gets_a_file(String path) throws IOException {
    var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
    assertThat(answer).doesNotContain("root:x:0");
    assertThat(answer.split("\r\n\r\n", 2)[0]).doesNotContain("Set-Cookie", "\r\nX:");
  }

  @Test
  void broken_requests_are_answered_or_cut() throws IOException {
    for (var request : Arrays.asList("GET / HTTP/1.1\r\n\r\n", "GARBAGE\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: <x>\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(100_000) + "\r\n\r\n")) {
      assertThat(raw(request)).doesNotContain("HTTP/1.1 500");
    }
    assertThat(server.get("/fixtures/html.json").status()).isEqualTo(200);
  }

  @Test
  void ten_thousand_facets_and_a_giant_parameter_are_refused_at_once() throws IOException {
    long start = System.nanoTime();
    var facets = raw("GET /fixtures/html.json?" + "_facet=a&".repeat(6_000) + " HTTP/1.1\r\nHost: x\r\n"
        + "Connection: close\r\n\r\n");
    var giant = raw("GET /fixtures/html.json?_search=" + "a".repeat(1 << 20) + " HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(facets).startsWith("HTTP/1.1 400");
    assertThat(giant).satisfiesAnyOf(g -> assertThat(g).startsWith("HTTP/1.1 4"),
        g -> assertThat(g).isIn("cut", ""));
    assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
  }

  @Test
  void clients_that_send_a_letter_at_a_time_keep_nobody_waiting() throws IOException {
    var slow = new ArrayList<Socket>();
    for (int i = 0; i < 300; i++) {
      var socket = new Socket(server.address().getHost(), server.address().getPort());
      socket.getOutputStream().write("GET /fixtures/html.json HTT".getBytes(StandardCharsets.ISO_8859_1));
      slow.add(socket);
    }
    try {
      assertThat(server.get("/fixtures/html.json?_n=1").status()).isEqualTo(200);
    } finally {
      for (var socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void a_large_export_to_a_reader_who_leaves_takes_no_memory() throws IOException {
    var runtime = Runtime.getRuntime();
    runtime.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    var sql = "with+recursive+i(x)+as+(select+1+union+all+select+x%2B1+from+i+limit+200000)"
        + "+select+hex(zeroblob(200))+from+i";
    for (int i = 0; i < 3; i++) {
      assertThat(raw("GET /fixtures/-/query.csv?_stream=on&sql=" + sql + " HTTP/1.1\r\nHost: x\r\n\r\n"))
          .startsWith("HTTP/1.1 200");
    }
    assertThat(LongStream.generate(() -> {
      runtime.gc();
      return runtime.totalMemory() - runtime.freeMemory() - before;
    }).limit(20).anyMatch(more -> more < 40L << 20)).as("what was exported is let go").isTrue();
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket(server.address().getHost(), server.address().getPort())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readNBytes(200_000), StandardCharsets.UTF_8);
    } catch (java.net.SocketException | java.net.SocketTimeoutException cut) {
      return "cut";
    }
  }
}
