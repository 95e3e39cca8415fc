package band.civic.clerk.core.deploy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.ClerkException.SourceUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTargetTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @TempDir
  private Path directory;

  @Test
  void the_program_finds_the_files_and_what_they_are() throws IOException {
    var target = target("cp -r \"$2\"/. \"$1\" && echo \"$CLERK_DEPLOY_SUBDOMAIN $CLERK_DEPLOY_VERSION\" > \"$1/told\""
        + " && cp \"$CLERK_DEPLOY_MANIFEST\" \"$1/manifest\"");
    var goods = new Goods(directory.resolve("staging")).with("a.ca/finance/money.db", "money")
        .with("a.ca/manifest.json", "{}")
        .to("a.ca");

    target.deploy(goods);

    assertThat(web().resolve("a.ca/finance/money.db")).hasContent("money");
    assertThat(web().resolve("told")).hasContent("a.ca " + goods.version());
    assertThat(web().resolve("manifest")).hasContent("{}");
  }

  @Test
  void a_program_that_fails_is_told_with_its_last_words() throws IOException {
    var target = target("echo copying; echo no route to host >&2; exit 9");
    var goods = new Goods(directory.resolve("staging")).with("a.ca/m.json", "{}").to("a.ca");

    assertThatThrownBy(() -> target.deploy(goods)).isInstanceOf(SourceUnavailable.class)
        .hasMessageContaining("ended with 9")
        .hasMessageContaining("copying | no route to host");
  }

  @Test
  void a_program_that_hangs_is_stopped() throws IOException {
    var target = new CommandTarget(List.of("sleep", "60"), Duration.ofMillis(200));
    var goods = new Goods(directory.resolve("staging")).with("60", "").to("a.ca");

    assertThatThrownBy(() -> target.deploy(goods)).isInstanceOf(SourceUnavailable.class);
  }

  @Test
  void a_program_that_is_not_there_is_a_matter_of_configuration() throws IOException {
    var target = new CommandTarget(List.of("/no/such/program"), TIMEOUT);
    var goods = new Goods(directory.resolve("staging")).with("a.ca/m.json", "{}").to("a.ca");

    assertThatThrownBy(() -> target.deploy(goods)).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("deploy.command.program");
  }

  private CommandTarget target(String script) throws IOException {
    Files.createDirectories(web());
    return new CommandTarget(List.of("sh", "-c", script, "deploy", web().toString()), TIMEOUT);
  }

  private Path web() {
    return directory.resolve("web");
  }
}
