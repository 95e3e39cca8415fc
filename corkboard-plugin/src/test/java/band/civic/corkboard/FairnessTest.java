package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.corkboard.config.Config;
import band.civic.corkboard.guard.Cors;
import band.civic.corkboard.guard.Lanes;
import band.civic.corkboard.route.DatabaseFile;
import band.civic.corkboard.route.Front;
import band.civic.corkboard.route.Instance;
import band.civic.corkboard.sqlite.FileOptions;
import band.civic.corkboard.sqlite.OpenFiles;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One city's crowd keeps nobody else waiting.
class FairnessTest {
  private static final String SLOW = "/crowded/data/-/query.json?sql=with+recursive+i(x)+as+(select+1+union+all+"
      + "select+x%2B1+from+i)+select+max(x)+from+i&n=";

  @TempDir
  Path directory = Path.of("");
  private TestServer server = TestServer.of(_ -> {
    throw new IllegalStateException();
  });

  private record City(String name, Config config, List<DatabaseFile> databases) implements Instance {}

  @BeforeEach
  void start() {
    server.close();
    var options = new FileOptions(false, 2, 0, 3_000);
    var front = new Front(new OpenFiles(10), options, Cors.none(), new Lanes(2, 6, 3_000));
    var config = Config.empty().withOption("sql_time_limit_ms", "250");
    var crowded = new City("crowded", config, List.of(database("crowded")));
    var quiet = new City("quiet", config, List.of(database("quiet")));
    server = TestServer.of(call -> call.path().startsWith("/crowded/")
        ? front.answer(crowded, call.withBase("/crowded", call.path().substring(8)))
        : front.answer(quiet, call.withBase("/quiet", call.path().substring(6))));
  }

  private DatabaseFile database(String city) {
    var file = TestDatabases.make(directory.resolve(city + ".db"), """
        CREATE TABLE t (id integer primary key, v text);
        WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < 40000)
        INSERT INTO t SELECT x, hex(zeroblob(500)) FROM i;""");
    return new DatabaseFile("data", file, file.toString(), false);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_crowd_at_one_site_is_cut_and_the_neighbour_answers_at_once() throws Exception {
    try (var pool = Executors.newFixedThreadPool(24)) {
      var crowd = new ArrayList<Future<TestServer.Reply>>();
      for (int i = 0; i < 24; i++) {
        var path = SLOW + i;
        crowd.add(pool.submit(() -> server.get(path)));
      }
      Thread.sleep(100);
      long start = System.nanoTime();
      assertThat(server.get("/quiet/data/t/1.json").status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));

      var statuses = new ArrayList<Integer>();
      for (var one : crowd) {
        var reply = one.get();
        statuses.add(reply.status());
        if (reply.status() == 503) {
          assertThat(reply.header("retry-after")).isEqualTo("1");
        }
      }
      assertThat(statuses).containsOnly(400, 503).contains(400, 503);
    }
    assertThat(server.get("/crowded/data/t/1.json").status()).isEqualTo(200);
  }

  @Test
  void readers_who_take_their_time_over_a_stream_keep_no_row_page_waiting() throws Exception {
    var slow = new ArrayList<Socket>();
    for (int i = 0; i < 5; i++) {
      var socket = new Socket(server.address().getHost(), server.address().getPort());
      socket.setReceiveBufferSize(4_096);
      socket.getOutputStream()
          .write("GET /crowded/data/t.csv?_stream=on HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      slow.add(socket);
    }
    Thread.sleep(300);

    assertThat(server.get("/crowded/data/t/7.json").status()).isEqualTo(200);
    assertThat(server.get("/quiet/data/t.csv?_stream=on").text().lines()).hasSize(40_001);
    var refused = new String(slow.getLast().getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    assertThat(List.of("HTTP/1.1 503", "HTTP/1.1 200")).contains(refused);
    for (var socket : slow) {
      socket.close();
    }
  }
}
