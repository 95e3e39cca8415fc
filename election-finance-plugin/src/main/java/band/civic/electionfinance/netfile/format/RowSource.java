package band.civic.electionfinance.netfile.format;

import java.util.List;
import java.util.Optional;

/// Reads the rows of one file, whatever its format.
interface RowSource extends AutoCloseable {
  /// The next row; empty at the end.
  ///
  /// @throws band.civic.clerk.spi.ClerkException.BadSourceData when the file is not what it should be
  Optional<WireRow> next();

  /// Looks through the file as far as is cheap.
  ///
  /// @throws band.civic.clerk.spi.ClerkException.BadSourceData when it is not what it should be
  default void check() {}

  /// The rows left out so far.
  default List<WireFault> faults() {
    return List.of();
  }

  /// What else a person should know of the file: sheets that nobody reads.
  default List<String> remarks() {
    return List.of();
  }

  @Override
  void close();
}
