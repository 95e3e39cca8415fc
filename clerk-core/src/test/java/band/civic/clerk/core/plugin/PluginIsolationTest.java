package band.civic.clerk.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.testkit.task.TestPluginContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginIsolationTest {
  /// A plugin whose only command is a function that looks classes up as plugin code would.
  private static final String LOOKS_UP = """
                                         public List<Object> commands(PluginContext c) {
                                           java.util.function.Function<String, Object> find = name -> {
                                             try {
                                               return Class.forName(name);
                                             } catch (ClassNotFoundException e) {
                                               return "invisible";
                                             }
                                           };
                                           return List.of(find);
                                         }
                                         """;

  @TempDir
  private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"org.jooq.DSLContext", "org.quartz.Scheduler", "tools.jackson.databind.ObjectMapper",
      "org.flywaydb.core.Flyway",
      "com.zaxxer.hikari.HikariDataSource", "ch.qos.logback.classic.Logger", "org.pf4j.PluginManager",
      "band.civic.clerk.core.plugin.Plugins", "org.junit.jupiter.api.Test"})
  void the_hosts_own_libraries_are_invisible(String className) throws IOException {
    PluginJar.working("curious", LOOKS_UP).writeTo(directory.resolve("curious.jar"));

    assertThat(found(className)).isEqualTo("invisible");
  }

  @ParameterizedTest
  @ValueSource(strings = {"band.civic.clerk.spi.Pipeline", "org.slf4j.LoggerFactory", "picocli.CommandLine",
      "org.jspecify.annotations.Nullable", "org.sqlite.SQLiteDataSource", "java.net.http.HttpClient",
      "com.sun.net.httpserver.HttpServer"})
  void the_contract_and_what_it_shares_are_the_hosts(String className) throws Exception {
    PluginJar.working("curious", LOOKS_UP).writeTo(directory.resolve("curious.jar"));

    assertThat(found(className)).isSameAs(Class.forName(className));
  }

  @Test
  void two_plugins_with_different_versions_of_a_library_work_side_by_side() throws IOException {
    carrying("one", "1.0").writeTo(directory.resolve("one.jar"));
    carrying("two", "2.0").writeTo(directory.resolve("two.jar"));

    try (var plugins = load()) {
      assertThat(plugins.jobTypes()).extracting(job -> job.value().description()).containsExactly("lib 1.0", "lib 2.0");
    }
  }

  @Test
  void a_plugin_may_carry_another_version_of_a_library_that_the_host_uses() throws IOException {
    PluginJar.working("curious", LOOKS_UP)
        .source("org.jooq.DSLContext", "package org.jooq; public class DSLContext {}")
        .writeTo(directory.resolve("curious.jar"));

    try (var plugins = load()) {
      var seen = (Class<?>) look(plugins, "org.jooq.DSLContext");
      assertThat(seen.getClassLoader()).isSameAs(plugins.commands().getFirst().loader());
      assertThat(seen.getClassLoader().getName()).isEqualTo("curious");
    }
  }

  @ParameterizedTest
  @CsvSource({"org/sqlite/JDBC.class, sqlite-jdbc", "band/civic/clerk/spi/Task.class, clerk-spi",
      "org/slf4j/Logger.class, slf4j-api", "picocli/CommandLine.class, picocli",
      "org/jspecify/annotations/Nullable.class, jspecify", "META-INF/versions/9/org/sqlite/JDBC.class, sqlite-jdbc"})
  void a_jar_that_carries_a_shared_package_is_refused(String entry, String artifact) throws IOException {
    PluginJar.working("good", "").writeTo(directory.resolve("good.jar"));
    PluginJar.working("bad", "").entry(entry, "x").writeTo(directory.resolve("bad.jar"));

    try (var plugins = load()) {
      assertThat(plugins.loaded()).extracting(LoadedPlugin::id).containsExactly("good");
      assertThat(plugins.broken()).singleElement()
          .satisfies(broken -> assertThat(broken.message())
              .startsWith("plugin bad.jar cannot be used: it carries its own " + artifact + " (" + entry + ")")
              .endsWith("build it with " + artifact + " in scope `provided`"));
    }
  }

  @Test
  void drivers_of_the_host_are_found_by_address() throws IOException {
    var source = """
                 public List<Object> commands(PluginContext c) {
                   java.util.function.Function<String, Object> open = url -> {
                     try (var connection = java.sql.DriverManager.getConnection(url)) {
                       return connection.getMetaData().getDatabaseProductName();
                     } catch (java.sql.SQLException e) {
                       return e.getMessage();
                     }
                   };
                   return List.of(open);
                 }
                 """;
    PluginJar.working("curious", source).writeTo(directory.resolve("curious.jar"));

    assertThat(found("jdbc:sqlite::memory:")).isEqualTo("SQLite");
  }

  private static PluginJar carrying(String id, String version) {
    var members = """
                  public List<JobType> jobTypes(PluginContext c) {
                    return List.of(new JobType() {
                      public String name() { return "tell-%s"; }
                      public String description() {
                        try {
                          return (String) Class.forName("lib.Tool").getField("VERSION").get(null);
                        } catch (ReflectiveOperationException e) {
                          throw new IllegalStateException(e);
                        }
                      }
                      public TaskReport run(TaskContext context) { return TaskReport.empty(); }
                    });
                  }
                  """.formatted(id);
    var library = "package lib; public class Tool { public static final String VERSION = \"lib %s\"; }"
        .formatted(version);
    return PluginJar.working(id, members).source("lib.Tool", library);
  }

  private Object found(String name) {
    try (var plugins = load()) {
      return look(plugins, name);
    }
  }

  @SuppressWarnings("unchecked")
  private static Object look(Plugins plugins, String name) {
    var command = plugins.commands().getFirst();
    return command.call(value -> ((Function<String, Object>) value).apply(name));
  }

  private Plugins load() {
    var plugins = Plugins.load(directory, (TestPluginContext) () -> directory, "0.1.0");
    assertThat(List.of(plugins.loaded(), plugins.broken())).isNotEmpty();
    return plugins;
  }
}
