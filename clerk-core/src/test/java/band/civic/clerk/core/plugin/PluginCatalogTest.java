package band.civic.clerk.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCatalogTest {
  private static final PluginCatalog CATALOG = new PluginCatalog(List.of(new PluginCatalog.Group("finance", "Money."),
      new PluginCatalog.Group("hello", "")), List.of("plugin bad.jar cannot be used: it is\tbroken"));

  @TempDir
  private Path directory;

  @TempDir
  private Path cache;

  @BeforeEach
  void a_catalog_was_made() throws IOException {
    PluginJar.named("some").writeTo(directory.resolve("some.jar"));
    CATALOG.remember(directory, "0.1.0", cache);
  }

  @Test
  void it_is_found_while_nothing_changes() {
    assertThat(find("0.1.0")).contains(new PluginCatalog(CATALOG.groups(),
        List.of("plugin bad.jar cannot be used: it is broken")));
  }

  @Test
  void a_new_plugin_makes_it_void() throws IOException {
    PluginJar.named("other").writeTo(directory.resolve("other.jar"));

    assertThat(find("0.1.0")).isEmpty();
  }

  @Test
  void a_plugin_of_another_time_makes_it_void() throws IOException {
    Files.setLastModifiedTime(directory.resolve("some.jar"), FileTime.fromMillis(1_700_000_000_000L));

    assertThat(find("0.1.0")).isEmpty();
  }

  @Test
  void a_plugin_that_is_gone_makes_it_void() throws IOException {
    Files.delete(directory.resolve("some.jar"));

    assertThat(find("0.1.0")).isEmpty();
  }

  @Test
  void switching_a_plugin_off_makes_it_void() throws IOException {
    Files.writeString(directory.resolve("disabled.txt"), "some\n");

    assertThat(find("0.1.0")).isEmpty();
  }

  @Test
  void a_file_inside_an_unpacked_plugin_counts() throws IOException {
    var lib = Files.createDirectories(directory.resolve("unpacked/lib"));
    CATALOG.remember(directory, "0.1.0", cache);
    assertThat(find("0.1.0")).isPresent();

    Files.writeString(lib.resolve("new.jar"), "x");

    assertThat(find("0.1.0")).isEmpty();
  }

  @Test
  void another_clerk_makes_its_own() {
    assertThat(find("0.2.0")).isEmpty();
  }

  @Test
  void a_file_that_was_cut_short_is_not_believed() throws IOException {
    try (var files = Files.list(cache)) {
      var file = files.findFirst().orElseThrow();
      var lines = Files.readAllLines(file);
      Files.write(file, lines.subList(0, lines.size() - 2));
    }

    assertThat(find("0.1.0")).isEmpty();
  }

  @Test
  void a_cache_that_cannot_be_written_does_no_harm() throws IOException {
    var blocked = Files.createFile(cache.resolve("blocked")).resolve("clerk");

    CATALOG.remember(directory, "0.1.0", blocked);

    assertThat(PluginCatalog.find(directory, "0.1.0", blocked)).isEmpty();
  }

  @Test
  void a_directory_that_is_not_there_has_one_too() {
    var nowhere = directory.resolve("nowhere");
    new PluginCatalog(List.of(), List.of()).remember(nowhere, "0.1.0", cache);

    assertThat(PluginCatalog.find(nowhere, "0.1.0", cache)).contains(new PluginCatalog(List.of(), List.of()));
  }

  private java.util.Optional<PluginCatalog> find(String hostVersion) {
    return PluginCatalog.find(directory, hostVersion, cache);
  }
}
