package band.civic.clerk.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.core.plugin.BrokenPlugin;
import band.civic.clerk.core.plugin.PluginCatalog;
import band.civic.clerk.core.plugin.PluginJar;
import band.civic.clerk.core.plugin.Plugins;
import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.testkit.task.TestPluginContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class PluginGroupsTest {
  private static final String PIPELINE = """
                                         public List<Pipeline> pipelines(PluginContext c) {
                                           return List.of(new Pipeline() {
                                             public String dataType() { return "money"; }
                                             public String description() { return "Money."; }
                                             public SiteDatabase database() { throw new UnsupportedOperationException(); }
                                             public boolean supports(Site site) { return true; }
                                             public List<Task> tasks() { return List.of(); }
                                           });
                                         }
                                         """;
  /// A group with one subcommand, which tells its context class loader.
  private static final String GROUP = """
                                      @Command(name = "%s", description = "Greetings.") public static class Group {
                                        @picocli.CommandLine.Spec picocli.CommandLine.Model.CommandSpec spec;
                                        @Command(name = "greet", description = "Greets.") int greet(@picocli.CommandLine.Parameters String name) {
                                          var loader = Thread.currentThread().getContextClassLoader().getName();
                                          spec.commandLine().getOut().println("Hello, " + name + ", from " + loader);
                                          return 7;
                                        }
                                      }
                                      public List<Object> commands(PluginContext c) { return List.of(new Group()); }
                                      """;

  @TempDir
  private Path directory;

  private final StringWriter out = new StringWriter();

  @Test
  void a_command_keeps_its_nesting_and_runs_in_its_own_loader() throws IOException {
    PluginJar.working("hello", GROUP.formatted("hi")).writeTo(directory.resolve("hello.jar"));

    assertThat(run("hi", "greet", "Ada")).isEqualTo(7);
    assertThat(out).hasToString("Hello, Ada, from hello\n");
  }

  @Test
  void the_root_lists_the_group_once_and_its_subcommands_not_at_all() throws IOException {
    PluginJar.working("hello", GROUP.formatted("money") + PIPELINE).writeTo(directory.resolve("hello.jar"));

    assertThat(run("--help")).isZero();
    assertThat(out.toString()).containsOnlyOnce("money").contains("Greetings.").doesNotContain("greet ");
  }

  @Test
  void a_command_named_like_a_data_type_of_its_plugin_is_joined_by_the_pipelines_commands() throws IOException {
    PluginJar.working("hello", GROUP.formatted("money") + PIPELINE).writeTo(directory.resolve("hello.jar"));

    assertThat(run("money", "greet", "Ada")).isEqualTo(7);
    assertThat(run("money", "etl")).isEqualTo(9);
  }

  @Test
  void a_pipeline_without_commands_of_its_own_has_a_group_too() throws IOException {
    PluginJar.working("hello", PIPELINE).writeTo(directory.resolve("hello.jar"));

    assertThat(run("money", "etl")).isEqualTo(9);
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("money").contains("Money.");
  }

  @Test
  void every_command_of_a_plugin_has_help_and_the_options_of_clerk() throws IOException {
    PluginJar.working("hello", GROUP.formatted("hi")).writeTo(directory.resolve("hello.jar"));

    assertThat(run("hi", "greet", "--help")).isZero();
    assertThat(out.toString()).contains("Greets.").contains("--storage-dir");
  }

  @Test
  void one_command_in_two_plugins_is_a_start_up_error_that_names_both() throws IOException {
    PluginJar.working("one", GROUP.formatted("hi")).writeTo(directory.resolve("one.jar"));
    PluginJar.working("two", GROUP.formatted("hi")).writeTo(directory.resolve("two.jar"));

    assertThatThrownBy(() -> run("--help")).isInstanceOf(BadConfiguration.class)
        .hasMessage("the command 'hi' is brought by the plugins one and two; take one of the plugins away");
  }

  @Test
  void a_command_named_like_another_plugins_data_type_is_a_start_up_error() throws IOException {
    PluginJar.working("one", PIPELINE).writeTo(directory.resolve("one.jar"));
    PluginJar.working("two", GROUP.formatted("money")).writeTo(directory.resolve("two.jar"));

    assertThatThrownBy(() -> run("--help")).isInstanceOf(BadConfiguration.class)
        .hasMessageStartingWith("the command 'money' is brought by the plugins one and two");
  }

  @Test
  void the_hosts_own_commands_cannot_be_replaced() throws IOException {
    PluginJar.working("hello", GROUP.formatted("site")).writeTo(directory.resolve("hello.jar"));

    assertThatThrownBy(() -> run("--help")).isInstanceOf(BadConfiguration.class)
        .hasMessageStartingWith("the command 'site' is clerk's own, and is brought by the plugin hello");
  }

  @Test
  void a_subcommand_may_not_replace_one_that_clerk_makes() throws IOException {
    PluginJar.working("hello", GROUP.formatted("money").replace("\"greet\"", "\"etl\"") + PIPELINE)
        .writeTo(directory.resolve("hello.jar"));

    assertThatThrownBy(() -> run("--help")).isInstanceOf(BadConfiguration.class)
        .hasMessageStartingWith("the command 'money etl' is made by clerk for the pipeline");
  }

  @Test
  void a_command_without_a_name_is_left_out() throws IOException {
    PluginJar.working("hello", """
                               @Command public static class Nameless implements Runnable { public void run() {} }
                               public List<Object> commands(PluginContext c) { return List.of(new Nameless()); }
                               """ + PIPELINE).writeTo(directory.resolve("hello.jar"));

    assertThat(broken()).containsExactly("plugin hello (hello.jar) cannot be used: its command t.hello.Brings$Nameless"
        + " cannot be used: it has no lower-case name; write @Command(name = \"…\")");
    assertThat(run("money", "etl")).isEqualTo(9);
  }

  @Test
  void a_resource_bundle_that_picocli_cannot_see_costs_only_that_command() throws IOException {
    PluginJar.working("hello", GROUP.formatted("hi")
        .replace("name = \"hi\"",
            "name = \"hi\", resourceBundle = \"t.hello.Texts\"")
        + PIPELINE).writeTo(directory.resolve("hello.jar"));

    assertThat(broken()).singleElement().asString().contains("t.hello.Texts");
    assertThat(run("money", "etl")).isEqualTo(9);
  }

  @Test
  void an_option_that_every_command_has_already_costs_only_that_command() throws IOException {
    PluginJar.working("hello", GROUP.formatted("hi")
        .replace("@picocli.CommandLine.Parameters String name",
            "@picocli.CommandLine.Option(names = {\"-q\", \"--query\"}) String name"))
        .writeTo(directory.resolve("hello.jar"));

    assertThat(broken()).singleElement()
        .asString()
        .endsWith("'hi greet' has the option -q, which every command of clerk has already");
  }

  @Test
  void a_catalog_says_what_the_help_needs() throws IOException {
    PluginJar.working("hello", GROUP.formatted("hi") + PIPELINE).writeTo(directory.resolve("hello.jar"));
    PluginJar.empty().entry("readme.txt", "hello").writeTo(directory.resolve("bad.jar"));

    try (var plugins = load()) {
      var catalog = PluginGroups.of(plugins, List.of("site")).catalog();
      assertThat(catalog.groups()).containsExactly(new PluginCatalog.Group("hi", "Greetings."),
          new PluginCatalog.Group("money", "Money."));
      assertThat(catalog.warnings()).containsExactly("plugin bad.jar cannot be used: it has no META-INF/MANIFEST.MF"
          + " with a Plugin-Id, so it is no plugin");
    }
  }

  private List<String> broken() {
    try (var plugins = load()) {
      return PluginGroups.of(plugins, List.of("site")).broken().stream().map(BrokenPlugin::message).toList();
    }
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    try (var plugins = load()) {
      var groups = PluginGroups.of(plugins, List.of("site"));
      var root = new CommandLine(CommandSpec.create()
          .name("clerk")
          .mixinStandardHelpOptions(true)
          .addMixin("global",
              CommandSpec.forAnnotatedObject(new GlobalOptions())));
      groups.attachTo(root, _ -> Map.of("etl", new CommandLine(new Etl())));
      return root.setOut(new PrintWriter(out, true))
          .setExecutionStrategy(groups.inOwnLoader(new CommandLine.RunLast()))
          .execute(arguments);
    }
  }

  private Plugins load() {
    return Plugins.load(directory, (TestPluginContext) () -> directory, "0.1.0");
  }

  @CommandLine.Command(name = "etl")
  private static final class Etl implements java.util.concurrent.Callable<Integer> {
    @Override
    public Integer call() {
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(Etl.class.getClassLoader());
      return 9;
    }
  }
}
