package band.civic.clerk.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a load published, for the site's row and the homepage.
///
/// @param source where the data come from, `NetFile (COA)`
/// @param coverageStart first day the data speak of
/// @param coverageEnd last day the data speak of
/// @param recordCount rows of the main table
/// @param recordTypes kinds of records, `contributions`
public record DataSummary(String source, Optional<LocalDate> coverageStart, Optional<LocalDate> coverageEnd,
    long recordCount, List<String> recordTypes) {

  public DataSummary {
    recordTypes = List.copyOf(recordTypes);
  }
}
