package band.civic.corkboard;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.corkboard.config.Config;
import band.civic.corkboard.guard.Cors;
import band.civic.corkboard.http.Answer;
import band.civic.corkboard.http.Answer.Body;
import band.civic.corkboard.http.Args;
import band.civic.corkboard.http.Call;
import band.civic.corkboard.http.Failure;
import band.civic.corkboard.route.FileInstance;
import band.civic.corkboard.route.Front;
import band.civic.corkboard.sqlite.OpenFiles;
import band.civic.corkboard.sqlite.SqlGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Addresses and statements that are nearly right. Short here; for long, with a seed of one's own:
///
///     mvn -pl corkboard-plugin -am test -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
///       -Dfuzz.seconds=600 -Dfuzz.seed=7
class FuzzTest {
  private static final long SECONDS = Long.getLong("fuzz.seconds", 2);
  private static final long SEED = Long.getLong("fuzz.seed", 20_260_101);

  @TempDir
  Path directory = Path.of("");

  @Test
  void no_address_breaks_the_server_or_changes_the_file() throws IOException {
    var file = TestDatabases.fixtures(directory);
    var before = Files.readAllBytes(file);
    var queries = Map.of("by_state", "select state, count(*) from facetable where state = :state group by 1");
    var config = Config.empty()
        .with(Map.of("databases", Map.of("fixtures", Map.of("queries", queries))))
        .withOption("sql_time_limit_ms", "60")
        .withOption("max_csv_mb", "1");
    try (var files = new OpenFiles(5)) {
      var front = new Front(files, TestServer.options(), Cors.none());
      var instance = FileInstance.of(List.of(file), List.of(), config);
      var fuzz = new Fuzz(SEED);
      for (long end = end(); System.nanoTime() < end;) {
        var address = fuzz.address();
        var answer = answer(front, instance, address);
        assertThat(answer.status()).as(address).isBetween(200, 499);
        assertThat(drained(answer)).as(address).doesNotContain("root:x:0");
      }
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(directory.toFile().list()).containsExactly("fixtures.db");
  }

  private static Answer answer(Front front, FileInstance instance, String address) {
    int mark = address.indexOf('?');
    var caller = new Call.Caller("127.0.0.1", _ -> Optional.empty());
    try {
      var args = Args.parse(address.substring(mark + 1));
      return front.answer(instance,
          new Call("GET", address.substring(0, mark), "", args, "http://localhost", caller));
    } catch (Failure refused) {
      return Answer.text(Answer.TEXT, "").withStatus(refused.status());
    }
  }

  /// The answer's text; a stream may end with an exception, as long as it is one that means the reader or the data.
  private static String drained(Answer answer) throws IOException {
    return switch (answer.body()) {
      case Body.Bytes bytes -> new String(bytes.bytes(), java.nio.charset.StandardCharsets.UTF_8);
      case Body.Stream stream -> {
        try {
          stream.source().writeTo(OutputStream.nullOutputStream());
        } catch (Failure | IOException | band.civic.corkboard.sqlite.SqlFailure told) {
          yield "cut";
        }
        yield "";
      }
      default -> "";
    };
  }

  /// The connection that serves is read-only besides; here the guard stands alone before a file that could be written.
  @Test
  void what_the_guard_lets_through_changes_nothing_even_where_it_could() throws SQLException {
    var file = TestDatabases.fixtures(directory);
    var fuzz = new Fuzz(SEED + 1);
    int ran = 0;
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      var before = state(statement);
      for (long end = end(); System.nanoTime() < end;) {
        var sql = fuzz.sql();
        ran += runs(statement, sql) ? 1 : 0;
        assertThat(state(statement)).as(sql).isEqualTo(before);
      }
    }
    assertThat(ran).isPositive();
    assertThat(Path.of("/tmp/fuzz-evil.db")).doesNotExist();
    assertThat(Path.of("/tmp/fuzz-evil")).doesNotExist();
  }

  private static boolean runs(Statement statement, String sql) {
    try {
      SqlGuard.check(sql);
    } catch (Failure refused) {
      return false;
    }
    try (var rows = statement.executeQuery(sql)) {
      for (int i = 0; i < 50 && rows.next(); i++) {
        var _ = rows.getObject(1);
      }
      return true;
    } catch (SQLException wrong) {
      return false;
    }
  }

  private static String state(Statement statement) throws SQLException {
    try (var rows = statement.executeQuery("select total_changes() || ',' || (select count(*) || group_concat(name) "
        + "from sqlite_master) || (select count(*) from pragma_database_list)")) {
      return rows.getString(1);
    }
  }

  private static long end() {
    return System.nanoTime() + SECONDS * 1_000_000_000L;
  }
}
