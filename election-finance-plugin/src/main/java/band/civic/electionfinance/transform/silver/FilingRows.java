package band.civic.electionfinance.transform.silver;

import band.civic.electionfinance.model.filing.Filing;
import band.civic.electionfinance.transform.filing.FilerBook;
import band.civic.electionfinance.transform.filing.Register;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

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
        filers.add(entry.getKey(), filer.agencyId(), filer.localId(), filer.fppcId(), filer.idAsFiled(), filer.name(),
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
    var facts = register.facts().get(filing.reports().getFirst().no());
    for (var report : filing.reports().subList(1, filing.reports().size())) {
      facts = facts.with(register.facts().get(report.no()));
    }
    var about = facts.about();
    rows.add(filing.key(), filing.filer(), facts.filer().agencyId(), facts.ids().filingId(), facts.formText(),
        filing.number(), facts.ids().lateId(), text(facts.dates().filedOn()), text(facts.dates().start()),
        text(facts.dates().end()), about.electionDate(), about.office(), about.officeText(), filing.isCurrent(),
        filing.supersededBy().orElse(""), filing.containedIn().orElse(""), !facts.sheets().isEmpty(), facts.pdfUrl(),
        facts.sourceId());
  }

  private static String text(Optional<LocalDate> day) {
    return day.isPresent() ? day.get().toString() : "";
  }
}
