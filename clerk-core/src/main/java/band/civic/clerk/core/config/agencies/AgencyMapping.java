package band.civic.clerk.core.config.agencies;

import java.time.LocalDate;
import java.util.Optional;

/// That a site publishes the filings of an agency.
///
/// @param subdomain the site
/// @param scope `own`, or whose filings they are: `county`
/// @param enabled whether they are published
/// @param needsReview whether a person must look again
/// @param note what a reader must be told; empty when nothing
/// @param from first day of validity
/// @param until last day of validity
public record AgencyMapping(String subdomain, String scope, boolean enabled, boolean needsReview, String note,
    Optional<LocalDate> from, Optional<LocalDate> until) {

  /// A proposal: off until someone accepts it.
  public static AgencyMapping proposed(String subdomain, String note) {
    return new AgencyMapping(subdomain, "own", false, true, note, Optional.empty(), Optional.empty());
  }

  /// Whether the mapping holds on that day.
  public boolean validOn(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true) && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  /// Whether there is a day on which both hold.
  boolean overlaps(AgencyMapping other) {
    return from.map(other::endsOnOrAfter).orElse(true) && other.from.map(this::endsOnOrAfter).orElse(true);
  }

  private boolean endsOnOrAfter(LocalDate day) {
    return until.map(last -> !last.isBefore(day)).orElse(true);
  }
}
