package band.civic.clerk.etl.bronze;

import java.util.OptionalInt;

/// One complete extraction: of one agency and year by one adapter, or one local file (or directory of sheets).
///
/// @param key stable from run to run; a later extraction with this key takes the place of the earlier
/// @param origin how the pages reached us
/// @param adapter who read them, `workbook`
/// @param agencyId the source's number of the agency; 0 is a real one
/// @param agencyShortcut the source's short code; only together with the number it is a key
/// @param year the year the pages are of; empty for files that do not say
public record Unit(String key, Origin origin, String adapter, int agencyId, String agencyShortcut, OptionalInt year) {

  /// Whether `other` speaks of the same agency and the same known year.
  public boolean coversSameAs(Unit other) {
    return agencyId == other.agencyId && agencyShortcut.equals(other.agencyShortcut) && year.isPresent()
        && year.equals(other.year);
  }
}
