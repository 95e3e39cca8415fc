package band.civic.clerk.core;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.cli.GlobalOptions;
import band.civic.clerk.core.cli.RootCommand.Streams;
import band.civic.clerk.core.config.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

/// `clerk`, typed without plugins.
class RootCommandTest {
  @TempDir
  private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "-h", "help"})
  void help_lists_the_commands_by_section(String word) {
    assertThat(word.isEmpty() ? clerk() : clerk(word)).isZero();

    assertThat(out.toString()).contains("Usage: clerk", "Sites:", "  site ", "Host:", "  plugin ",
        "generate-completion");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void help_names_every_option_that_every_command_takes() {
    clerk("--help");

    assertThat(CommandSpec.forAnnotatedObject(new GlobalOptions()).optionsMap().keySet()).isNotEmpty()
        .allSatisfy(name -> assertThat(out.toString()).contains(name));
  }

  @Test
  void the_version_is_the_builds() {
    assertThat(clerk("--version")).isZero();

    assertThat(out.toString()).matches("clerk \\d+\\.\\d+\\.\\d+\\s+");
  }

  @Test
  void help_can_be_asked_for_any_command_in_either_way() {
    assertThat(clerk("help", "site", "list")).isZero();
    var first = out.toString();
    out.getBuffer().setLength(0);
    clerk("site", "list", "--help");

    assertThat(out.toString()).isEqualTo(first).contains("Usage: clerk site list");
  }

  @Test
  void a_word_that_is_no_command_is_a_usage_error_with_what_was_meant() {
    assertThat(clerk("sites")).isEqualTo(2);

    assertThat(err.toString()).contains("'sites'", "site", "--help");
  }

  @Test
  void a_word_that_is_no_command_of_a_group_is_told_with_those_it_has() {
    assertThat(clerk("site", "lsit", "--json")).isEqualTo(2);

    assertThat(err.toString()).contains("clerk site has no command 'lsit'. It has: ", "list", "`clerk site --help`");
  }

  @Test
  void an_unknown_option_is_a_usage_error() {
    assertThat(clerk("--no-such-thing")).isEqualTo(2);
  }

  @Test
  void a_plugins_directory_that_is_a_file_is_bad_configuration() throws IOException {
    var file = Files.writeString(directory.resolve("plugins"), "");

    assertThat(clerk("--plugins-dir", file.toString(), "finance", "etl")).isEqualTo(78);
    assertThat(err.toString()).contains("directory").doesNotContain("\tat ");
  }

  @Test
  void options_of_every_command_may_stand_before_or_after_it() {
    assertThat(clerk("--storage-dir", directory.resolve("one").toString(), "site", "list")).isZero();
    assertThat(clerk("site", "list", "--storage-dir", directory.resolve("two").toString())).isZero();

    assertThat(directory.resolve("one/civic.db")).exists();
    assertThat(directory.resolve("two/civic.db")).exists();
  }

  @Test
  void quiet_is_heard_before_or_after_a_command() {
    assertThat(clerk("site", "new", "a.ca", "--name", "A", "--state", "CA", "--kind", "city", "--quiet")).isZero();
    assertThat(clerk("-q", "site", "new", "b.ca", "--name", "B", "--state", "CA", "--kind", "city")).isZero();

    assertThat(out.toString()).isEmpty();
  }

  @Test
  void the_completion_script_knows_every_command() {
    assertThat(clerk("generate-completion")).isZero();

    assertThat(out.toString()).contains("_clerk_site_list", "_clerk_job_run");
  }

  @Test
  void jobs_that_nobody_brings_are_told() {
    assertThat(clerk("job", "list")).isZero();
    assertThat(clerk("job", "run", "tidy", "--subdomain", "a.ca")).isEqualTo(2);

    assertThat(out.toString()).contains("No plugin brings a job.");
    assertThat(err.toString()).contains("There is no job \"tidy\"");
  }

  @Test
  void warming_up_leaves_nothing_behind() {
    assertThat(clerk("warm-up")).isZero();

    assertThat(directory).isEmptyDirectory();
  }

  private int clerk(String... words) {
    var streams = new Streams(new PrintWriter(out), new PrintWriter(err));
    return new ClerkApp(streams, new Surroundings(Map.of(), directory, Optional.empty()), Clock.systemUTC()).run(words);
  }
}
