package band.civic.clerk.core.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.cli.queue.Counter;
import band.civic.clerk.core.store.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class DeployCommandTest {
  private final TestDatabase database;
  private Path target = Path.of("");
  private Counter counter;

  DeployCommandTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open(@TempDir Path directory) {
    target = directory.resolve("public");
    counter = new Counter(directory, database).set("CLERK_DEPLOY_DIRECTORY_PATH", target.toString());
  }

  @Test
  void what_is_published_is_put_there_with_a_manifest_and_listed() {
    counter.with("a.ca").clerk("money", "etl", "a.ca");

    var printed = counter.clerk("deploy", "a.ca", "--json");

    assertThat(printed.exitCode()).as(printed.err()).isZero();
    assertThat(JsonMapper.shared().readTree(printed.out()).at("/files/0/state").asString()).isEqualTo("published");
    assertThat(target.resolve("a.ca/money/money.db")).hasContent("published");
    assertThat(target.resolve("a.ca/manifest.json")).exists();
    assertThat(target.resolve("sites.db")).exists();
    assertThat(counter.clerk("deploy", "a.ca", "--list").out()).contains("a.ca/money/money.db", "published");
    assertThat(counter.clerk("deploy", "--all").out()).contains("a.ca");
  }

  @Test
  void an_unknown_site_is_an_error_and_nothing_is_put_anywhere() {
    var printed = counter.clerk("deploy", "nope.ca");

    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.err()).contains("There is no site `nope.ca`");
    assertThat(target).doesNotExist();
    assertThat(counter.rows("SELECT count(*) FROM deployments")).containsExactly("0");
  }

  @Test
  void what_cannot_be_deployed_is_told_with_the_next_step() {
    counter.with("a.ca");

    assertThat(counter.clerk("deploy").exitCode()).isEqualTo(2);
    assertThat(counter.clerk("deploy", "a.ca", "--all").exitCode()).isEqualTo(2);
    var empty = counter.clerk("deploy", "a.ca");
    assertThat(empty.exitCode()).isEqualTo(3);
    assertThat(empty.err()).contains("nothing is published", "clerk why a.ca");
    var elsewhere = counter.clerk("deploy", "a.ca", "--target", "moon");
    assertThat(elsewhere.exitCode()).isEqualTo(78);
    assertThat(elsewhere.err()).contains("no deploy target `moon`; there are: directory");
    var back = counter.clerk("deploy", "a.ca", "--rollback");
    assertThat(back.exitCode()).isEqualTo(3);
    assertThat(back.err()).contains("nothing else was deployed to target directory");
    assertThat(target).doesNotExist();
  }
}
