package band.civic.clerk.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.PluginContext;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls into plugin code, from the host's side.
class GuardedTest {
  /// Every answer is the name of the context class loader that the plugin sees.
  private static final String TELLS_LOADER = """
                                             static String loader() { return Thread.currentThread().getContextClassLoader().getName(); }
                                             public List<Pipeline> pipelines(PluginContext c) {
                                               return List.of(new Pipeline() {
                                                 public String dataType() { return loader(); }
                                                 public String description() { return loader(); }
                                                 public SiteDatabase database() {
                                                   return new SiteDatabase(loader(), "", "", "", "", "", List.of(), List.of());
                                                 }
                                                 public boolean supports(Site site) { return loader().equals("seen"); }
                                                 public List<PipelineOption> options() {
                                                   return List.of(new PipelineOption(loader(), "", "", Stage.EXTRACT));
                                                 }
                                                 public List<Task> tasks() {
                                                   return List.of(Task.extract(loader()).runs(context ->
                                                       TaskReport.empty().withNotices(List.of(Notice.info(loader(), "", "")))));
                                                 }
                                               });
                                             }
                                             public List<SiteListener> siteListeners(PluginContext c) {
                                               return List.of(new SiteListener() {
                                                 public void siteCreated(Site site) { throw new IllegalStateException(loader()); }
                                               });
                                             }
                                             """;

  @TempDir
  private Path directory;

  @Test
  void a_pipeline_sees_its_own_context_class_loader_in_every_call() throws IOException {
    PluginJar.working("seen", TELLS_LOADER).writeTo(directory.resolve("seen.jar"));

    try (var plugins = load()) {
      var pipeline = plugins.pipelines().getFirst().value();
      assertThat(pipeline.dataType()).isEqualTo("seen");
      assertThat(pipeline.description()).isEqualTo("seen");
      assertThat(pipeline.database().path()).isEqualTo("seen");
      assertThat(pipeline.supports(nothing(Site.class))).isTrue();
      assertThat(pipeline.options().getFirst().name()).isEqualTo("seen");
    }
  }

  @Test
  void a_task_sees_it_on_whichever_thread_it_runs() throws Exception {
    PluginJar.working("seen", TELLS_LOADER).writeTo(directory.resolve("seen.jar"));

    try (var plugins = load(); var threads = java.util.concurrent.Executors.newSingleThreadExecutor()) {
      var task = plugins.pipelines().getFirst().value().tasks().getFirst();
      assertThat(task.name()).isEqualTo("seen");
      var report = threads.submit(() -> task.run(nothing(TaskContext.class))).get();
      assertThat(report.notices()).extracting(Notice::code).containsExactly("seen");
    }
  }

  @Test
  void a_listener_sees_it_and_what_it_throws_comes_through() throws IOException {
    PluginJar.working("seen", TELLS_LOADER).writeTo(directory.resolve("seen.jar"));
    var before = Thread.currentThread().getContextClassLoader();

    try (var plugins = load()) {
      var listener = plugins.siteListeners().getFirst().value();
      assertThatThrownBy(() -> listener.siteCreated(nothing(Site.class))).isInstanceOf(IllegalStateException.class)
          .hasMessage("seen");
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }
  }

  @Test
  void a_class_that_is_missing_only_when_called_names_the_plugin() throws IOException {
    var library = directory.resolveSibling("tool.jar");
    PluginJar.empty()
        .source("lib.Tool", "package lib; public class Tool { public static void use() {} }")
        .writeTo(library);
    var source = """
                 package t;
                 import band.civic.clerk.spi.*;
                 public class Late implements ClerkPlugin {
                   public String name() { return "late"; }
                   public java.util.List<JobType> jobTypes(PluginContext c) {
                     return java.util.List.of(new JobType() {
                       public String name() { return "late"; }
                       public String description() { return "Late."; }
                       public TaskReport run(TaskContext context) {
                         lib.Tool.use();
                         return TaskReport.empty();
                       }
                     });
                   }
                 }
                 """;
    PluginJar.named("late")
        .source("t.Late", source, List.of(library))
        .service("t.Late")
        .writeTo(directory.resolve("late.jar"));

    try (var plugins = load()) {
      var job = plugins.jobTypes().getFirst().value();
      assertThatThrownBy(() -> job.run(nothing(TaskContext.class))).isInstanceOf(BadConfiguration.class)
          .hasMessageStartingWith("plugin late 1.0.0 does not fit this clerk or is incomplete: it needs the class"
              + " lib.Tool, which it does not carry");
    }
  }

  @Test
  void a_job_type_gives_back_what_the_plugin_gives_back() throws IOException {
    PluginJar.working("some", """
                              public List<JobType> jobTypes(PluginContext c) {
                                return List.of(new JobType() {
                                  public String name() { return "count"; }
                                  public String description() { return "Counts."; }
                                  public TaskReport run(TaskContext context) { return TaskReport.empty().withRead(7); }
                                });
                              }
                              """).writeTo(directory.resolve("some.jar"));

    try (var plugins = load()) {
      assertThat(plugins.jobTypes().getFirst().value().run(nothing(TaskContext.class)))
          .isEqualTo(TaskReport.empty().withRead(7));
    }
  }

  @Test
  void what_the_host_answers_a_plugin_is_found_with_the_hosts_loader() throws IOException {
    PluginJar.working("asks", "public List<Object> commands(PluginContext c) { c.listSites(); return List.of(); }")
        .writeTo(directory.resolve("asks.jar"));
    var seen = new ArrayList<ClassLoader>();
    var host = (PluginContext) Proxy.newProxyInstance(PluginContext.class.getClassLoader(),
        new Class<?>[]{PluginContext.class}, (proxy, method, arguments) -> {
          seen.add(Thread.currentThread().getContextClassLoader());
          return List.of();
        });

    Plugins.load(directory, host, "0.1.0").close();

    assertThat(seen).containsExactly(Plugins.class.getClassLoader());
  }

  private Plugins load() {
    return Plugins.load(directory, new FakePluginContext(directory), "0.1.0");
  }

  /// A value that nobody asks anything.
  private static <T> T nothing(Class<T> type) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, method, arguments) -> {
      throw new UnsupportedOperationException(method.getName());
    }));
  }
}
