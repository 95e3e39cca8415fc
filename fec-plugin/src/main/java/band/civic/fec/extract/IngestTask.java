package band.civic.fec.extract;

import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Freshness;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.fec.bronze.BronzeDatabase;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.Figures;
import band.civic.fec.bronze.IngestLog;
import band.civic.fec.bronze.Ingests;
import band.civic.fec.bronze.SqlFailures;
import band.civic.fec.bulkfile.BulkDirectory;
import band.civic.fec.bulkfile.FoundFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The task `bulk-ingest`: takes the bulk files of a cycle into bronze, from `--from` or from where they were downloaded.
public final class IngestTask {
  /// Its name.
  public static final String NAME = "bulk-ingest";

  private IngestTask() {}

  static Task create() {
    return Task.extract(NAME)
        .dependsOn(DownloadTask.NAME)
        .reads("downloads")
        .writes("bronze")
        .freshFor(Freshness.hours(1))
        .runs(IngestTask::run);
  }

  private static TaskReport run(TaskContext context) {
    if (!context.site().subdomain().equals(BronzeLayout.NATION)) {
      return new Nation(context).look();
    }
    Background.enter(context);
    var settings = new FecSettings(context.settings());
    var cycle = settings.cycle(context);
    var files = files(context, cycle);
    try (var bronze = BronzeDatabase.open(context.workspace().database("bronze"))) {
      var all = new IngestAll(context, bronze, cycle);
      return all.run(files, settings.order(context));
    } catch (SQLException e) {
      throw SqlFailures.of(BronzeLayout.of(context).directory(), e);
    }
  }

  private static List<FoundFile> files(TaskContext context, int cycle) {
    var from = context.option("sample").isPresent()
        ? Optional.of(Sample.write(context, cycle))
        : context.option("from").map(Path::of);
    var downloaded = context.workspace().rawDirectory().resolve(String.valueOf(cycle));
    if (from.isEmpty() && !Files.isDirectory(downloaded)) {
      return List.of();
    }
    var kinds = Kinds.of(context);
    return BulkDirectory.list(from.orElse(downloaded), cycle)
        .stream()
        .filter(file -> kinds.contains(file.kind()))
        .toList();
  }

  /// One run over several files.
  private record IngestAll(TaskContext context, BronzeDatabase bronze, int cycle) {

    TaskReport run(List<FoundFile> files, IngestOrder order) throws SQLException {
      new LeftBehind(bronze, BronzeLayout.of(context)).settle(context.runId(), context.clock().instant());
      Sample.checkUnmixed(context, bronze);
      new RoomNeeded(BronzeLayout.of(context), cycle).check(files);
      var report = TaskReport.empty();
      context.progress().total(files.stream().mapToLong(file -> file.open().bytes()).sum());
      for (var file : files) {
        context.checkCancelled();
        report = add(report, one(file, order));
      }
      return report;
    }

    private Figures one(FoundFile file, IngestOrder order) throws SQLException {
      var log = IngestLog.of(context, new FecSettings(context.settings()).now(context.clock().instant()));
      var about = Map.of("kind", file.kind().id(), "cycle", cycle, "file", file.name());
      var start = new Ingests.Start(context.runId(), context.option("command").orElse("fec etl"),
          Sample.source(context),
          file.kind().id(), cycle, file.name());
      var id = bronze.ingests().begin(start, context.clock().instant());
      log.write("start", NAME, about);
      try {
        var result = result(file, order.withIngestId(id));
        bronze.ingests().end(id, result.status(), result.figures(), context.clock().instant());
        var facts = new LinkedHashMap<String, Object>(about);
        facts.put("status", result.status());
        facts.putAll(result.figures().byName());
        log.write("end", NAME, facts);
        return result.figures();
      } catch (ClerkException e) {
        var reason = String.valueOf(e.getMessage());
        bronze.ingests().fail(id, "refused", reason, context.clock().instant());
        log.write("end", NAME, Map.of("kind", file.kind().id(), "cycle", cycle, "status", "refused", "reason",
            reason));
        throw e;
      }
    }

    private FileIngest.Result result(FoundFile file, IngestOrder order) throws SQLException {
      var stamp = new FileIngest.Stamp(context.runId(), context.clock().instant(), file.version());
      var database = BronzeLayout.of(context).file(file.kind(), cycle);
      var result = new FileIngest(database, order, stamp).run(file);
      var conflicts = new Conflicts(bronze, order.ingestId()).find(file.kind(), database);
      return new FileIngest.Result(result.status(), result.figures().withConflicts(conflicts));
    }

    private static TaskReport add(TaskReport report, Figures figures) {
      return report.withRead(report.read() + figures.read())
          .withWritten(report.written() + figures.added() + figures.changed() + figures.unchanged())
          .withChanged(report.changed() + figures.added() + figures.changed())
          .withUnchanged(report.unchanged() + figures.unchanged())
          .withRetired(report.retired() + figures.retired())
          .withRejected(report.rejected() + figures.rejected());
    }
  }
}
