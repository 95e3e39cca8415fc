package band.civic.clerk.dist.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FEATURE: what a newcomer gets wrong ends with a clear message, a telling exit code and nothing written.
class WrongTurnsTest {
  @TempDir
  private Path directory;
  private Distribution clerk;

  @BeforeEach
  void unpack() {
    clerk = Distribution.unpackedIn(directory);
  }

  @Test
  void no_site_is_a_usage_error() {
    var result = clerk.clerk("finance", "etl");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--subdomain", "--all", "--next-site");
  }

  @Test
  void an_unknown_site_is_named_and_nothing_is_written() {
    var result = clerk.clerk("finance", "etl", "--subdomain", "nowhere.ca");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("nowhere.ca").doesNotContain("\tat ");
    assertThat(Files.exists(clerk.storage().resolve("nowhere.ca"))).isFalse();
  }

  @Test
  void a_directory_without_netfile_files_is_bad_source_data_and_publishes_nothing() {
    var result = clerk.clerk("finance", "etl", "--subdomain", "berkeley.ca", "--from",
        clerk.home().resolve("bin").toString());

    assertThat(result.exitCode()).isEqualTo(65);
    assertThat(result.err()).contains("bin").doesNotContain("\tat ");
    assertThat(Files.exists(clerk.published("berkeley.ca"))).isFalse();
  }

  @Test
  void a_source_out_of_reach_is_said_and_can_be_tried_again() throws IOException {
    Files.writeString(directory.resolve("clerk.yaml"), """
        netfile:
          sources: connect2
          retries: 0
          connect2:
            base: http://127.0.0.1:9
        """);

    var result = clerk.clerk("finance", "etl", "--subdomain", "berkeley.ca");

    assertThat(result.exitCode()).isEqualTo(75);
    assertThat(result.err()).contains("127.0.0.1").doesNotContain("\tat ");
    assertThat(Files.exists(clerk.published("berkeley.ca"))).isFalse();
  }

  @Test
  void a_dry_run_touches_nothing() {
    var result = clerk.clerk("finance", "etl", "--subdomain", "alameda.ca", "--sample", "--dry-run");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("1  extract", "2  transform", "3  publish", "it never ran");
    assertThat(clerk.storage()).isEmptyDirectory();
  }
}
