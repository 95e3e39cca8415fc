package band.civic.clerk.core.job;

import band.civic.clerk.spi.DataSummary;
import band.civic.clerk.spi.Freshness;
import band.civic.clerk.spi.Pipeline;
import band.civic.clerk.spi.PipelineOption;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.SiteDatabase;
import band.civic.clerk.spi.Stage;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// A pipeline of four tasks: `people` and `money` extract, `clean` needs both, `publish` writes a file of as many bytes
/// as [#records]. What a task does can be exchanged.
public final class FakePipeline implements Pipeline {
  /// Rows that the source has.
  public final AtomicLong records = new AtomicLong(100);
  private final Map<String, Function<TaskContext, TaskReport>> works = new ConcurrentHashMap<>();
  private final String dataType;
  private long seen;

  public FakePipeline(String dataType) {
    this.dataType = dataType;
    works.put("people", context -> TaskReport.empty());
    works.put("money", context -> extract());
    works.put("clean", context -> TaskReport.empty().withWritten(seen).withChanged(1));
    works.put("publish", this::publish);
  }

  /// Gives a task other work.
  public void when(String task, Function<TaskContext, TaskReport> work) {
    works.put(task, work);
  }

  @Override
  public String dataType() {
    return dataType;
  }

  @Override
  public String description() {
    return "Invented money.";
  }

  @Override
  public SiteDatabase database() {
    return new SiteDatabase(dataType + "/invented.db", "Invented", "", "", "", "", List.of(), List.of());
  }

  @Override
  public boolean supports(Site site) {
    return !site.subdomain().startsWith("nothing");
  }

  @Override
  public List<PipelineOption> options() {
    return List.of(new PipelineOption("from", "PATH", "files on disk", Stage.EXTRACT),
        new PipelineOption("sample", "", "invented data", Stage.EXTRACT),
        new PipelineOption("compat", "MODE", "how it was once", Stage.TRANSFORM));
  }

  @Override
  public List<Task> tasks() {
    return List.of(
        Task.extract("people").writes("persons").freshFor(Freshness.hours(20)).runs(context -> run("people", context)),
        Task.extract("money").writes("pages").freshFor(Freshness.hours(20)).runs(context -> run("money", context)),
        Task.transform("clean").reads("pages", "persons").writes("silver").runs(context -> run("clean", context)),
        Task.load("publish").dependsOn("clean").reads("silver").runs(context -> run("publish", context)));
  }

  private TaskReport run(String task, TaskContext context) {
    return Optional.ofNullable(works.get(task)).orElseThrow().apply(context);
  }

  private TaskReport extract() {
    var now = records.get();
    var changed = now - seen;
    seen = now;
    return TaskReport.empty().withRead(now).withChanged(Math.abs(changed));
  }

  /// Publishes by rename and keeps the version before, as clerk-etl does.
  private TaskReport publish(TaskContext context) {
    var file = context.workspace().publishedFile();
    try {
      var beside = context.workspace().directory().resolve("building");
      Files.writeString(beside, "x".repeat((int) seen));
      if (Files.exists(file)) {
        var stamp = context.clock().instant().toString().replaceAll("[-:]", "").replace("Z", "000Z");
        var previous = Files.createDirectories(file.resolveSibling("previous"));
        Files.move(file, previous.resolve("invented-" + stamp + ".db"));
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var summary = new DataSummary("Invented (X)", Optional.of(LocalDate.of(2020, 1, 1)), Optional.of(LocalDate.of(2020,
        12, 31)), seen, List.of("gifts", "loans"));
    return TaskReport.empty().withWritten(seen).withChanged(1).withSummary(summary);
  }
}
