package band.civic.clerk.dist.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Documents that cannot rot: what they point to is there, and what the README says first works (SampleEtlTest).
class LinksTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#{\\s]+)[)#]");

  @Test
  void every_link_between_documents_leads_to_a_file() throws IOException {
    var broken = documents().flatMap(document -> links(document)
        .filter(link -> !Files.exists(document.resolveSibling(link)))
        .map(link -> ROOT.relativize(document) + " -> " + link)).toList();

    assertThat(broken).isEmpty();
  }

  @Test
  void the_readme_gives_exactly_two_commands_to_set_up_and_the_second_is_what_the_build_server_runs()
      throws IOException {
    var setUp = Files.readString(ROOT.resolve("README.md")).split("## Then")[0];
    var commands = setUp.lines().filter(line -> line.startsWith("    ")).map(String::strip).toList();

    assertThat(commands).containsExactly("./clerk finance etl --subdomain alameda.ca --sample", "mvn -B verify");
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("mvn -B -ntp verify");
  }

  private static Stream<Path> documents() throws IOException {
    try (var top = Files.list(ROOT);
        var docs = Files.walk(ROOT.resolve("docs"));
        var examples = Files.walk(ROOT.resolve("examples"))) {
      return List.of(top.toList(), docs.toList(), examples.toList())
          .stream()
          .flatMap(List::stream)
          .filter(file -> file.toString().endsWith(".md"))
          .toList()
          .stream();
    }
  }

  private static Stream<String> links(Path document) {
    try {
      return LINK.matcher(Files.readString(document)).results().map(match -> match.group(1)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
