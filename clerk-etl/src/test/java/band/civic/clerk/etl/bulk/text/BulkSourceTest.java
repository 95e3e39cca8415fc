package band.civic.clerk.etl.bulk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkSourceTest {
  @TempDir
  Path directory;

  private Path zip = Path.of("");

  @BeforeEach
  void zip() throws IOException {
    zip = directory.resolve("indiv20.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.setLevel(0); // so that bytes of the text stand in the file
      out.putNextEntry(new ZipEntry("itcont.txt"));
      out.write("one|1\ntwo|2\n".getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
      out.putNextEntry(new ZipEntry("by_date/itcont_2020.txt"));
      out.write("one|1\n".getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
  }

  @Test
  void reads_one_member_of_a_zip() throws IOException {
    var source = BulkSource.zipMember(zip, "itcont.txt");

    try (var in = source.open()) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("one|1\ntwo|2\n");
    }
    assertThat(source.bytes()).isEqualTo(12);
    assertThat(source.name()).isEqualTo("indiv20.zip!itcont.txt");
  }

  @Test
  void names_the_members_that_a_zip_has_when_one_is_missing() {
    assertThatThrownBy(() -> BulkSource.zipMember(zip, "itoth.txt")).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("no member itoth.txt; it has itcont.txt, by_date/itcont_2020.txt");
  }

  @Test
  void notices_bytes_that_were_damaged_on_the_way() throws IOException {
    var bytes = Files.readAllBytes(zip);
    var at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("two|2");
    bytes[at] = 'T';
    Files.write(zip, bytes);

    try (var in = BulkSource.zipMember(zip, "itcont.txt").open()) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(ClerkException.BadSourceData.class)
          .hasMessageContaining("The download is damaged");
    }
  }

  @Test
  void refuses_a_zip_that_was_cut() throws IOException {
    Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 100));

    assertThatThrownBy(() -> BulkSource.zipMember(zip, "itcont.txt")).isInstanceOf(ClerkException.BadSourceData.class)
        .hasMessageContaining("no whole zip file");
  }

  @Test
  void says_when_there_is_no_such_file() {
    assertThatThrownBy(() -> BulkSource.file(directory.resolve("cm.txt"))).isInstanceOf(
        ClerkException.BadSourceData.class);
  }
}
