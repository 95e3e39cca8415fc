package band.civic.clerk.core;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.core.cli.RootCommand.Streams;
import band.civic.clerk.core.config.Surroundings;
import band.civic.clerk.core.plugin.PluginJar;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `clerk plugin …`, typed.
class PluginCommandTest {
  private static final String MONEY = """
      public List<Pipeline> pipelines(PluginContext c) {
        return List.of(new Pipeline() {
          public String dataType() { return "money"; }
          public String description() { return "Money."; }
          public SiteDatabase database() {
            return new SiteDatabase("money/money.db", "", "", "", "", "", List.of(), List.of());
          }
          public boolean supports(Site site) { return true; }
          public List<Task> tasks() {
            return List.of(Task.extract("fetch").writes("pages").runs(context -> TaskReport.empty()),
                Task.load("publish").dependsOn("fetch").reads("pages").runs(context -> TaskReport.empty()));
          }
        });
      }
      @Command(name = "money") public static class Group {
        @Command(name = "count") void count() {}
      }
      public List<Object> commands(PluginContext c) { return List.of(new Group()); }
      public List<SiteListener> siteListeners(PluginContext c) { return List.of(new SiteListener() {}); }
      """;
  private static final String JOB = """
      public List<JobType> jobTypes(PluginContext c) {
        return List.of(new JobType() {
          public String name() { return "tidy"; }
          public String description() { return "Tidies up."; }
          public TaskReport run(TaskContext context) { return TaskReport.empty(); }
        });
      }
      """;

