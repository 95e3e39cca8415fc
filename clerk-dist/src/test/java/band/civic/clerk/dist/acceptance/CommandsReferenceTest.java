package band.civic.clerk.dist.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.ClerkApp;
import band.civic.clerk.core.cli.RootCommand.Streams;
import band.civic.clerk.core.config.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE: the reference of commands is what the commands say of themselves. `mvn verify -Dclerk.regen=true` (in the
/// argLine) writes it anew.
class CommandsReferenceTest {
  private static final Path REFERENCE = Path.of("../docs/reference/commands.md");
  private static final Pattern SUBCOMMAND = Pattern.compile("^  ([a-z][a-z-]*) {2,}\\S");

  @TempDir
  private Path directory;

  @Test
  void every_command_stands_in_the_reference_as_its_help_shows_it() throws IOException {
    var home = Distribution.unpackedIn(directory).home();
    var surroundings = new Surroundings(Map.of("XDG_CACHE_HOME", directory.toString()), directory, Optional.of(home));
    var reference = new StringBuilder("# Commands\n\nGenerated from `--help`; a test keeps it true. Options that every "
        + "command takes are shown once, at the top.\n");

    append(reference, surroundings, List.of());

    if (Boolean.getBoolean("clerk.regen")) {
      Files.writeString(REFERENCE, reference);
    }
    assertThat(Files.readString(REFERENCE)).isEqualTo(reference.toString());
  }

  private static void append(StringBuilder reference, Surroundings surroundings, List<String> path) {
    var help = help(surroundings, path);
    reference.append("\n## clerk")
        .append(path.isEmpty() ? "" : " " + String.join(" ", path))
        .append("\n\n```\n")
        .append(help.strip())
        .append("\n```\n");
    for (var subcommand : subcommands(help)) {
      var deeper = new ArrayList<>(path);
      deeper.add(subcommand);
      append(reference, surroundings, deeper);
    }
  }

  private static String help(Surroundings surroundings, List<String> path) {
    var out = new StringWriter();
    var words = new ArrayList<>(path);
    words.add("--help");
    var streams = new Streams(new PrintWriter(out), new PrintWriter(out));
    assertThat(new ClerkApp(streams, surroundings, Clock.systemUTC()).run(words.toArray(String[]::new))).isZero();
    return path.isEmpty() ? out.toString() : withoutCommonOptions(out.toString());
  }

  private static List<String> subcommands(String help) {
    var afterOptions = help.lines().dropWhile(line -> !line.matches("(Commands|[A-Z][A-Za-z ()]*):")).toList();
    return afterOptions.stream()
        .map(SUBCOMMAND::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> matcher.group(1))
        .toList();
  }

  private static String withoutCommonOptions(String help) {
    var common = Pattern.compile("(?m)^ {2,6}(-h, --help|-q, --quiet|-v, --verbose|-V, --version|--config-file=|"
        + "--plugins-dir=|--site-config-dir=|--storage-dir=).*\n( {20,}.*\n)?");
    return common.matcher(help).replaceAll("");
  }
}
