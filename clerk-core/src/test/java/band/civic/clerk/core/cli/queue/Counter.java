package band.civic.clerk.core.cli.queue;

import band.civic.clerk.core.TypedCommands.Printed;
import band.civic.clerk.core.TypedCommands;
import band.civic.clerk.core.plugin.PluginJar;
import band.civic.clerk.core.site.NewSite;
import band.civic.clerk.core.site.SiteCatalog;
import band.civic.clerk.core.site.SiteEvents;
import band.civic.clerk.core.site.Sites;
import band.civic.clerk.core.store.Registry;
import band.civic.clerk.core.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A directory with a registry and a plugin: the pipeline `money` and the job `tidy`. The site `down.ca` has a source that
/// never answers, `odd.ca` one that answers nonsense.
public final class Counter {
  private static final String PLUGIN = """
      static TaskReport fetch(TaskContext context) {
        String site = context.site().subdomain();
        if (site.equals("down.ca")) throw new ClerkException.SourceUnavailable("503");
        if (site.equals("odd.ca")) throw new ClerkException.BadSourceData("404: there is no such agency");
        return TaskReport.empty().withRead(3).withChanged(3).withNotices(List.of(Notice.warning("odd", "row", "Odd.")));
      }
      static TaskReport publish(TaskContext context) {
        try {
          java.nio.file.Files.createDirectories(context.workspace().publishedFile().getParent());
          java.nio.file.Files.writeString(context.workspace().publishedFile(), "published");
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        return TaskReport.empty().withWritten(3).withChanged(3).withSummary(new DataSummary("X",
            Optional.empty(), Optional.empty(), 3, List.of("gifts")));
      }
      public List<Pipeline> pipelines(PluginContext c) {
        return List.of(new Pipeline() {
          public String dataType() { return "money"; }
          public String description() { return "Money."; }
          public SiteDatabase database() {
            return new SiteDatabase("money/money.db", "", "", "", "", "", List.of(), List.of());
          }
          public boolean supports(Site site) { return !site.subdomain().startsWith("none"); }
          public List<Task> tasks() {
            return List.of(Task.extract("fetch").writes("pages").freshFor(Freshness.hours(20)).runs(Brings::fetch),
                Task.load("publish").dependsOn("fetch").reads("pages").runs(Brings::publish));
          }
        });
      }
      public List<JobType> jobTypes(PluginContext c) {
        return List.of(new JobType() {
          public String name() { return "tidy"; }
          public String description() { return "Tidies up."; }
          public String queue() { return "brooms"; }
          public TaskReport run(TaskContext context) { return TaskReport.empty().withChanged(1); }
        });
      }
      """;

  private final Path directory;
  private final String url;
  private final TypedCommands commands;

  public Counter(Path directory, TestDatabase database) {
    this.directory = directory;
    this.url = database.newRegistry(directory.resolve("storage"));
    this.commands = new TypedCommands(directory).with("CLERK_DATABASE_URL", url);
    try {
      PluginJar.working("cash", PLUGIN)
          .writeTo(Files.createDirectories(directory.resolve("plugins"))
              .resolve("cash.jar"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Registers sites.
  public Counter with(String... subdomains) {
    try (var registry = Registry.open(url)) {
      var sites = new Sites(registry, SiteCatalog.EMPTY, SiteEvents.NONE, Clock.systemUTC());
      for (var subdomain : subdomains) {
        sites.register(new NewSite(subdomain, subdomain, "CA", "US", "city", Optional.empty(), Map.of()));
      }
    }
    return this;
  }

  /// Sets a variable of the environment.
  public Counter set(String variable, String value) {
    commands.with(variable, value);
    return this;
  }

  /// Types `clerk …`.
  public Printed clerk(String... words) {
    return commands.type(words);
  }

  /// One value of a document that was printed.
  static String value(Printed printed, String key) {
    var value = Pattern.compile("\"%s\": \"?([^\",\\n]*)".formatted(key)).matcher(printed.out());
    return value.find() ? value.group(1) : "";
  }

  /// Rows out of the registry, cells joined by blanks.
  public List<String> rows(String sql) {
    try (var registry = Registry.open(url)) {
      return registry.sql()
          .fetch(sql)
          .map(row -> Arrays.stream(row.intoArray()).map(String::valueOf).collect(Collectors.joining(" ")));
    }
  }

  void execute(String sql) {
    try (var registry = Registry.open(url)) {
      registry.sql().execute(sql);
    }
  }

  String log() throws IOException {
    return Files.readString(directory.resolve("storage/logs/clerk.jsonl"));
  }
}
