package band.civic.clerk.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.plugin.disk.ZipCache;
import band.civic.clerk.testkit.task.TestPluginContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginZipTest {
  private static final String PROPERTIES = """
                                           plugin.id=zipped
                                           plugin.version=1.0.0
                                           plugin.requires=>=0.1.0 & <1.0.0
                                           """;

  @TempDir
  private Path directory;

  @TempDir
  private Path cache;

  private byte[] jar = {};

  @BeforeEach
  void a_jar_for_lib() throws IOException {
    var file = cache.resolve("zipped.jar");
    PluginJar.working("zipped", "").writeTo(file);
    jar = Files.readAllBytes(file);
  }

  @Test
  void a_zip_holds_properties_and_a_lib_of_jars() throws IOException {
    PluginJar.empty()
        .entry("plugin.properties", PROPERTIES)
        .entry("lib/zipped.jar", jar)
        .writeTo(directory.resolve("zipped.zip"));

    assertThat(loaded()).containsExactly("zipped");
  }

  @Test
  void a_zip_may_have_a_manifest_instead_of_properties() throws IOException {
    PluginJar.named("zipped").entry("lib/zipped.jar", jar).writeTo(directory.resolve("zipped.zip"));

    assertThat(loaded()).containsExactly("zipped");
  }

  @Test
  void a_zip_may_hold_classes() throws IOException {
    var classes = PluginJar.working("zipped", "");
    PluginJar.empty()
        .entry("plugin.properties", PROPERTIES)
        .entry("classes/t/zipped/Brings.class", classes.entry("t/zipped/Brings.class"))
        .entry("classes/META-INF/services/band.civic.clerk.spi.ClerkPlugin", "t.zipped.Brings")
        .writeTo(directory.resolve("zipped.zip"));

    assertThat(loaded()).containsExactly("zipped");
  }

  @Test
  void an_unpacked_zip_works_too() throws IOException {
    var unpacked = Files.createDirectories(directory.resolve("zipped/lib"));
    Files.writeString(directory.resolve("zipped/plugin.properties"), PROPERTIES);
    Files.write(unpacked.resolve("zipped.jar"), jar);

    assertThat(loaded()).containsExactly("zipped");
  }

  @Test
  void nothing_is_written_into_the_plugins_directory() throws IOException {
    PluginJar.named("zipped").entry("lib/zipped.jar", jar).writeTo(directory.resolve("zipped.zip"));

    assertThat(loaded()).containsExactly("zipped");

    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("zipped.zip"));
    }
  }

  @Test
  void a_zip_is_unpacked_once() throws IOException {
    PluginJar.named("zipped").entry("lib/zipped.jar", jar).writeTo(directory.resolve("zipped.zip"));
    assertThat(loaded()).containsExactly("zipped");
    var before = unpacked();

    assertThat(loaded()).containsExactly("zipped");

    assertThat(unpacked()).hasSize(1).isEqualTo(before);
  }

  @Test
  void a_zip_that_cannot_be_unpacked_says_where() throws IOException {
    PluginJar.named("zipped").entry("lib/zipped.jar", jar).writeTo(directory.resolve("zipped.zip"));
    var blocked = Files.createFile(cache.resolve("blocked"));

    assertThat(cause(new ZipCache(blocked.resolve("plugins")))).startsWith("it is a zip and cannot be unpacked into "
        + blocked.resolve("plugins")).contains("XDG_CACHE_HOME");
  }

  @Test
  void an_entry_that_leads_outside_is_refused() throws IOException {
    PluginJar.named("zipped")
        .entry("lib/zipped.jar", jar)
        .entry("../outside.txt", "gotcha")
        .writeTo(directory.resolve("zipped.zip"));

    assertThat(cause(zips())).startsWith("its entry '../outside.txt' would be written outside the plugin");
    assertThat(unpacked()).isEmpty();
    assertThat(directory.resolveSibling("outside.txt")).doesNotExist();
  }

  @Test
  void an_absolute_entry_is_refused() throws IOException {
    PluginJar.named("zipped").entry("/etc/clerk-was-here", "gotcha").writeTo(directory.resolve("zipped.zip"));

    assertThat(cause(zips())).startsWith("its entry '/etc/clerk-was-here' would be written outside the plugin");
  }

  @Test
  void a_zip_needs_a_description_of_itself() throws IOException {
    PluginJar.empty().entry("lib/zipped.jar", jar).writeTo(directory.resolve("zipped.zip"));

    assertThat(cause(zips())).isEqualTo("it has neither a plugin.properties nor a META-INF/MANIFEST.MF");
  }

  @Test
  void properties_are_checked_like_a_manifest() throws IOException {
    PluginJar.empty().entry("plugin.properties", "plugin.version=1.0.0").writeTo(directory.resolve("zipped.zip"));

    assertThat(cause(zips())).isEqualTo("its plugin.properties has no plugin.id");
  }

  @Test
  void a_jar_in_lib_may_not_carry_the_sqlite_driver() throws IOException {
    var driver = cache.resolve("driver.jar");
    PluginJar.empty().entry("org/sqlite/JDBC.class", "x").writeTo(driver);
    PluginJar.named("zipped")
        .entry("lib/driver.jar", Files.readAllBytes(driver))
        .writeTo(directory.resolve("zipped.zip"));

    assertThat(cause(zips())).startsWith("it carries its own sqlite-jdbc (org/sqlite/JDBC.class)");
  }

  @Test
  void unpacked_classes_may_not_carry_the_contract() throws IOException {
    PluginJar.named("zipped")
        .entry("classes/band/civic/clerk/spi/Task.class", "x")
        .writeTo(directory.resolve("zipped.zip"));

    assertThat(cause(zips())).startsWith("it carries its own clerk-spi (band/civic/clerk/spi/Task.class)");
  }

  private List<String> loaded() {
    try (var plugins = inspect(zips())) {
      assertThat(plugins.broken()).isEmpty();
      return plugins.loaded().stream().map(LoadedPlugin::id).toList();
    }
  }

  private String cause(ZipCache zips) {
    try (var plugins = inspect(zips)) {
      assertThat(plugins.loaded()).isEmpty();
      return plugins.broken().getFirst().cause();
    }
  }

  private Plugins inspect(ZipCache zips) {
    return Plugins.inspect(directory, (TestPluginContext) () -> directory, "0.1.0", zips);
  }

  private ZipCache zips() {
    return new ZipCache(cache.resolve("plugins"));
  }

  private List<Path> unpacked() throws IOException {
    if (Files.notExists(zips().directory())) {
      return List.of();
    }
    try (var files = Files.list(zips().directory())) {
      return files.toList();
    }
  }
}
