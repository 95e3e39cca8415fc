package band.civic.electionfinance.transform;

import band.civic.clerk.etl.bronze.RawPage;
import band.civic.electionfinance.netfile.format.RawFile;
import band.civic.electionfinance.netfile.format.RawKind;
import band.civic.electionfinance.netfile.format.WireFault;
import band.civic.electionfinance.netfile.format.WireRow;
import band.civic.electionfinance.transform.silver.Page;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A page of bronze, read by its format.
record PageReader(RawFile file) implements Page.Reader {

  static Page page(RawPage page) {
    var unit = page.unit();
    var year = unit.year().isPresent() ? Integer.toString(unit.year().getAsInt()) : "";
    var source = new Page.Source(unit.adapter(), unit.origin().name().toLowerCase(Locale.ROOT), unit.agencyId(),
        page.url(), year, page.fetchedAt().toString(), page.sha256(), page.bytes());
    return new Page(source, unit.key(),
        () -> new PageReader(RawFile.open(page.file(), RawKind.valueOf(page.kind()))));
  }

  @Override
  public Stream<WireRow> rows() {
    return file.rows();
  }

  @Override
  public List<WireFault> faults() {
    return file.faults();
  }

  @Override
  public void close() {
    file.close();
  }
}
