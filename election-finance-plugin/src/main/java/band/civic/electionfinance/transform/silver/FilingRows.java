package band.civic.electionfinance.transform.silver;

import band.civic.electionfinance.model.filing.Filing;
import band.civic.electionfinance.transform.filing.Facts;
import band.civic.electionfinance.transform.filing.FilerBook;
import band.civic.electionfinance.transform.filing.Register;
import band.civic.electionfinance.transform.wire.ListedFiling;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes filers and filings, and for the rows in the stage which filing each report is.
final class FilingRows {
  private static final Comparator<Filing> ORDER = Comparator.comparing(Filing::filer)
      .thenComparing(Filing::form)
      .thenComparing(filing -> filing.period().map(period -> period.start()).orElse(LocalDate.MAX))
      .thenComparing(Filing::key);

  private final Connection connection;
  private final Register register;

  FilingRows(Connection connection, Register register) {
    this.connection = connection;
    this.register = register;
  }

  void write() throws SQLException {
    filers();
    var filings = register.judgement().filings().stream().sorted(ORDER).toList();
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE stage.reports (no INTEGER PRIMARY KEY, filing_key TEXT, filer_key TEXT, "
          + "seq INTEGER)");
    }
    try (var rows = Batch.into(connection, "filings", 19);
        var reports = Batch.into(connection, "stage.reports", 4)) {
      var seq = 0;
      for (var filing : filings) {
        add(rows, filing);
        seq++;
        for (var report : filing.reports()) {
          reports.add(report.no(), filing.key(), filing.filer(), seq);
        }
      }
      rows.flush();
      reports.flush();
    }
  }

  private void filers() throws SQLException {
    try (var filers = Batch.into(connection, "filers", 10);
        var names = Batch.into(connection, "filer_names", 4)) {
      for (var entry : new FilerBook(register).filers().entrySet()) {
        var filer = entry.getValue();
        var name = filer.name().isEmpty() ? "(unnamed)" : filer.name();
        filers.add(entry.getKey(), filer.agencyId(), filer.localId(), filer.fppcId(), filer.idAsFiled(), name,
            filer.committeeType(), text(filer.firstPeriod()), text(filer.lastPeriod()), filer.isActive());
        for (var used : filer.names()) {
          names.add(entry.getKey(), used.name(), text(used.firstSeen()), text(used.lastSeen()));
        }
      }
      filers.flush();
      names.flush();
    }
  }

  private void add(Batch rows, Filing filing) throws SQLException {
    var facts = filing.reports().stream().map(report -> register.facts().get(report.no())).toList();
    var first = facts.getFirst();
    rows.add(filing.key(), filing.filer(), first.filer().agencyId(), text(facts, report -> report.ids().filingId()),
        first.formText(), filing.number(), text(facts, report -> report.ids().lateId()), text(filing.filedOn()),
        date(facts, ListedFiling.Dates::start), date(facts, ListedFiling.Dates::end),
        text(facts, report -> report.about().electionDate()), text(facts, report -> report.about().office()),
        text(facts, report -> report.about().officeText()), filing.isCurrent(),
        filing.supersededBy().orElse(""), filing.containedIn().orElse(""),
        facts.stream().anyMatch(report -> !report.sheets().isEmpty()), text(facts, Facts::pdfUrl),
        facts.stream().mapToInt(Facts::sourceId).min().orElseThrow());
  }

  /// What any of the reports says; the greatest, should they differ.
  private static String text(List<Facts> facts, Function<Facts, String> fact) {
    return facts.stream().map(fact).max(Comparator.naturalOrder()).orElse("");
  }

  private static String date(List<Facts> facts, Function<ListedFiling.Dates, Optional<LocalDate>> date) {
    return text(facts, report -> text(date.apply(report.dates())));
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
