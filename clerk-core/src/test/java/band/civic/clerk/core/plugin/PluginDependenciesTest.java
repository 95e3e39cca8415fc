package band.civic.clerk.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.testkit.task.TestPluginContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginDependenciesTest {

  @TempDir
  private Path directory;

  @BeforeEach
  void a_good_plugin_lies_there() throws IOException {
    plugin("good", "").writeTo(directory.resolve("good.jar"));
  }

  @Test
  void a_plugin_may_need_another_one() throws IOException {
    plugin("a", "good@>=1.0.0").writeTo(directory.resolve("a.jar"));

    assertThat(causes()).isEmpty();
  }

  @Test
  void a_missing_plugin_costs_only_those_that_need_it() throws IOException {
    plugin("a", "b").writeTo(directory.resolve("a.jar"));
    plugin("b", "nowhere").writeTo(directory.resolve("b.jar"));

    assertThat(causes()).isEqualTo(Map.of("a", "it needs the plugin 'b', which cannot be used", "b",
        "it needs the plugin 'nowhere', which is not there"));
  }

  @Test
  void an_optional_plugin_may_be_missing() throws IOException {
    plugin("a", "nowhere?").writeTo(directory.resolve("a.jar"));

    assertThat(causes()).isEmpty();
  }

  @Test
  void a_plugin_that_failed_to_start_fails_those_that_need_it() throws IOException {
    plugin("a", "bad").writeTo(directory.resolve("a.jar"));
    PluginJar.named("bad").service("t.Missing").writeTo(directory.resolve("bad.jar"));

    assertThat(causes()).containsEntry("a", "it needs the plugin 'bad', which cannot be used");
  }

  @Test
  void the_version_of_a_needed_plugin_counts() throws IOException {
    plugin("a", "good@>=2.0.0").writeTo(directory.resolve("a.jar"));
    plugin("b", "good@banana").writeTo(directory.resolve("b.jar"));

    assertThat(causes()).isEqualTo(Map.of("a", "it needs the plugin 'good' in version >=2.0.0, and 1.0.0 is installed",
        "b", "its Plugin-Dependencies asks for version 'banana', which is no range of versions"));
  }

  @Test
  void plugins_that_need_each_other_are_both_refused() throws IOException {
    plugin("a", "b").writeTo(directory.resolve("a.jar"));
    plugin("b", "a").writeTo(directory.resolve("b.jar"));
    plugin("c", "a").writeTo(directory.resolve("c.jar"));

    assertThat(causes()).isEqualTo(Map.of("a", "it waits for itself: a needs b needs a", "b",
        "it waits for itself: b needs a needs b", "c", "it needs the plugin 'a', which cannot be used"));
  }

  private static PluginJar plugin(String id, String dependencies) {
    return PluginJar.working(id, "").manifest("Plugin-Dependencies", dependencies);
  }

  /// Why each broken plugin is broken; the good one always works.
  private Map<String, String> causes() {
    try (var plugins = Plugins.load(directory, (TestPluginContext) () -> directory, "0.1.0")) {
      assertThat(plugins.findLoaded("good")).isPresent();
      var causes = new TreeMap<String, String>();
      plugins.broken().forEach(broken -> causes.put(broken.id().orElseThrow(), broken.cause()));
      return causes;
    }
  }
}
