package band.civic.clerk.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/reference/settings.md` says what holds.
class SettingsPageTest {
  private static final Path PAGE = Path.of("../docs/reference/settings.md");

  @Test
  void every_setting_of_the_host_has_its_row() throws IOException {
    var page = Files.readString(PAGE);

    assertThat(Stream.concat(HostKeys.IN_FILE.stream(), HostKeys.BELOW_A_WORD.stream()))
        .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |",
            "`" + ClerkSettings.variableOf(key) + "`"));
  }

  @Test
  void the_example_is_read_as_it_says(@TempDir Path directory) throws IOException {
    var example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(example.find()).isTrue();
    Files.writeString(directory.resolve("clerk.yaml"), example.group(1));

    var settings = HostSettings.of(Map.of(), new Surroundings(Map.of(), directory, Optional.empty()));

    assertThat(settings.storageDirectory()).isEqualTo(Path.of("/srv/clerk"));
    assertThat(settings.settings().find("netfile.sources")).hasValue("workbook,connect2");
    assertThat(settings.settings().unknown(List.of("netfile.pause-ms", "netfile.sources"), true)).isEmpty();
  }
}
