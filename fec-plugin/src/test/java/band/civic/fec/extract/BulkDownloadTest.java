package band.civic.fec.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.TaskReport;
import band.civic.fec.FecSite;
import band.civic.fec.FileServer;
import band.civic.fec.Lines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Files.createDirectories(file().resolveSibling(""));
    Files.writeString(file().resolveSibling(".indiv26.zip.part"), "the first bytes of something else");
    Files.writeString(file().resolveSibling(".indiv26.zip.part.version"), "\"zero\"\n\n");
    server.put(PATH, newer);
    server.version("\"two\"");

    download();

    assertThat(Files.readAllBytes(file())).isEqualTo(newer);
  }

  @Test
  void an_answer_that_is_no_zip_is_not_kept() {
    server.put(PATH, "<html>Sorry</html>".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(this::download).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("no whole zip");
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_kind_that_is_not_there_is_told_and_the_others_are_taken() {
    var report = nation.run("bulk-download", Map.of("cycle", "2026", "kinds", "webl,indiv"));

    assertThat(report.notices()).singleElement()
        .satisfies(notice -> assertThat(notice.subject()).isEqualTo("webl26.zip"));
    assertThat(report.changed()).isEqualTo(1);
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
}
