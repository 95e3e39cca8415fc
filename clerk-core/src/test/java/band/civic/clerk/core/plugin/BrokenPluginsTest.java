package band.civic.clerk.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import band.civic.clerk.testkit.task.TestPluginContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each bad plugin lies beside a good one, which always works.
class BrokenPluginsTest {
  private static final PluginJar GOOD = PluginJar.working("good", "");

  @TempDir
  private Path directory;

  @BeforeEach
  void a_good_plugin_lies_there() throws IOException {
    GOOD.writeTo(directory.resolve("good.jar"));
  }

  @AfterEach
  void the_good_plugin_works() {
    try (var plugins = load()) {
      assertThat(plugins.loaded()).extracting(LoadedPlugin::id).contains("good");
    }
  }

  @Test
  void an_empty_file_is_named_as_such() throws IOException {
    Files.createFile(directory.resolve("bad.jar"));

    assertThat(cause()).isEqualTo("the file bad.jar is empty; copy it again");
  }

  @Test
  void a_corrupt_jar_is_damaged() throws IOException {
    Files.writeString(directory.resolve("bad.jar"), "this is no archive");

    assertThat(cause()).contains("bad.jar is damaged or was cut short").contains("copy it again");
  }

  @Test
  void a_truncated_jar_is_damaged() throws IOException {
    var jar = directory.resolve("bad.jar");
    PluginJar.working("bad", "").writeTo(jar);
    var whole = Files.readAllBytes(jar);
    Files.write(jar, Arrays.copyOf(whole, whole.length / 2));

    assertThat(cause()).contains("bad.jar is damaged or was cut short");
  }

  @Test
  void a_corrupt_zip_is_damaged() throws IOException {
    Files.writeString(directory.resolve("bad.zip"), "this is no archive");

    assertThat(cause()).contains("bad.zip is damaged or was cut short");
  }

