package band.civic.fec.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.TaskReport;
import band.civic.fec.FecSite;
import band.civic.fec.FileServer;
import band.civic.fec.Lines;
import band.civic.fec.bulkfile.Download;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkDownloadTest {
  private static final String PATH = "/2026/indiv26.zip";

  @TempDir
  private Path directory = Path.of("");

  private final FileServer server = new FileServer();
  private FecSite nation = FecSite.nation(directory);
  private byte[] first = {};

  @BeforeEach
  void open() throws IOException {
    nation = FecSite.nation(directory.resolve("storage")).setting("fec.bulk-base", server.base());
    first = zip("one", Lines.gift("4010120250000000001", "C97000001", "15", "10"));
    server.put(PATH, first);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_file_is_downloaded_and_taken_in_and_not_downloaded_again() {
    assertThat(download().changed()).isEqualTo(1);
    nation.run("bulk-ingest", Map.of("cycle", "2026"));

    assertThat(download().changed()).isZero();
    assertThat(server.seen()).containsExactly(PATH + " 200", PATH + " 304");
    assertThat(nation.bronze("SELECT status, received > 0, length(sha256) FROM downloads")).containsExactly(
        "downloaded 1 64", "unchanged 0 64");
    assertThat(nation.bronze("SELECT kind, cycle, status, length(sha256) FROM fec_source_file")).containsExactly(
        "indiv 2026 unchanged 64");
    assertThat(nation.bronze("SELECT origin, new FROM ingests")).containsExactly("indiv26.zip!itcont.txt 1");
  }

  @Test
  void a_download_that_was_cut_goes_on_where_it_ended() throws IOException {
    server.cut(1);

    download();

    assertThat(server.seen()).hasSize(2).last().asString().startsWith(PATH + " bytes=").endsWith("- 206");
    assertThat(Files.readAllBytes(file())).isEqualTo(first);
    assertThat(file().resolveSibling("")).isDirectoryNotContaining("glob:**.part*");
  }

  @Test
  void a_part_of_an_older_version_is_thrown_away() throws IOException {
    var newer = zip("two", Lines.gift("4010120250000000002", "C97000001", "15", "20"));
    part("the first bytes of something else".getBytes(StandardCharsets.UTF_8), "\"zero\"");
    server.put(PATH, newer);
    server.version("\"two\"");

    download();

    assertThat(Files.readAllBytes(file())).isEqualTo(newer);
  }

  @Test
  void a_second_call_receives_no_byte_and_says_unchanged() {
    download();

    var second = download();

    assertThat(second.unchanged()).isEqualTo(1);
    assertThat(nation.bronze("SELECT status, received FROM downloads ORDER BY download_id DESC LIMIT 1"))
        .containsExactly("unchanged 0");
  }

  @Test
  void a_body_that_stops_coming_is_ended_and_gone_on_with() throws IOException {
    nation.setting("fec.stall-seconds", "0.2");
    server.stall(2);

    download();

    assertThat(server.seen()).hasSize(3);
    assertThat(server.seen().subList(1, 3))
        .allMatch(call -> call.startsWith(PATH + " bytes=") && call.endsWith(" 206"));
    assertThat(Files.readAllBytes(file())).isEqualTo(first);
    assertThat(nation.bronze("SELECT received FROM downloads")).containsExactly(String.valueOf(first.length));
  }

  @Test
  void a_file_that_changes_between_two_halves_is_begun_anew() throws IOException {
    var newer = zip("two", Lines.gift("4010120250000000002", "C97000001", "15", "20"));
    server.cutOnce(() -> {
      server.put(PATH, newer);
      server.version("\"two\"");
    });

    download();

    assertThat(server.seen()).hasSize(2).last().asString().endsWith(" 200");
    assertThat(Files.readAllBytes(file())).isEqualTo(newer);
  }

  @Test
  void halves_of_two_versions_are_not_put_together_by_a_careless_server() throws IOException {
    var newer = zip("two", Lines.gift("4010120250000000002", "C97000001", "15", "20"));
    server.careless();
    server.cutOnce(() -> {
      server.put(PATH, newer);
      server.version("\"two\"");
    });

    download();

    assertThat(server.seen()).extracting(call -> call.substring(call.length() - 3))
        .containsExactly("200", "206", "200");
    assertThat(Files.readAllBytes(file())).isEqualTo(newer);
  }

  @Test
  void a_server_without_ranges_gives_the_file_anew() throws IOException {
    server.withoutRanges();
    server.cut(1);

    download();

    assertThat(server.seen()).hasSize(2).last().asString().endsWith(" 200");
    assertThat(Files.readAllBytes(file())).isEqualTo(first);
  }

  @Test
  void a_part_that_was_whole_when_the_process_died_only_gets_its_name() throws IOException {
    part(first, "\"one\"");

    download();

    assertThat(server.seen()).containsExactly(PATH + " bytes=" + first.length + "- 416");
    assertThat(Files.readAllBytes(file())).isEqualTo(first);
    assertThat(file().resolveSibling("")).isDirectoryNotContaining("glob:**.part*");
  }

  @Test
  void a_part_that_is_longer_than_the_file_is_thrown_away() throws IOException {
    part(new byte[first.length + 1], "\"one\"");

    download();

    assertThat(server.seen()).extracting(call -> call.substring(call.length() - 3)).containsExactly("416", "200");
    assertThat(Files.readAllBytes(file())).isEqualTo(first);
  }

  @Test
  void a_server_that_never_sends_the_end_is_given_up_after_six_tries_and_what_came_is_kept() throws IOException {
    server.withoutRanges();
    server.stall(100);
    try (var http = Download.newClient()) {
      var download = new Download(http, new Unhurried(), Duration.ofMillis(50));

      assertThatThrownBy(() -> download.run(URI.create(server.base() + PATH), file(), Download.Version.NONE))
          .isInstanceOf(ClerkException.SourceUnavailable.class)
          .hasMessageContaining("in 6 tries")
          .hasMessageContaining("no byte came for");
    }
    assertThat(file()).doesNotExist();
    assertThat(Files.size(file().resolveSibling(".indiv26.zip.part"))).isEqualTo(first.length / 2);
  }

  @Test
  void a_server_that_refuses_every_part_is_given_up_after_six_tries_too() {
    server.refuses();
    try (var http = Download.newClient()) {
      var download = new Download(http, new Unhurried(), Duration.ofSeconds(20));

      assertThatThrownBy(() -> download.run(URI.create(server.base() + PATH), file(), Download.Version.NONE))
          .isInstanceOf(ClerkException.SourceUnavailable.class)
          .hasMessageContaining("in 6 tries")
          .hasMessageEndingWith("Try again later.");
    }
    assertThat(server.seen()).hasSize(6).containsOnly(PATH + " 416");
  }

  @Test
  void a_disk_that_takes_no_more_is_told_and_what_came_is_removed() throws IOException {
    var full = Path.of("/dev/full");
    assumeThat(full).exists();
    Files.createDirectories(file().resolveSibling(""));
    Files.createSymbolicLink(file().resolveSibling(".indiv26.zip.part"), full);

    assertThatThrownBy(this::download).isInstanceOf(ClerkException.SourceUnavailable.class)
        .hasMessageContaining("What came of it was removed");
    assertThat(file().resolveSibling("")).isEmptyDirectory();
  }

  @Test
  void an_answer_that_is_no_zip_takes_no_files_place() throws IOException {
    download();
    server.version("\"sorry\"");
    server.put(PATH, "<html>Sorry</html>".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(this::download).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("no whole zip");
    server.type("text/html; charset=utf-8");
    assertThatThrownBy(this::download).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("a page for people");
    assertThat(Files.readAllBytes(file())).isEqualTo(first);
    assertThat(file().resolveSibling("")).isDirectoryNotContaining("glob:**.part*");
  }

  @Test
  void a_file_that_somebody_cut_on_disk_is_downloaded_again() throws IOException {
    download();
    Files.write(file(), new byte[5]);

    assertThat(download().changed()).isEqualTo(1);
    assertThat(Files.readAllBytes(file())).isEqualTo(first);
  }

  @Test
  void a_cycle_that_the_fec_has_no_file_of_is_told() {
    assertThatThrownBy(() -> nation.run("bulk-download", Map.of("cycle", "2028")))
        .isInstanceOf(ClerkException.SourceUnavailable.class)
        .hasMessageContaining("none of these files of cycle 2028");
  }

  @Test
  void a_kind_that_is_not_there_is_told_and_the_others_are_taken() {
    var report = nation.run("bulk-download", Map.of("cycle", "2026", "kinds", "webl,indiv"));

    assertThat(report.notices()).singleElement()
        .satisfies(notice -> assertThat(notice.subject()).isEqualTo("webl26.zip"));
    assertThat(report.changed()).isEqualTo(1);
  }

  private void part(byte[] content, String etag) throws IOException {
    Files.createDirectories(file().resolveSibling(""));
    Files.write(file().resolveSibling(".indiv26.zip.part"), content);
    Files.writeString(file().resolveSibling(".indiv26.zip.part.version"), etag + "\n\n");
  }

  private TaskReport download() {
    return nation.run("bulk-download", Map.of("cycle", "2026", "kinds", "indiv"));
  }

  private Path file() {
    return directory.resolve("storage/us/fec/raw/2026/indiv26.zip");
  }

  private byte[] zip(String name, String line) throws IOException {
    return Files.readAllBytes(Lines.zip(directory.resolve(name), "indiv26.zip", "itcont.txt", line + "\n"));
  }

  /// Pauses take no time.
  private record Unhurried() implements Waiting {
    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void pause(Duration duration) {}

    @Override
    public void checkCancelled() {}
  }
}
