package band.civic.electionfinance.transform;

import band.civic.clerk.etl.bronze.BronzeStore;
import band.civic.clerk.etl.bronze.RawPage;
import band.civic.clerk.etl.sqlite.Acceptance;
import band.civic.clerk.etl.sqlite.DatabaseBuild;
import band.civic.clerk.etl.sqlite.PublishedDatabase;
import band.civic.clerk.spi.ClerkException;
import band.civic.clerk.spi.Notice;
import band.civic.clerk.spi.Site;
import band.civic.clerk.spi.Task;
import band.civic.clerk.spi.TaskContext;
import band.civic.clerk.spi.TaskReport;
import band.civic.electionfinance.model.Compat;
import band.civic.electionfinance.model.Origin;
import band.civic.electionfinance.transform.curated.CuratedFiles;
import band.civic.electionfinance.transform.curated.CuratedRows;
import band.civic.electionfinance.transform.silver.ContextRows;
import band.civic.electionfinance.transform.silver.Silver;
import band.civic.electionfinance.transform.wire.IssueCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes `work/silver.db` of all complete pages in bronze. A pure function of the pages, the site and the options: what is
/// as before leaves the file as it was, and nothing that depends on it need run.
public final class TransformTask {
  private final TaskContext context;
  private final Compat compat;
  private final Optional<CuratedFiles> curated;

  private TransformTask(TaskContext context) {
    this.context = context;
    this.compat = context.option("compat").map(TransformTask::compat).orElse(Compat.NONE);
    this.curated = context.option("curated").map(Path::of).map(CuratedFiles::read);
  }

  /// The task `transform`: reads `pages`, writes `silver`.
  ///
  /// @param dependsOn the extract tasks
  public static Task create(String... dependsOn) {
    return Task.transform("transform")
        .dependsOn(dependsOn)
        .reads("pages")
        .writes("silver")
        .runs(context -> new TransformTask(context).run());
  }

  private TaskReport run() {
    var pages = pages();
    var file = context.workspace().directory().resolve("silver.db");
    var silver = PublishedDatabase.at(file).withPreviousVersions(0);
    try (var build = silver.openBuild(context.clock(), context::checkCancelled)) {
      try {
        return build(build, pages);
      } catch (SQLException e) {
        throw build.failure(e);
      }
    } finally {
      removeStage();
    }
  }

  /// Where rows wait while they are judged.
  private Path stageFile() {
    return context.workspace().directory().resolve("silver.db.stage");
  }

  /// On a full disk even closing the stage fails; left there, it would keep the disk full.
  private void removeStage() {
    try {
      Files.deleteIfExists(stageFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<RawPage> pages() {
    try (var bronze = BronzeStore.open(context.workspace(), context.clock())) {
      var pages = bronze.listCompletePages();
      if (pages.isEmpty()) {
        throw new ClerkException.BadSourceData("There is nothing to transform for " + context.site().subdomain()
            + ": no extraction was completed. Run `clerk finance extract --subdomain " + context.site().subdomain()
            + "` first.");
      }
      return pages;
    }
  }

  private TaskReport build(DatabaseBuild build, List<RawPage> pages) throws SQLException {
    var connection = build.connection();
    var result = fill(connection, pages);
    var notices = notices(connection);
    build.seal();
    var rows = new ContextRows(connection);
    rows.writeSources(result.pages());
    var publication = build.publish(Acceptance.of(1));
    var written = result.transactions() + result.summaryLines();
    var report = TaskReport.empty()
        .withRead(result.pages().stream().mapToLong(Silver.Read::rows).sum())
        .withRejected(result.pages().stream().mapToLong(Silver.Read::faults).sum())
        .withWritten(written)
        .withNotices(notices);
    return publication.replaced() ? report.withChanged(Math.max(written, 1)) : report.withUnchanged(written);
  }

  private Silver.Result fill(Connection connection, List<RawPage> pages) throws SQLException {
    var settings = new Silver.Settings(new Origin(city(context.site()), compat != Compat.NONE), compat,
        stageFile(), context::checkCancelled);
    context.progress().total(pages.size());
    try (var silver = Silver.open(connection, settings)) {
      for (var page : pages) {
        context.progress().step("reading " + page.file().getFileName());
        silver.read(PageReader.page(page));
        context.progress().advance(1);
      }
      context.progress().step("deciding what counts");
      var result = silver.judge();
      var rows = new ContextRows(connection);
      rows.writeAgencies(context.site());
      rows.writeSettings(Map.of("compat", compat.label()));
      if (curated.isPresent()) {
        new CuratedRows(connection, curated.get(), context.site().name()).write();
      }
      return result;
    }
  }

  private List<Notice> notices(Connection connection) throws SQLException {
    var notices = new ArrayList<Notice>();
    var sql = "SELECT code, count(*), min(coalesce(filing_key, '')), min(detail) FROM data_issues GROUP BY 1 ORDER BY 1";
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var code = IssueCode.valueOf(rows.getString(1).toUpperCase(Locale.ROOT));
        var where = rows.getString(3).isEmpty() ? "" : " at " + rows.getString(3);
        notices.add(new Notice(code.label(), code.severity(), context.site().subdomain(), rows.getLong(2) + " × "
            + code.summary() + "; the first" + where + ": " + rows.getString(4)));
      }
    }
    return notices;
  }

  private static Compat compat(String label) {
    return Compat.find(label)
        .orElseThrow(() -> new ClerkException.BadConfiguration(
            "--compat " + label + " is not known. Give odca-2020 or odca-head, or leave it out."));
  }

  /// Money for a county is never from "within": its cities are many.
  private static String city(Site site) {
    return site.kind().equals("county") ? "" : site.name();
  }
}