  @TempDir
  private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_list_says_what_each_plugin_brings_and_what_is_wrong_with_the_bad_one() throws IOException {
    PluginJar.working("cash", MONEY).writeTo(plugins().resolve("cash.jar"));
    PluginJar.working("broom", JOB).writeTo(plugins().resolve("broom.jar"));
    Files.createFile(plugins().resolve("bad.jar"));

    assertThat(clerk("plugin", "list")).isZero();

    assertThat(out).hasToString("""
        PLUGIN   VERSION  STATE  BRINGS                                         FILE
        broom      1.0.0  ok     job type tidy                                  broom.jar
        cash       1.0.0  ok     pipeline money; command money count; listener  cash.jar
        bad.jar           bad                                                   bad.jar

        bad.jar: the file bad.jar is empty; copy it again
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "show", "verify", "enable", "disable"})
  void every_command_explains_itself(String command) {
    assertThat(clerk("plugin", command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: clerk plugin " + command);
  }

  @Test
  void a_list_may_be_empty() throws IOException {
    assertThat(clerk("plugin", "list")).isZero();
    assertThat(out).hasToString("No plugins.\n");
  }

  @Test
  void a_plugin_shows_everything_it_brings() throws IOException {
    PluginJar.working("cash", MONEY + JOB)
        .manifest("Plugin-Description", "Counts money.")
        .writeTo(plugins().resolve("cash.jar"));

    assertThat(clerk("plugin", "show", "cash")).isZero();

    assertThat(out).hasToString("""
        cash 1.0.0
        Counts money.

        state      ok
        file       %s
        for clerk  >=0.1.0 & <1.0.0 (this is 0.1.0)
        pipeline   money  Money. (money/money.db)
                   extract    fetch
                   load       publish after fetch
        job type   tidy  Tidies up.
        listeners  1
        commands   money count
        """.formatted(plugins().resolve("cash.jar")));
  }

  @Test
  void json_tells_the_same() throws IOException {
    PluginJar.working("cash", MONEY).writeTo(plugins().resolve("cash.jar"));

    assertThat(clerk("plugin", "show", "cash", "--json")).isZero();

    assertThat(out.toString().replaceAll("\\s+", "")).contains("\"name\":\"cash\"", "\"state\":\"ok\"",
        "\"data_type\":\"money\"", "\"database\":\"money/money.db\"",
        "{\"name\":\"publish\",\"stage\":\"load\",\"depends_on\":[\"fetch\"],\"reads\":[\"pages\"],\"writes\":[]}",
        "\"commands\":[\"moneycount\"]", "\"site_listeners\":1", "\"problems\":[]");
  }

  @Test
  void a_plugin_that_is_not_there_is_a_usage_error() throws IOException {
    assertThat(clerk("plugin", "show", "nothing")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no plugin 'nothing' in " + plugins());
  }

  @Test
  void a_bad_plugin_is_shown_with_its_cause() throws IOException {
    PluginJar.working("cash", "")
        .manifest("Plugin-Requires", ">=2.0.0 & <3.0.0")
        .writeTo(plugins().resolve("cash.jar"));

    assertThat(clerk("plugin", "show", "cash")).isEqualTo(78);
    assertThat(out.toString()).contains("state      bad", "problem    it needs clerk >=2.0.0 & <3.0.0");
  }

  @Test
  void verify_passes_when_all_plugins_are_good() throws IOException {
    PluginJar.working("cash", MONEY).writeTo(plugins().resolve("cash.jar"));

    assertThat(clerk("plugin", "verify")).isZero();
    assertThat(out).hasToString("ok  cash 1.0.0 (" + plugins().resolve("cash.jar") + ")\n");
  }

  @Test
  void verify_fails_with_the_cause_when_one_is_bad() throws IOException {
    PluginJar.working("cash", MONEY).writeTo(plugins().resolve("cash.jar"));
    PluginJar.empty().entry("x", "x").writeTo(plugins().resolve("plain.jar"));

    assertThat(clerk("plugin", "verify")).isEqualTo(78);
    assertThat(out.toString()).contains("ok  cash 1.0.0")
        .contains("bad plain.jar")
        .contains("    it has no META-INF/MANIFEST.MF with a Plugin-Id, so it is no plugin");
  }

  @Test
  void verify_looks_at_files_before_they_are_installed() throws IOException {
    var file = directory.resolve("new.jar");
    PluginJar.working("cash", "public Brings() { throw new IllegalStateException(\"no key\"); }").writeTo(file);

    assertThat(clerk("plugin", "verify", file.toString())).isEqualTo(78);
    assertThat(out.toString()).contains("bad cash").contains("IllegalStateException: no key");
  }

  @Test
  void verify_checks_the_tasks_of_a_pipeline() throws IOException {
    PluginJar.working("cash", MONEY.replace("dependsOn(\"fetch\")", "dependsOn(\"fetsch\")"))
        .writeTo(plugins().resolve("cash.jar"));

    assertThat(clerk("plugin", "verify")).isEqualTo(78);
    assertThat(out.toString()).contains("fetsch");
  }

  @Test
  void clashes_are_shown_where_everything_else_stops_at_them() throws IOException {
    PluginJar.working("one", JOB).writeTo(plugins().resolve("one.jar"));
    PluginJar.working("two", JOB).writeTo(plugins().resolve("two.jar"));

    assertThat(clerk("plugin", "list")).isZero();
    assertThat(out.toString()).contains("the job type 'tidy' is brought by the plugins one and two");
    assertThat(clerk("plugin", "verify")).isEqualTo(78);
    assertThat(clerk("tidy")).isEqualTo(78);
    assertThat(err.toString()).contains("the job type 'tidy' is brought by the plugins one and two");
  }

  @Test
  void a_command_that_is_clerks_own_is_a_clash() throws IOException {
    PluginJar.working("cash", MONEY.replace("@Command(name = \"money\")", "@Command(name = \"plugin\")"))
        .writeTo(plugins().resolve("cash.jar"));

    assertThat(clerk("plugin", "verify")).isEqualTo(78);
    assertThat(out.toString()).contains("the command 'plugin' is clerk's own, and is brought by the plugin cash");
  }

  @Test
  void a_plugin_can_be_switched_off_and_on_again() throws IOException {
    PluginJar.working("cash", MONEY).writeTo(plugins().resolve("cash.jar"));

    assertThat(clerk("plugin", "disable", "cash")).isZero();
    assertThat(clerk("plugin", "show", "cash")).isZero();
    assertThat(out.toString()).contains("state      off");
    assertThat(clerk("money", "count")).isEqualTo(2);

    assertThat(clerk("plugin", "enable", "cash")).isZero();
    assertThat(clerk("money", "count")).isZero();
  }

  @Test
  void a_plugins_directory_that_is_a_file_is_said_to_be_none() throws IOException {
    var file = Files.createFile(directory.resolve("file"));

    assertThat(clerk("--plugins-dir", file.toString(), "plugin", "list")).isEqualTo(78);
    assertThat(err.toString()).contains("not a directory");
  }

  @Test
  void a_plugins_directory_that_is_not_there_is_fine() {
    assertThat(clerk("--plugins-dir", directory.resolve("nowhere").toString(), "plugin", "verify")).isZero();
    assertThat(clerk("--plugins-dir", directory.resolve("nowhere").toString(), "--help")).isZero();
  }

  @Test
  void bad_plugins_are_named_on_standard_error_and_the_command_runs() throws IOException {
    PluginJar.working("cash", MONEY).writeTo(plugins().resolve("cash.jar"));
    Files.createFile(plugins().resolve("bad.jar"));

    assertThat(clerk("money", "count")).isZero();
    assertThat(err.toString()).contains("plugin bad.jar cannot be used: the file bad.jar is empty");
  }

  private Path plugins() throws IOException {
    return Files.createDirectories(directory.resolve("plugins"));
  }

  private int clerk(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var environment = Map.of("CLERK_STORAGE_DIR", directory.resolve("storage").toString());
    var surroundings = new Surroundings(environment, directory, Optional.empty());
    var streams = new Streams(new PrintWriter(out, true), new PrintWriter(err, true));
    return new ClerkApp(streams, surroundings, Clock.systemUTC()).run(arguments);
  }
}
