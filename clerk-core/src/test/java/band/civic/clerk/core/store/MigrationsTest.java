package band.civic.clerk.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void the_newest_version_is_that_of_the_newest_file() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/registry"))) {
      assertThat(
          files.map(file -> file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1")).map(Integer::valueOf))
          .contains(Migrations.NEWEST)
          .allMatch(version -> version <= Migrations.NEWEST);
    }
  }

  @Test
  void instants_sort_as_text_as_they_do_in_time() {
    assertThat(
        List.of(UtcText.of(Instant.parse("2026-01-01T00:00:00.5Z")), UtcText.of(Instant.parse("2026-01-01T00:00:00Z"))))
        .isEqualTo(List.of("2026-01-01T00:00:00.500Z", "2026-01-01T00:00:00.000Z"));
  }

  @Test
  void flat_json_is_written_and_read_back() {
    var map = Map.of("a", "plain", "b", "quote \" backslash \\ tab \t line \n", "c:{}", "é😀", "d", "");

    assertThat(JsonText.toMap(JsonText.of(map))).isEqualTo(map);
    assertThat(JsonText.toList(JsonText.of(List.of("x,y", "[z]")))).containsExactly("x,y", "[z]");
    assertThat(JsonText.toMap("{ \"n\" : 12, \"t\":true, \"u\":\"\\u00e9\\n\"}"))
        .isEqualTo(Map.of("n", "12", "t", "true", "u", "é\n"));
    assertThat(JsonText.toMap("{}")).isEmpty();
  }
}
