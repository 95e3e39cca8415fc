package band.civic.electionfinance.transform.silver;

import band.civic.clerk.etl.sqlite.SqlScript;
import band.civic.electionfinance.model.Compat;
import band.civic.electionfinance.model.Origin;
import band.civic.electionfinance.netfile.format.WireFault;
import band.civic.electionfinance.transform.filing.Catalog;
import band.civic.electionfinance.transform.filing.Drafts;
import band.civic.electionfinance.transform.filing.Register;
import band.civic.electionfinance.transform.wire.Flaw;
import band.civic.electionfinance.transform.wire.IssueCode;
import band.civic.electionfinance.transform.wire.KnownFiler;
import band.civic.electionfinance.transform.wire.Mapped;
import band.civic.electionfinance.transform.wire.PageMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fills an empty database with silver's tables. First all pages are read into a stage, then, when all filings are
/// known, every row gets its verdict.
public final class Silver implements AutoCloseable {
  private static final int ROWS_BETWEEN_CHECKS = 1000;

  private final Connection connection;
  private final Settings settings;
  private final Stage stage;
  private final Drafts drafts = new Drafts();
  private final Catalog catalog = new Catalog();
  private final Map<String, Integer> units = new HashMap<>();
  private final List<Read> pages = new ArrayList<>();

  /// @param origin the site's place
  /// @param compat whose choice of versions
  /// @param stageFile where rows wait
  /// @param checkCancelled asked often; throws when the work must stop
  public record Settings(Origin origin, Compat compat, Path stageFile, Runnable checkCancelled) {}

  /// A page that was read.
  ///
  /// @param source what it is
  /// @param rows how many rows it had
  /// @param faults how many of them could not be read
  public record Read(Page.Source source, int rows, int faults) {}

  /// What was made.
  ///
  /// @param pages in the order in which they were read; a page's `source_id` is its place, from 1
  /// @param transactions rows in `transactions`
  /// @param summaryLines rows in `summary_lines`
  public record Result(List<Read> pages, long transactions, long summaryLines) {}

  private Silver(Connection connection, Settings settings) throws SQLException {
    this.connection = connection;
    this.settings = settings;
    SqlScript.resource(Silver.class, "/band/civic/electionfinance/base-tables.sql").run(connection);
    this.stage = Stage.open(settings.stageFile(), connection);
    connection.setAutoCommit(false);
  }

  public static Silver open(Connection connection, Settings settings) throws SQLException {
    return new Silver(connection, settings);
  }

  /// Reads a page.
  public void read(Page page) throws SQLException {
    var sourceId = pages.size() + 1;
    var unit = units.computeIfAbsent(page.unit(), key -> units.size());
    var mapper = new PageMapper(page.source().agencyId(), settings.origin(), sourceId, page.source().url());
    try (var reader = page.reader().get(); var rows = reader.rows()) {
      var count = 0;
      for (var row = rows.iterator(); row.hasNext(); count++) {
        if (count % ROWS_BETWEEN_CHECKS == 0) {
          settings.checkCancelled().run();
        }
        put(mapper.map(row.next()), sourceId, unit);
      }
      var faults = reader.faults();
      for (var fault : faults) {
        stage.addFlaw(new Flaw(IssueCode.UNREADABLE_ROW, text(page.source(), fault)), -1, 0);
      }
      pages.add(new Read(page.source(), count, faults.size()));
    }
  }

  /// Judges all that was read and writes it.
  public Result judge() throws SQLException {
    stage.flush();
    var register = new Register(drafts, catalog, settings.compat());
    new FilingRows(connection, register).write();
    settings.checkCancelled().run();
    var repeats = Repeats.find(connection, stage.repeatedKeys());
    var duplicates = Duplicates.find(connection, register.judgement(), repeats, settings.compat());
    new Decisions(register, settings.compat(), repeats, duplicates, stage).write(connection);
    new RegisterIssues(register, stage).write();
    if (repeats.droppedRows() > 0) {
      stage.addFlaw(new Flaw(IssueCode.REPEATED_ROW, repeats.droppedRows() + " rows"), -1, 0);
    }
    stage.flush();
    settings.checkCancelled().run();
    new SilverRows(connection).write();
    connection.commit();
    return new Result(List.copyOf(pages), count("transactions"), count("summary_lines"));
  }

  @Override
  public void close() throws SQLException {
    connection.setAutoCommit(true);
    stage.close();
  }

  private void put(Mapped mapped, int sourceId, int unit) throws SQLException {
    if (mapped instanceof Mapped.OfFiling row) {
      put(row, sourceId, unit);
    } else if (mapped instanceof Mapped.Listed listed) {
      catalog.add(listed.filing(), sourceId);
      if (listed.isActive()) {
        catalog.add(new KnownFiler(listed.filing().filer(), Optional.of(true)));
      }
    } else if (mapped instanceof Mapped.Known known) {
      catalog.add(known.filer());
    }
  }

  private void put(Mapped.OfFiling row, int sourceId, int unit) throws SQLException {
    var known = drafts.list().size();
    var draft = drafts.of(row.cover(), sourceId);
    if (drafts.list().size() > known) {
      stage.addFlaws(row.coverFlaws(), draft.no(), 0);
    }
    if (row instanceof Mapped.Transaction transaction) {
      draft.addRow(transaction.item().schedule().code(), transaction.item().hasMoney());
      stage.add(transaction.item(), draft.no(), unit);
    } else if (row instanceof Mapped.Summary summary) {
      draft.addSummary(summary.line().hasMoney());
      stage.add(summary.line(), draft.no());
      stage.addFlaws(summary.flaws(), draft.no(), 0);
    }
  }

  private long count(String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return row.getLong(1);
    }
  }

  private static String text(Page.Source source, WireFault fault) {
    return source.url() + " line " + fault.line() + ": " + fault.reason() + " " + fault.excerpt();
  }
}
