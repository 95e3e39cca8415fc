package band.civic.clerk.core.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.TypedCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  @TempDir
  private Path directory;

  @Test
  void a_fresh_directory_only_lacks_plugins_and_nothing_is_made_in_it() throws IOException {
    Files.createDirectories(directory.resolve("site-config/sites"));

    var printed = new TypedCommands(directory).type("doctor");

    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.out()).contains("will be made on first use", "ok       registry     none yet",
        "warning  plugins      there are none", "full-text search", "It works, with warnings.");
    assertThat(directory).isDirectoryContaining("glob:**/site-config").isDirectoryNotContaining("glob:**/storage");
  }

  @Test
  void what_is_broken_is_named_with_the_fix() throws IOException {
    Files.writeString(Files.createDirectories(directory.resolve("plugins")).resolve("bad.jar"), "no jar");
    Files.writeString(Files.createDirectories(directory.resolve("site-config/sites")).resolve("x.ca.yaml"),
        "subdomain: y.ca\nname: X\nstate: CA\ncountry: US\nkind: city\n");
    Files.writeString(Files.createDirectories(directory.resolve("storage")).resolve("civic.db"), "letter".repeat(500));
    var left = Files.writeString(Files.createDirectories(directory.resolve("storage/x.ca/finance"))
        .resolve(".election_finance.db.building"), "");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(3600)));

    var printed = new TypedCommands(directory).type("doctor");

    assertThat(printed.exitCode()).isEqualTo(2);
    assertThat(printed.out()).contains("bad.jar", "x.ca.yaml:1: subdomain `y.ca` must be the name of the file",
        "not a SQLite database", "1 temporary files: x.ca/finance/.election_finance.db.building", "must be put right");
    assertThat(new TypedCommands(directory).type("doctor", "--json").out()).contains("\"status\": \"error\"");
  }

  @Test
  void a_settings_file_that_is_wrong_is_a_finding() throws IOException {
    Files.writeString(directory.resolve("clerk.yaml"), "nonsense: 1\n");

    var printed = new TypedCommands(directory).type("doctor");

    assertThat(printed.exitCode()).isEqualTo(2);
    assertThat(printed.out()).contains("error    settings", "clerk.yaml:1: unknown setting `nonsense`");
  }

  @Test
  void a_setting_that_no_plugin_reads_is_a_finding_and_stops_what_needs_plugins() throws IOException {
    Files.writeString(directory.resolve("clerk.yaml"), "netfle:\n  pause-ms: 1\n");
    var commands = new TypedCommands(directory);

    assertThat(commands.type("doctor").out()).contains("error    settings",
        "clerk.yaml:2: unknown setting `netfle.pause-ms`");
    assertThat(commands.type("finance", "etl")).satisfies(printed -> {
      assertThat(printed.exitCode()).isEqualTo(78);
      assertThat(printed.err()).contains("clerk.yaml:2: unknown setting `netfle.pause-ms`");
    });
  }

  @Test
  void a_storage_path_that_is_a_file_is_told() throws IOException {
    Files.writeString(directory.resolve("storage"), "");

    assertThat(new TypedCommands(directory).type("doctor").out()).contains("error    storage");
  }

  @Test
  void what_runs_by_itself_is_looked_at_and_settings_that_are_not_complete_are_named() throws IOException {
    Files.writeString(directory.resolve("clerk.yaml"),
        "smtp:\n  host: mail.example.org\nhttp:\n  address: 0.0.0.0:8900\n");
    var commands = new TypedCommands(directory);
    commands.type("site", "new", "alameda.ca", "--name", "Alameda", "--state", "CA", "--kind", "city");

    assertThat(commands.type("doctor").out()).contains("error    mail         smtp.host is set but smtp.to is not",
        "error    page         http.address 0.0.0.0:8900 can be reached from other machines",
        "ok       workers      none runs", "ok       scheduler    none runs");
  }
}
