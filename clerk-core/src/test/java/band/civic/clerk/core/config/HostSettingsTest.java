package band.civic.clerk.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostSettingsTest {

  @TempDir
  private Path directory;

  @Test
  void without_any_setting_all_is_below_the_working_directory() {
    var settings = settings(Map.of(), Map.of());

    assertThat(settings.storageDirectory()).isEqualTo(directory.resolve("storage"));
    assertThat(settings.databaseUrl()).isEqualTo("jdbc:sqlite:" + directory.resolve("storage/civic.db"));
    assertThat(settings.pluginsDirectory()).isEqualTo(directory.resolve("plugins"));
    assertThat(settings.siteConfigDirectory()).isEqualTo(directory.resolve("site-config"));
  }

  @Test
  void plugins_and_site_config_come_with_the_distribution() {
    var home = directory.resolve("clerk-home");
    var settings = HostSettings.of(Map.of(), new Surroundings(Map.of(), directory, Optional.of(home)));

    assertThat(settings.pluginsDirectory()).isEqualTo(home.resolve("plugins"));
    assertThat(settings.siteConfigDirectory()).isEqualTo(home.resolve("site-config"));
    assertThat(settings.storageDirectory()).isEqualTo(directory.resolve("storage"));
  }

  @Test
  void a_flag_beats_the_environment_which_beats_the_file_which_beats_the_default() throws IOException {
    write("storage-dir: from-file\nplugins-dir: from-file\nsite-config-dir: from-file\n");
    var settings = settings(Map.of("storage-dir", "from-flag"),
        Map.of("CLERK_STORAGE_DIR", "from-env", "CLERK_PLUGINS_DIR", "from-env"));

    assertThat(settings.list()).extracting(Setting::key, s -> Path.of(s.value()).getFileName().toString(),
        Setting::origin)
        .contains(
            tuple("storage-dir", "from-flag", "flag --storage-dir"),
            tuple("plugins-dir", "from-env", "environment CLERK_PLUGINS_DIR"),
            tuple("site-config-dir", "from-file", "clerk.yaml:3"),
            tuple("database-url", "civic.db", "default"));
  }

  @Test
  void STORAGE_DIR_is_understood_but_CLERK_STORAGE_DIR_wins() throws IOException {
    write("storage-dir: from-file\n");

    assertThat(settings(Map.of(), Map.of("STORAGE_DIR", "old")).storageDirectory()).hasFileName("old");
    assertThat(settings(Map.of(), Map.of("STORAGE_DIR", "old", "CLERK_STORAGE_DIR", "new")).storageDirectory())
        .hasFileName("new");
    assertThat(settings(Map.of("storage-dir", "flag"), Map.of("STORAGE_DIR", "old")).storageDirectory())
        .hasFileName("flag");
  }

  @Test
  void a_plugins_setting_is_found_without_the_hosts_word_too_but_with_it_wins() {
    var plain = settings(Map.of(), Map.of("FEC_API_KEY", "plain", "FEC_API_BASE", "http://plain")).settings();
    var both = settings(Map.of(), Map.of("FEC_API_KEY", "plain", "CLERK_FEC_API_KEY", "full")).settings();

    assertThat(plain.findSecret("fec.api-key")).contains("plain");
    assertThat(plain.find("fec.api-base")).contains("http://plain");
    assertThat(both.findSecret("fec.api-key")).contains("full");
  }

  @Test
  void a_blank_variable_counts_as_not_set() {
    assertThat(settings(Map.of(), Map.of("CLERK_PLUGINS_DIR", " ")).pluginsDirectory()).hasFileName("plugins");
  }

  @Test
  void relative_directories_in_the_file_are_taken_from_its_own_directory() throws IOException {
    Files.createDirectories(directory.resolve("etc"));
    Files.writeString(directory.resolve("etc/clerk.yaml"), "storage-dir: ../data\n");

    assertThat(settings(Map.of(), Map.of("CLERK_CONFIG", "etc/clerk.yaml")).storageDirectory())
        .isEqualTo(directory.resolve("data"));
  }

  @Test
  void a_settings_file_that_was_named_must_exist() {
    assertThatThrownBy(() -> settings(Map.of("config-file", "nowhere.yaml"), Map.of()))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("nowhere.yaml does not exist");
  }

  private static final String A_MISTAKE_IN_THE_FILE_IS_TOLD_WITH_ITS_LINE = """
      storage-dir: a#stroage-dir: b    | clerk.yaml:2: unknown setting `stroage-dir`
      storage-dir: a#storage-dir: b    | clerk.yaml:2: the key `storage-dir` stands twice
      netfile:#  page-size: &x 5       | clerk.yaml:2: anchors and aliases are not allowed
      storage-dir: *x                  | clerk.yaml:1
      netfile:#\tpage-size: 5          | clerk.yaml:2
      just text                        | clerk.yaml:1: settings are `key: value` lines
      netfile:#  api-key: abcdef       | clerk.yaml:2: `netfile.api-key` is a secret
      a: 1#---#b: 2                    | clerk.yaml:2: a second document
      netfile: !!str x                 | clerk.yaml:1: tags are not allowed
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = A_MISTAKE_IN_THE_FILE_IS_TOLD_WITH_ITS_LINE)
  void a_mistake_in_the_file_is_told_with_its_line(String lines, String message) throws IOException {
    write(lines.replace('#', '\n') + "\n");

    assertThatThrownBy(() -> settings(Map.of(), Map.of())).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("abcdef");
  }

  @Test
  void plugins_read_their_settings_from_the_environment_or_the_file() throws IOException {
    write("""
        netfile:
          page-size: 500
          version: 3.10
          adapters: [connect2, portal]
        """);
    var plugin = settings(Map.of(), Map.of("CLERK_NETFILE_DELAY", "2s", "CLERK_NETFILE_PAGE_SIZE", "100")).settings();

    assertThat(plugin.find("netfile.page-size")).hasValue("100");
    assertThat(plugin.find("netfile.version")).hasValue("3.10");
    assertThat(plugin.find("netfile.adapters")).hasValue("connect2,portal");
    assertThat(plugin.find("netfile.delay")).hasValue("2s");
    assertThat(plugin.find("netfile.nothing")).isEmpty();
    assertThat(plugin.list()).extracting(Setting::key, Setting::value, Setting::origin)
        .contains(
            tuple("netfile.page-size", "100", "environment CLERK_NETFILE_PAGE_SIZE"),
            tuple("netfile.adapters", "connect2,portal", "clerk.yaml:4"),
            tuple("netfile.delay", "2s", "environment CLERK_NETFILE_DELAY"));
  }

  @Test
  void a_key_that_no_plugin_reads_is_told_with_its_line() throws IOException {
    write("""
        plugins-dir: p
        netfile:
          pause-ms: 1
          pase-ms: 2
          sources: {oak: workbook}
        netfle: {pause-ms: 3}
        """);
    var settings = settings(Map.of(), Map.of("CLERK_NETFILE_NONSENSE", "environments are shared")).settings();
    var known = List.of("netfile.pause-ms", "netfile.sources", "netfile.sources.*");

    assertThat(settings.unknown(known, true)).containsExactly(
        "clerk.yaml:4: unknown setting `netfile.pase-ms`: no plugin reads it",
        "clerk.yaml:6: unknown setting `netfle.pause-ms`: no plugin reads it");
    assertThat(settings.unknown(known, false)).singleElement().asString().contains("netfile.pase-ms");
    assertThat(settings.unknown(List.of(), false)).isEmpty();
  }

  @Test
  void a_secret_comes_from_the_environment_or_the_file_it_names_and_is_never_shown() throws IOException {
    Files.writeString(directory.resolve("key.txt"), "s3cret-in-file\n");
    var settings = settings(Map.of(), Map.of("CLERK_NETFILE_API_KEY", "s3cret", "CLERK_FEC_API_KEY_FILE", "key.txt"));

    assertThat(settings.settings().findSecret("netfile.api-key")).hasValue("s3cret");
    assertThat(settings.settings().findSecret("fec.api-key")).hasValue("s3cret-in-file");
    assertThat(settings.list().toString()).doesNotContain("s3cret").contains("netfile.api-key", "key.txt");
  }

  @Test
  void a_secret_file_that_is_missing_is_named() {
    var settings = settings(Map.of(), Map.of("CLERK_FEC_API_KEY_FILE", "gone.txt")).settings();

    assertThatThrownBy(() -> settings.findSecret("fec.api-key")).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("gone.txt")
        .hasMessageContaining("CLERK_FEC_API_KEY_FILE");
  }

  private static final String THE_REGISTRY_MAY_BE_NAMED_IN_THE_USUAL_SPELLINGS = """
      postgres://db.example/civic                     | jdbc:postgresql://db.example/civic
      postgresql://db.example:5433/civic              | jdbc:postgresql://db.example:5433/civic
      postgres://ann@db.example/civic                 | jdbc:postgresql://db.example/civic?user=ann
      postgres://ann:p%40s%2Fs+@db.example/civic      | jdbc:postgresql://db.example/civic?user=ann&password=p%40s%2Fs%2B
      postgres://ann:pw@db.example/civic?sslmode=require | jdbc:postgresql://db.example/civic?sslmode=require&user=ann&password=pw
      jdbc:postgresql://db.example/civic?user=ann     | jdbc:postgresql://db.example/civic?user=ann
      jdbc:sqlite:/srv/civic.db                       | jdbc:sqlite:/srv/civic.db
      sqlite:///srv/civic.db                          | jdbc:sqlite:/srv/civic.db
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = THE_REGISTRY_MAY_BE_NAMED_IN_THE_USUAL_SPELLINGS)
  void the_registry_may_be_named_in_the_usual_spellings(String address, String jdbc) {
    assertThat(settings(Map.of(), Map.of("CLERK_DATABASE_URL", address)).databaseUrl()).isEqualTo(jdbc);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://ann:hunter2@db/civic", "postgres://ann:hun ter2@db/civic", "hunter2"})
  void an_address_that_clerk_does_not_know_is_refused_without_repeating_it(String address) {
    var settings = settings(Map.of(), Map.of("CLERK_DATABASE_URL", address));

    assertThatThrownBy(settings::databaseUrl).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("CLERK_DATABASE_URL")
        .message()
        .doesNotContain("hunter2")
        .doesNotContain("ter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres://ann:hunter2@db/civic", "jdbc:postgresql://db/civic?user=ann&password=hunter2",
      "jdbc:postgresql://db/civic?password=hunter2&user=ann"})
  void the_password_of_the_registry_is_masked(String address) {
    var settings = settings(Map.of(), Map.of("CLERK_DATABASE_URL", address));

    assertThat(settings.databaseName()).doesNotContain("hunter2").contains("db/civic");
    assertThat(settings.list().toString()).doesNotContain("hunter2");
  }

  @Test
  void the_address_may_stand_in_a_file_but_not_with_a_password_in_clerk_yaml() throws IOException {
    Files.writeString(directory.resolve("url.txt"), "postgres://ann:hunter2@db/civic\n");
    assertThat(settings(Map.of(), Map.of("CLERK_DATABASE_URL_FILE", "url.txt")).databaseUrl())
        .isEqualTo("jdbc:postgresql://db/civic?user=ann&password=hunter2");

    write("database-url: postgres://ann:hunter2@db/civic\n");
    assertThatThrownBy(() -> settings(Map.of(), Map.of())).isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("clerk.yaml:1")
        .message()
        .doesNotContain("hunter2");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(directory.resolve("clerk.yaml"), yaml);
  }

  private HostSettings settings(Map<String, String> flags, Map<String, String> environment) {
    return HostSettings.of(flags, new Surroundings(environment, directory, Optional.empty()));
  }
}
