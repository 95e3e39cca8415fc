package band.civic.clerk.core.site;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The `finance_*` columns of a site, which other programs read. The host keeps them true.
///
/// @param hasData whether a database is published
/// @param lastUpdated UTC, of the last load
/// @param source `NetFile (COA)`
/// @param coverageStart ISO date
/// @param coverageEnd ISO date
/// @param recordCount rows of the main table
/// @param dataTypes kinds of records
public record FinanceColumns(boolean hasData, Optional<String> lastUpdated, Optional<String> source,
    Optional<String> coverageStart, Optional<String> coverageEnd, OptionalLong recordCount, List<String> dataTypes) {

  /// Of a site that has none.
  static final FinanceColumns NONE = new FinanceColumns(false, Optional.empty(), Optional.empty(), Optional.empty(),
      Optional.empty(), OptionalLong.empty(), List.of());

  public FinanceColumns {
    dataTypes = List.copyOf(dataTypes);
  }
}
