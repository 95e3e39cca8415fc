package band.civic.fec.extract;

import band.civic.clerk.etl.http.Waiting;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Freshness;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Settings;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.fec.bronze.BronzeDatabase;
import band.civic.fec.bronze.BronzeLayout;
import band.civic.fec.bronze.Sql;
import band.civic.fec.bronze.SqlFailures;
import band.civic.fec.bulkfile.Download.Outcome;
import band.civic.fec.bulkfile.Download.Version;
import band.civic.fec.bulkfile.Download;
import band.civic.fec.bulkfile.FileKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The task `bulk-download`: brings the FEC's bulk files of a cycle up to date below `raw/{cycle}`.
public final class DownloadTask {
  /// Its name.
  public static final String NAME = "bulk-download";

  /// The command that asks for nothing else.
  public static final String COMMAND = "fec bulk download";

  /// An option that only commands give: take what lies there, ask for nothing.
  public static final String STORED_ONLY = "stored-only";

  private static final int FRESH_HOURS = 20;

  private DownloadTask() {}

  static Task create() {
    return Task.extract(NAME)
        .writes("downloads")
        .freshFor(Freshness.hours(FRESH_HOURS))
        .runs(DownloadTask::run);
  }

  private static TaskReport run(TaskContext context) {
    var elsewhere = context.option("from").isPresent() || context.option("sample").isPresent();
    if (elsewhere || !context.site().subdomain().equals(BronzeLayout.NATION)) {
      return TaskReport.empty();
    }
    if (context.option(STORED_ONLY).isPresent()) {
      return TaskReport.notDone();
    }
    var settings = new FecSettings(context.settings());
    var cycle = settings.cycle(context);
    try (var bronze = BronzeDatabase.open(context.workspace().database("bronze")); var http = Download.newClient()) {
      var download = new Download(http, Waiting.real(context.clock(), context::checkCancelled), settings.patience());
      var report = TaskReport.empty();
      for (var kind : Kinds.of(context)) {
        report = new One(context, bronze.sql(), cycle).run(download, kind, settings.bulkBase(), report);
      }
      return report.read() > 0 ? report : nothing(context, cycle);
    } catch (SQLException e) {
      throw SqlFailures.of(BronzeLayout.of(context).directory(), e);
    }
  }

  /// In January the FEC has nothing of the new cycle yet: no reason to end a run that nobody gave a cycle.
  private static TaskReport nothing(TaskContext context, int cycle) {
    var isNamed = context.option("cycle").or(() -> context.option("kinds")).isPresent();
    if (isNamed || context.option("command").filter(COMMAND::equals).isPresent()) {
      throw new ClerkException.SourceUnavailable(
          "The FEC has none of these files of cycle %d, or not yet. Name another --cycle, or try again later."
              .formatted(cycle));
    }
    return TaskReport.empty()
        .withNotices(List.of(Notice.info("bulk_cycle_missing", "cycle " + cycle,
            "The FEC has no bulk file of this cycle, or not yet; what is there of others stays as it is")));
  }

  /// The addresses of a cycle's files.
  public static List<String> urls(Settings settings, String kinds, Optional<String> cycle) {
    var fec = new FecSettings(settings);
    var year = fec.cycle(cycle, Instant.now());
    return Kinds.of(kinds).stream().map(kind -> fec.bulkBase() + "/" + kind.path(year)).toList();
  }

  /// Downloads of one run.
  private record One(TaskContext context, Sql sql, int cycle) {

    TaskReport run(Download download, FileKind kind, String base, TaskReport report) throws SQLException {
      var url = URI.create(base + "/" + kind.path(cycle));
      var file = context.workspace().rawDirectory().resolve(String.valueOf(cycle)).resolve(kind.archive(cycle));
      context.progress().step("downloading " + url);
      var outcome = download.run(url, file, known(kind, file));
      remember(kind, url, outcome, file);
      var read = report.withRead(report.read() + 1);
      return switch (outcome.status()) {
        case "missing" -> report.withNotices(List.of(Notice.warning("bulk_file_missing", kind.archive(cycle), url
            + " is not there; the other files were taken")));
        case "downloaded" -> read.withChanged(report.changed() + 1);
        default -> read.withUnchanged(report.unchanged() + 1);
      };
    }

    /// A file that is not what was downloaded is not told to the server as known.
    private Version known(FileKind kind, Path file) throws SQLException {
      var bytes = Files.exists(file) ? size(file) : -1;
      return sql.find(row -> row.getLong("bytes") == bytes
          ? new Version(row.getString("etag"), row.getString("last_modified"))
          : Version.NONE, "SELECT bytes, etag, last_modified FROM downloads WHERE kind = ? AND cycle = ? "
              + "AND status <> 'missing' ORDER BY download_id DESC LIMIT 1",
          kind.id(), cycle).orElse(Version.NONE);
    }

    private void remember(FileKind kind, URI url, Outcome outcome, Path file) throws SQLException {
      var there = Files.exists(file);
      sql.update("""
          INSERT INTO downloads (run_id, kind, cycle, url, status, bytes, received, sha256, etag, last_modified, at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", context.runId(), kind.id(), cycle, url.toString(), outcome
          .status(), there ? size(file) : 0, outcome.received(), sha256(kind, outcome, file), outcome.version().etag(),
          outcome.version().lastModified(), context.clock().instant().toString());
    }

    private String sha256(FileKind kind, Outcome outcome, Path file) throws SQLException {
      return switch (outcome.status()) {
        case "downloaded" -> DownloadTask.sha256(file);
        case "unchanged" -> sql.find(row -> row.getString(1),
            "SELECT sha256 FROM downloads WHERE kind = ? AND cycle = ? AND status = 'downloaded' "
                + "ORDER BY download_id DESC LIMIT 1",
            kind.id(), cycle).orElse("");
        default -> "";
      };
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new ClerkException.SourceUnavailable("Cannot read " + file + " (" + e + "). Check the disk.", e);
    }
  }

  private static String sha256(Path file) {
    try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      var buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // the digest takes what is read
      }
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw new ClerkException.SourceUnavailable("Cannot read " + file + " (" + e + "). Check the disk.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
