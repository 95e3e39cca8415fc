package band.civic.fec.command;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.fec.FecSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheCommandTest {
  @TempDir
  private Path directory = Path.of("");

  @Test
  void answers_that_were_kept_are_forgotten_and_counted() throws Exception {
    var host = new LiveHost(directory, FecSite.nation(directory));
    assertThat(host.json(new CacheCommand(host), "clear", "--json").path("forgotten").intValue()).isZero();
    var work = Files.createDirectories(directory.resolve("us/fec/work"));
    host.json(new CacheCommand(host), "clear", "--json");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + work.resolve("openfec-cache.db"));
        var statement = connection.createStatement()) {
      statement.execute("INSERT INTO answers VALUES ('https://one', '', '', '2026', '2027', x'00'), "
          + "('https://two', '', '', '2026', '2027', x'00')");
    }

    assertThat(host.json(new CacheCommand(host), "clear", "--json").path("forgotten").intValue()).isEqualTo(2);
    assertThat(host.json(new CacheCommand(host), "clear", "--json").path("forgotten").intValue()).isZero();
  }
}
