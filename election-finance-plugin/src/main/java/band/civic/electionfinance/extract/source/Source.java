package band.civic.electionfinance.extract.source;

import band.civic.clerk.spi.Site;
import java.util.List;

/// One way into NetFile.
public interface Source {

  /// Its name in units and messages: `workbook`, `connect2`, `sites_api`, `campaign_api`.
  String name();

  /// The years the source has for the agency, newest first; empty when it offers nothing.
  List<Integer> listYears(Site.Agency agency);

  /// Reads these years, newest first, each into a unit of its own. A year that is not wholly there is not stored.
  /// Failures of single years are told in the result; only cancellation is thrown.
  Reading read(Site.Agency agency, List<Integer> years);

  /// Whether its data are good enough to take the place of what another way in gave.
  default boolean replacesOthers() {
    return true;
  }
}
