package band.civic.electionfinance.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.testkit.netfile.FakeNetFile;
import band.civic.clerk.testkit.netfile.Fault;
import band.civic.electionfinance.load.LoadTask;
import band.civic.electionfinance.transform.TransformTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From a door of NetFile to the published database.
class ThroughThePipelineTest {
  private static final int ROWS = 120;

  @TempDir
  Path directory;
  private final FakeNetFile netFile = FakeNetFile.start();
  private ExtractRun run = new ExtractRun(Path.of("."), new TestTime());

  @BeforeEach
  void start() {
    netFile.workbook("BRK", 2018, Synthetic.workbook(2018, ROWS))
        .rows("transactions", "BRK", 2018, Synthetic.transactions(2018, 0, ROWS))
        .rows("summary", "BRK", 2018, Synthetic.summary(12))
        .rows("filers", "BRK", Synthetic.filers())
        .rows("filings", "BRK", Synthetic.filings(1000, 24));
    run = new ExtractRun(directory, new TestTime()).agency(1, "BRK", "")
        .settings(netFile.settings())
        .option("years",
            "2018");
  }

  @AfterEach
  void stop() {
    netFile.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"workbook", "connect2", "connect2-csv"})
  void every_contribution_is_published_once(String way) throws SQLException {
    run.settings(Map.of("netfile.sources", way.replace("-csv", ""), "netfile.connect2.format", way.endsWith("-csv")
        ? "csv"
        : "json"));
    everyTask();
    assertThat(query("SELECT count(*), sum(amount_cents) FROM transactions WHERE kind = 'contribution'"))
        .containsExactly((long) ROWS, ROWS * 100_00L);
    assertThat(query("SELECT count(*), sum(length(sha256) = 64) FROM sources WHERE origin = 'live'")).satisfies(
        sums -> assertThat(sums.getFirst()).isEqualTo(sums.getLast()).isPositive());
  }

  @Test
  void a_lasting_failure_leaves_the_published_database_as_it_was() throws Exception {
    everyTask();
    var before = Files.readAllBytes(run.workspace().publishedFile());
    netFile.misbehave("/pub2/", 999, Fault.page("Sorry"))
        .misbehave("/Connect2/", 999, Fault.sqlException())
        .misbehave("/api/", 999, Fault.status(500));
    assertThatThrownBy(this::everyTask).isInstanceOf(ClerkException.class);
    assertThat(Files.readAllBytes(run.workspace().publishedFile())).isEqualTo(before);
  }

  @Test
  void what_did_not_change_is_not_transformed_again() {
    everyTask();
    assertThat(run.run().changedAnything()).isFalse();
  }

  private void everyTask() {
    run.run();
    TransformTask.create("extract").run(run);
    LoadTask.create("transform").run(run);
  }

  private List<Long> query(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + run.workspace().publishedFile());
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return List.of(row.getLong(1), row.getLong(2));
    }
  }
}
