package band.civic.electionfinance.transform.silver;

import band.civic.electionfinance.netfile.format.WireFault;
import band.civic.electionfinance.netfile.format.WireRow;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One stored page and a way to read it.
///
/// @param source what is told of it in `sources`
/// @param unit the key of the unit it belongs to
/// @param reader opens it
public record Page(Source source, String unit, Supplier<Reader> reader) {

  /// What a page is, as the database tells.
  ///
  /// @param adapter who read it
  /// @param origin `live`, `files` or `sample`
  /// @param agencyId whose filings it has
  /// @param url where it came from
  /// @param year of the data, `""` when not known
  /// @param fetchedAt UTC
  /// @param sha256 of its bytes
  /// @param bytes how many they are
  public record Source(String adapter, String origin, int agencyId, String url, String year, String fetchedAt,
      String sha256, long bytes) {}

  /// An open page.
  public interface Reader extends AutoCloseable {
    /// The rows, once.
    Stream<WireRow> rows();

    /// The rows that could not be read, once the others were.
    List<WireFault> faults();

    @Override
    void close();
  }
}
