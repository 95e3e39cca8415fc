package band.civic.clerk.core.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.TypedCommands;
import band.civic.clerk.core.store.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCommandsTest {

  @TempDir
  private Path directory;

  @Test
  void an_upgrade_may_be_repeated_and_follows_first_use() {
    var commands = new TypedCommands(directory);

    assertThat(commands.type("db", "current").out()).contains("version none, newest 3");
    assertThat(commands.type("db", "upgrade").out()).contains("installed version 1, 2, 3");
    assertThat(commands.type("db", "upgrade").out()).contains("up to date (version 3)");
    assertThat(commands.type("db", "history").out()).contains("registry", "installed");
    assertThat(commands.type("db", "validate").exitCode()).isZero();

    var used = commands.with("CLERK_STORAGE_DIR", "used");
    assertThat(used.type("site", "list").exitCode()).isZero();
    assertThat(used.type("db", "upgrade").out()).contains("up to date");
  }

  @Test
  void a_schema_that_is_behind_fails_the_validation() {
    var printed = new TypedCommands(directory).type("db", "validate");

    assertThat(printed.exitCode()).isEqualTo(3);
    assertThat(printed.out()).contains("`clerk db upgrade`");
  }

  @Test
  void the_registry_may_be_on_postgresql_and_its_password_is_never_printed() {
    var commands = new TypedCommands(directory).with("CLERK_DATABASE_URL", TestPostgres.newDatabase()
        .replaceFirst("jdbc:postgresql://(.*)\\?user=(.*)&password=(.*)", "postgres://$2:$3@$1"));

    assertThat(
        commands.type("site", "new", "testville.ca", "--name", "T", "--state", "CA", "--kind", "city").exitCode())
        .isZero();
    assertThat(commands.type("site", "list").out()).contains("testville.ca");
    for (var typed : new String[]{"db current", "db history", "db validate", "config show", "config show --json",
        "doctor"}) {
      var printed = commands.type(typed.split(" "));
      assertThat(printed.out() + printed.err()).doesNotContain("s3cret").isNotBlank();
    }
    assertThat(directory.resolve("storage")).doesNotExist();
  }

  @Test
  void a_registry_that_is_down_is_told_in_one_line_with_exit_code_75() {
    var commands = new TypedCommands(directory).with("CLERK_DATABASE_URL", "postgres://ann:hunter2@localhost:1/civic");

    var printed = commands.type("site", "list");

    assertThat(printed.exitCode()).isEqualTo(75);
    assertThat(printed.err()).contains("does not answer").doesNotContain("hunter2", "\tat ", "bug").hasLineCount(1);
  }

  @Test
  void a_registry_that_is_no_database_is_told_with_exit_code_78() throws IOException {
    Files.writeString(Files.createDirectory(directory.resolve("storage")).resolve("civic.db"), "letter".repeat(500));

    var printed = new TypedCommands(directory).type("site", "list");

    assertThat(printed.exitCode()).isEqualTo(78);
    assertThat(printed.err()).contains("not a SQLite database").doesNotContain("\tat ", "bug");
  }

  @Test
  void settings_are_shown_with_their_origin_and_secrets_masked() throws IOException {
    Files.writeString(directory.resolve("clerk.yaml"), "netfile:\n  page-size: 500\n");
    var commands = new TypedCommands(directory).with("CLERK_FEC_API_KEY", "s3cret").with("STORAGE_DIR", "data");

    assertThat(commands.type("config", "show").out())
        .containsSubsequence("storage-dir", "data", "environment STORAGE_DIR")
        .containsPattern("fec\\.api-key +\\*+ +environment CLERK_FEC_API_KEY")
        .containsPattern("netfile\\.page-size +500 +clerk\\.yaml:2")
        .doesNotContain("s3cret");
    assertThat(commands.type("config", "show", "--json").out()).contains("\"origin\": \"clerk.yaml:2\"")
        .doesNotContain("s3cret");
    assertThat(commands.type("config", "show", "--storage-dir", "flagged").out()).contains("flag --storage-dir");
  }

  @Test
  void a_mistake_in_the_settings_file_is_told_with_its_line() throws IOException {
    Files.writeString(directory.resolve("clerk.yaml"), "plugins-dir: p\nstorage: x\n");

    var printed = new TypedCommands(directory).type("site", "list");

    assertThat(printed.exitCode()).isEqualTo(78);
    assertThat(printed.err()).contains("clerk.yaml:2: unknown setting `storage`");
  }
}