  @Test
  void a_jar_without_manifest_is_no_plugin() throws IOException {
    PluginJar.empty().entry("readme.txt", "hello").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).isEqualTo("it has no META-INF/MANIFEST.MF with a Plugin-Id, so it is no plugin");
  }

  @Test
  void a_plugin_needs_an_id() throws IOException {
    PluginJar.working("bad", "").without("Plugin-Id").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).isEqualTo("its manifest has no Plugin-Id");
  }

  @Test
  void a_plugin_needs_a_version() throws IOException {
    PluginJar.working("bad", "").without("Plugin-Version").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).isEqualTo("its manifest has no Plugin-Version");
  }

  @Test
  void a_version_is_semantic() throws IOException {
    PluginJar.working("bad", "").manifest("Plugin-Version", "banana").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).isEqualTo("its version 'banana' is no semantic version such as 1.0.0");
  }

  @Test
  void a_range_that_cannot_be_read_costs_only_its_plugin() throws IOException {
    PluginJar.working("bad", "").manifest("Plugin-Requires", "banana").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).startsWith("it needs clerk 'banana', which is no range of versions");
  }

  @Test
  void a_plugin_for_a_later_clerk_is_refused() throws IOException {
    PluginJar.working("bad", "").manifest("Plugin-Requires", ">=2.0.0 & <3.0.0").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).startsWith("it needs clerk >=2.0.0 & <3.0.0 and this is clerk 0.1.0");
  }

  @Test
  void a_range_without_an_upper_end_is_refused() throws IOException {
    PluginJar.working("bad", "").manifest("Plugin-Requires", "0.1.0").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).startsWith("it needs clerk '0.1.0', which has no upper end");
  }

  @Test
  void a_plugin_that_says_no_range_is_refused() throws IOException {
    PluginJar.working("bad", "").without("Plugin-Requires").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).startsWith("it needs clerk '*', which has no upper end");
  }

  @Test
  void a_plugin_class_of_pf4j_is_not_used() throws IOException {
    PluginJar.working("bad", "").manifest("Plugin-Class", "t.Missing").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).startsWith("it names a Plugin-Class (t.Missing), which clerk does not use");
  }

  @Test
  void the_class_that_the_service_file_names_must_be_there() throws IOException {
    PluginJar.named("bad").service("t.Missing").writeTo(directory.resolve("bad.jar"));

    assertThat(cause())
        .isEqualTo("it failed to start: its META-INF/services entry is wrong: Provider t.Missing not found");
  }

  @Test
  void a_plugin_without_a_service_file_brings_nothing() throws IOException {
    PluginJar.named("bad").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).startsWith("it has no META-INF/services/band.civic.clerk.spi.ClerkPlugin");
  }

  @Test
  void a_class_that_is_no_clerk_plugin_is_refused() throws IOException {
    PluginJar.named("bad")
        .source("t.Other", "package t; public class Other {}")
        .service("t.Other")
        .writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).contains("META-INF/services entry is wrong").contains("t.Other not a subtype");
  }

  @Test
  void a_constructor_with_arguments_is_no_use() throws IOException {
    PluginJar.working("bad", "public Brings(String needed) {}").writeTo(directory.resolve("bad.jar"));

    assertThat(cause())
        .isEqualTo("it failed to start: its t.bad.Brings has no public constructor without arguments");
  }

  @Test
  void a_throwing_constructor_is_quoted() throws IOException {
    PluginJar.working("bad", "public Brings() { throw new IllegalStateException(\"no key\"); }")
        .writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).isEqualTo("it failed to start: its t.bad.Brings could not be instantiated:"
        + " IllegalStateException: no key");
  }

  @Test
  void a_failing_static_initializer_is_quoted() throws IOException {
    PluginJar.working("bad", "static final int N = Integer.parseInt(\"x\");").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).contains("static initializer failed: NumberFormatException: For input string: \"x\"");
  }

  @Test
  void a_class_that_is_not_carried_is_named() throws IOException {
    var library = directory.resolveSibling("library.jar");
    PluginJar.empty()
        .source("lib.Tool", "package lib; public class Tool { public static void use() {} }")
        .writeTo(library);
    var source = """
                 package t;
                 public class Uses implements band.civic.clerk.spi.ClerkPlugin {
                   public String name() { lib.Tool.use(); return "bad"; }
                 }
                 """;
    PluginJar.named("bad")
        .source("t.Uses", source, java.util.List.of(library))
        .service("t.Uses")
        .writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).startsWith("it failed to start: it needs the class lib.Tool, which it does not carry");
  }

  @Test
  void a_newer_class_version_is_told_as_a_java_version() throws IOException {
    var jar = PluginJar.working("bad", "");
    jar.patch("t/bad/Brings.class", 7, (byte) (jar.entry("t/bad/Brings.class")[7] + 5))
        .writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).matches("it failed to start: its class t.bad.Brings needs Java \\d+, clerk runs on Java \\d+");
  }

  @Test
  void a_garbage_class_is_damaged() throws IOException {
    PluginJar.working("bad", "").entry("t/bad/Brings.class", "garbage").writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).startsWith("it failed to start: one of its classes is damaged");
  }

  @Test
  void any_error_while_contributing_costs_only_its_plugin() throws IOException {
    PluginJar
        .working("bad", "public List<JobType> jobTypes(PluginContext c) { throw new AssertionError(\"not today\"); }")
        .writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).isEqualTo("it failed to start: AssertionError: not today");
  }

  @Test
  void an_endless_recursion_costs_only_its_plugin() throws IOException {
    PluginJar.working("bad", "public List<Object> commands(PluginContext c) { return commands(c); }")
        .writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).startsWith("it failed to start: StackOverflowError");
  }

  @Test
  void null_is_no_answer() throws IOException {
    PluginJar.working("bad", "public List<Pipeline> pipelines(PluginContext c) { return null; }")
        .writeTo(directory.resolve("bad.jar"));

    assertThat(cause()).startsWith("its pipelines() gave back null");
  }

  private String cause() {
    try (var plugins = load()) {
      assertThat(plugins.broken()).hasSize(1);
      assertThat(plugins.broken().getFirst().file().getFileName().toString()).startsWith("bad.");
      return plugins.broken().getFirst().cause();
    }
  }

  private Plugins load() {
    return Plugins.load(directory, (TestPluginContext) () -> directory, "0.1.0");
  }
}
