package band.civic.electionfinance.netfile.format;

import band.civic.electionfinance.netfile.xlsx.XlsxFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A file of NetFile's data, in any of its formats, open for reading.
///
/// ```java
/// try (var raw = RawFile.open(file, kind)) {
///   raw.rows().forEach(…);
///   quarantine(raw.faults());
/// }
/// ```
///
public final class RawFile implements AutoCloseable {
  private final RowSource source;

  private RawFile(RowSource source) {
    this.source = source;
  }

  /// @throws band.civic.clerk.spi.ClerkException.BadSourceData for a file that is not of that kind: HTML in place of a
  ///   ZIP, a workbook without its 16 sheets, an error answer
  public static RawFile open(Path file, RawKind kind) {
    return new RawFile(source(file, kind));
  }

  /// The rows of a file, in its order; the stream must be closed. Rows that cannot be read are left out: see [#faults].
  ///
  /// @throws band.civic.clerk.spi.ClerkException.BadSourceData as [#open]; while streaming also for a file that is
  ///   damaged further down
  public static Stream<WireRow> rows(Path file, RawKind kind) {
    var raw = open(file, kind);
    return raw.rows().onClose(raw::close);
  }

  /// What kind of file this is, by its content; empty when it is none that can be read.
  public static Optional<RawKind> sniff(Path file) {
    return Sniffer.sniff(file);
  }

  /// Whether the file is what it should be, without reading all of it.
  ///
  /// @throws band.civic.clerk.spi.ClerkException.BadSourceData naming the file and what is wrong with it
  public static void check(Path file, RawKind kind) {
    try (var source = source(file, kind)) {
      source.check();
    }
  }

  /// The rows from here on, in the file's order. Two streams of one file share them.
  public Stream<WireRow> rows() {
    return StreamSupport.stream(new Rows(source), false);
  }

  /// The rows left out so far because they could not be read.
  public List<WireFault> faults() {
    return source.faults();
  }

  /// What else a person should know of the file, in sentences.
  public List<String> remarks() {
    return source.remarks();
  }

  @Override
  public void close() {
    source.close();
  }

  private static RowSource source(Path file, RawKind kind) {
    Sniffer.refuseHtml(file);
    return switch (kind) {
      case WORKBOOK_XLSX -> new WorkbookRows(name(file), XlsxFile.open(file));
      case WORKBOOK_ZIP -> new WorkbookRows(name(file), XlsxFile.openZipped(file));
      case SHEET_CSV -> CsvRows.ofSheet(file);
      case CONNECT2_TRANSACTIONS_CSV, CONNECT2_SUMMARY_CSV -> CsvRows.ofConnect2(file, kind);
      case CAL_EFILE -> CalRows.open(Efile.text(file));
      case CONNECT2_TRANSACTIONS_JSON, CONNECT2_SUMMARY_JSON, CONNECT2_FILERS, CONNECT2_FILINGS, CONNECT2_FILING_INFO,
          SITES_FILINGS, SITES_TRANSACTIONS, CAMPAIGN_FILERS, CAMPAIGN_FILINGS, CAMPAIGN_TRANSACTIONS ->
        new JsonRows(
            file, kind);
    };
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static final class Rows extends Spliterators.AbstractSpliterator<WireRow> {
    private final RowSource source;

    Rows(RowSource source) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.source = source;
    }

    @Override
    public boolean tryAdvance(Consumer<? super WireRow> action) {
      var row = source.next();
      row.ifPresent(action);
      return row.isPresent();
    }
  }
}
