package band.civic.clerk.dist.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE: a third party's jar, dropped into `plugins/`, brings its commands.
class HelloPluginTest {
  @TempDir
  private Path directory;

  @Test
  void the_tutorials_plugin_works_when_its_jar_is_dropped_in() throws IOException {
    var clerk = Distribution.unpackedIn(directory);
    assertThat(clerk.clerk("--help").out()).doesNotContain("hello");

    Files.copy(jar(), clerk.home().resolve("plugins/hello-plugin.jar"));

    assertThat(clerk.clerk("--help").out()).containsOnlyOnce("  hello").contains("  finance");
    assertThat(clerk.clerk("hello", "greet", "Ada").out()).contains("Ada");
    var run = clerk.clerk("hello", "etl", "--subdomain", "berkeley.ca");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(clerk.clerk("plugin", "list").out()).contains("hello", "election-finance", "fec", "corkboard");
  }

  @Test
  void a_corrupt_jar_beside_the_good_ones_is_named_and_changes_nothing_else() throws IOException {
    var clerk = Distribution.unpackedIn(directory);
    Files.writeString(clerk.home().resolve("plugins/broken.jar"), "not a jar");

    var list = clerk.clerk("plugin", "list");

    assertThat(list.out() + list.err()).contains("broken.jar");
    assertThat(clerk.clerk("finance", "etl", "--help").exitCode()).isZero();
  }

  private static Path jar() throws IOException {
    try (var files = Files.list(Path.of("../examples/hello-plugin/target"))) {
      return files.filter(file -> file.getFileName().toString().matches("hello-plugin-[0-9.]+\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
