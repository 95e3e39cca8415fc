package band.civic.clerk.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.plugin.disk.ZipCache;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Task;
import band.civic.clerk.testkit.task.TestPluginContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginsTest {
  private static final String PIPELINE = """
                                         record P(String dataType) implements Pipeline {
                                           public String description() { return "Test data."; }
                                           public SiteDatabase database() {
                                             return new SiteDatabase("t/t.db", "", "", "", "", "", List.of(), List.of());
                                           }
                                           public boolean supports(Site site) { return true; }
                                           public List<Task> tasks() {
                                             return List.of(Task.extract("look").runs(context -> TaskReport.empty()));
                                           }
                                         }
                                         public List<Pipeline> pipelines(PluginContext c) { return List.of(new P("%s")); }
                                         """;
  private static final String JOB_TYPE = """
                                         record J(String name) implements JobType {
                                           public String description() { return "Test job."; }
                                           public TaskReport run(TaskContext context) { return TaskReport.empty(); }
                                         }
                                         public List<JobType> jobTypes(PluginContext c) { return List.of(new J("%s")); }
                                         """;

  @TempDir
  private Path directory;

  @TempDir
  private Path cache;

  @Test
  void a_directory_that_is_not_there_holds_no_plugins() {
    try (var plugins = load(directory.resolve("nowhere"))) {
      assertThat(plugins.loaded()).isEmpty();
      assertThat(plugins.broken()).isEmpty();
    }
  }

  @Test
  void a_file_is_not_a_directory() throws IOException {
    var file = Files.createFile(directory.resolve("plugins"));

    assertThatThrownBy(() -> load(file)).isInstanceOf(BadConfiguration.class).hasMessageContaining("not a directory");
  }

  @Test
  void other_files_are_passed_over() throws IOException {
    Files.createFile(directory.resolve("README.txt"));
    Files.createFile(directory.resolve(".hidden.jar"));
    Files.createDirectory(directory.resolve("notes"));
    Files.createDirectories(directory.resolve("compiled/META-INF/services"));

    try (var plugins = load(directory)) {
      assertThat(plugins.loaded()).isEmpty();
      assertThat(plugins.broken()).isEmpty();
    }
  }

  @Test
  void a_jar_is_loaded_with_everything_it_brings() throws IOException {
    PluginJar
        .working("some",
            PIPELINE.formatted("money") + JOB_TYPE.formatted("tidy")
                + """
                  @Command(name = "greet") public static class Greet implements Runnable { public void run() {} }
                  public List<Object> commands(PluginContext c) { return List.of(new Greet()); }
                  public List<SiteListener> siteListeners(PluginContext c) { return List.of(new SiteListener() {}); }
                  """)
        .manifest("Plugin-Description", "Says hello.")
        .writeTo(directory.resolve("some.jar"));

    try (var plugins = load(directory)) {
      var some = plugins.findLoaded("some").orElseThrow();
      assertThat(some.version()).isEqualTo("1.0.0");
      assertThat(some.description()).isEqualTo("Says hello.");
      assertThat(some.requires()).isEqualTo(">=0.1.0 & <1.0.0");
      assertThat(some.file()).isEqualTo(directory.resolve("some.jar"));
      assertThat(plugins.pipelines()).singleElement()
          .satisfies(p -> assertThat(p.value().dataType()).isEqualTo("money"))
          .satisfies(p -> assertThat(p.value().tasks()).extracting(Task::name).containsExactly("look"))
          .satisfies(p -> assertThat(p.plugin()).isEqualTo("some"));
      assertThat(plugins.jobTypes()).singleElement()
          .satisfies(j -> assertThat(j.value().name()).isEqualTo("tidy"));
      assertThat(plugins.siteListeners()).hasSize(1);
      assertThat(plugins.commands()).singleElement()
          .satisfies(c -> assertThat(c.value().getClass().getName()).isEqualTo("t.some.Brings$Greet"));
    }
  }

  @Test
  void a_plugin_that_brings_nothing_is_fine() throws IOException {
    PluginJar.working("nothing", "").writeTo(directory.resolve("nothing.jar"));

    try (var plugins = load(directory)) {
      assertThat(plugins.loaded()).extracting(LoadedPlugin::id).containsExactly("nothing");
      assertThat(plugins.pipelines()).isEmpty();
      assertThat(plugins.broken()).isEmpty();
    }
  }

  @Test
  void plugins_are_listed_by_id_whatever_their_files_are_called() throws IOException {
    PluginJar.working("beta", "").writeTo(directory.resolve("1.jar"));
    PluginJar.working("alpha", "").writeTo(directory.resolve("2.JAR"));

    try (var plugins = load(directory)) {
      assertThat(plugins.loaded()).extracting(LoadedPlugin::id).containsExactly("alpha", "beta");
    }
  }

  @Test
  void two_plugins_with_one_data_type_are_a_start_up_error() throws IOException {
    PluginJar.working("one", PIPELINE.formatted("money")).writeTo(directory.resolve("one.jar"));
    PluginJar.working("two", PIPELINE.formatted("money")).writeTo(directory.resolve("two.jar"));

    assertThatThrownBy(() -> load(directory)).isInstanceOf(BadConfiguration.class)
        .hasMessageStartingWith("the data type 'money' is brought by the plugins one and two");
  }

  @Test
  void two_plugins_with_one_job_type_are_a_start_up_error() throws IOException {
    PluginJar.working("one", JOB_TYPE.formatted("tidy")).writeTo(directory.resolve("one.jar"));
    PluginJar.working("two", JOB_TYPE.formatted("tidy")).writeTo(directory.resolve("two.jar"));

    assertThatThrownBy(() -> load(directory)).isInstanceOf(BadConfiguration.class)
        .hasMessageStartingWith("the job type 'tidy' is brought by the plugins one and two");
  }

  @Test
  void clashes_can_be_looked_at() throws IOException {
    PluginJar.working("one", JOB_TYPE.formatted("tidy")).writeTo(directory.resolve("one.jar"));
    PluginJar.working("two", JOB_TYPE.formatted("tidy")).writeTo(directory.resolve("two.jar"));

    try (var plugins = inspect()) {
      assertThat(plugins.loaded()).hasSize(2);
      assertThat(plugins.clashes()).containsExactly("the job type 'tidy' is brought by the plugins one and two");
    }
  }

  @Test
  void one_plugin_may_not_bring_a_job_type_twice() throws IOException {
    var twice = JOB_TYPE.replace("List.of(new J(\"%s\"))", "List.of(new J(\"tidy\"), new J(\"tidy\"))");
    PluginJar.working("one", twice).writeTo(directory.resolve("one.jar"));

    assertThat(causeOf("one")).isEqualTo("it brings the job type 'tidy' twice");
  }

  @Test
  void a_data_type_is_a_lower_case_word() throws IOException {
    PluginJar.working("one", PIPELINE.formatted("Big Money")).writeTo(directory.resolve("one.jar"));

    assertThat(causeOf("one")).isEqualTo("its data type 'Big Money' is no lower-case word");
  }

  @Test
  void of_two_versions_the_higher_one_is_used_and_the_other_reported() throws IOException {
    PluginJar.working("some", "").manifest("Plugin-Version", "1.10.0").writeTo(directory.resolve("a.jar"));
    PluginJar.working("some", "").manifest("Plugin-Version", "1.9.0").writeTo(directory.resolve("b.jar"));

    try (var plugins = load(directory)) {
      assertThat(plugins.loaded()).extracting(LoadedPlugin::version).containsExactly("1.10.0");
      assertThat(plugins.broken()).extracting(BrokenPlugin::message)
          .containsExactly("plugin some (b.jar) cannot be used: version 1.10.0 of the same plugin (a.jar) is used;"
              + " take one of the two away");
    }
  }

  @Test
  void disabled_plugins_are_told_apart_from_broken_ones() throws IOException {
    PluginJar.working("on", "").writeTo(directory.resolve("on.jar"));
    PluginJar.working("off", "").writeTo(directory.resolve("off.jar"));
    Files.writeString(directory.resolve("disabled.txt"), "off\n");

    try (var plugins = load(directory)) {
      assertThat(plugins.loaded()).extracting(LoadedPlugin::id).containsExactly("on");
      assertThat(plugins.disabled()).extracting(DisabledPlugin::id).containsExactly("off");
      assertThat(plugins.broken()).isEmpty();
    }
  }

  @Test
  void only_enabled_plugins_are_used_when_somebody_listed_them() throws IOException {
    PluginJar.working("on", "").writeTo(directory.resolve("on.jar"));
    PluginJar.working("off", "").writeTo(directory.resolve("off.jar"));
    Files.writeString(directory.resolve("enabled.txt"), "on\n");

    try (var plugins = load(directory)) {
      assertThat(plugins.loaded()).extracting(LoadedPlugin::id).containsExactly("on");
      assertThat(plugins.disabled()).extracting(DisabledPlugin::id).containsExactly("off");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {">=0.1.0 & <1.0.0", "^0.1.0", "~0.1.0", "=0.1.0", "0.x"})
  void a_range_of_clerk_versions_has_an_upper_end(String range) throws IOException {
    PluginJar.working("some", "").manifest("Plugin-Requires", range).writeTo(directory.resolve("some.jar"));

    try (var plugins = load(directory)) {
      assertThat(plugins.broken()).isEmpty();
      assertThat(plugins.loaded()).extracting(LoadedPlugin::requires).containsExactly(range);
    }
  }

  @Test
  void files_can_be_checked_wherever_they_are() throws IOException {
    PluginJar.working("some", "").writeTo(directory.resolve("some.jar"));
    var nothing = directory.resolve("nothing.jar");

    try (var plugins = Plugins.inspect(List.of(directory.resolve("some.jar"), nothing), context(), "0.1.0")) {
      assertThat(plugins.loaded()).extracting(LoadedPlugin::id).containsExactly("some");
      assertThat(plugins.broken()).extracting(BrokenPlugin::message)
          .containsExactly("plugin nothing.jar cannot be used: there is no such file");
    }
  }

  @Test
  void closing_stops_every_plugin_and_lets_go_of_its_files() throws IOException {
    PluginJar.working("one", "").entry("word.txt", "one").writeTo(directory.resolve("one.jar"));
    PluginJar.working("two", JOB_TYPE.formatted("tidy")).writeTo(directory.resolve("two.jar"));
    var plugins = load(directory);
    var loader = plugins.jobTypes().getFirst().loader();

    plugins.close();
    plugins.close();

    assertThatThrownBy(() -> loader.loadClass("t.two.Other")).isInstanceOf(ClassNotFoundException.class);
    assertThat(loader.getResource("word.txt")).isNull();
  }

  private String causeOf(String id) {
    try (var plugins = load(directory)) {
      return plugins.broken()
          .stream()
          .filter(broken -> broken.id().orElseThrow().equals(id))
          .findFirst()
          .orElseThrow()
          .cause();
    }
  }

  private Plugins load(Path plugins) {
    return Plugins.load(plugins, context(), "0.1.0");
  }

  private Plugins inspect() {
    return Plugins.inspect(directory, context(), "0.1.0", new ZipCache(cache));
  }

  private TestPluginContext context() {
    return () -> directory;
  }
}
